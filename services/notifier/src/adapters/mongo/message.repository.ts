import { AppError } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { MarkDay } from '../../app/knowing/mark-days.ts';
import type { MessageRepository } from '../../app/ports.ts';
import type { Outcome } from '../../domain/delivery.ts';
import type { MessageFact } from '../../domain/message.ts';
import { answerableQuery, idsOfPersonQuery, membersQuery } from './message.lookup.ts';
import { type MessageState, toMessage, toState } from './message.state.ts';

export const messageIndexes: readonly IndexSpec[] = [
  // Newest first, within a span of time: ListMessages.
  { name: 'by_time', keys: { 'state.requestedAt': -1, _id: -1 } },
  // What one recipient was sent, newest first: ListMessages with `to`.
  // Also the message that a reply belongs to, and what is to be forgotten with an address.
  { name: 'by_recipient', keys: { 'state.to': 1, 'state.requestedAt': -1 } },
  // What one person was sent, newest first: ListMessages with `person_id`. Also what is to be forgotten with a person.
  {
    name: 'by_person_time',
    keys: { 'state.personId': 1, 'state.requestedAt': -1 },
    where: { 'state.personId': { $exists: true } },
  },
  // What became of something that a service asked for: ListMessages with `reference`.
  { name: 'by_reference', keys: { 'state.reference': 1, 'state.requestedAt': -1 } },
  // What failed, among all that did not: ListMessages with such a state.
  {
    name: 'by_end',
    keys: { 'state.status': 1, 'state.requestedAt': -1 },
    where: { 'state.endedAt': { $exists: true } },
  },
  // What waits for a digest.
  { name: 'by_digest', keys: { 'state.digestId': 1 }, where: { 'state.digestId': { $exists: true } } },
  // The messages of an audience by status: progress, back-pressure, cancelling.
  {
    name: 'by_audience',
    keys: { 'state.audienceId': 1, 'state.status': 1 },
    where: { 'state.audienceId': { $exists: true } },
  },
];

type Deps = Readonly<{
  aggregates: Pick<Aggregates<MessageState>, 'find' | 'save' | 'model'>;
  toEnvelope: (fact: MessageFact) => Envelope;
  markDay: MarkDay;
}>;

export const messageRepository = ({ aggregates, toEnvelope, markDay }: Deps): MessageRepository => {
  const save = async ({ next, facts }: Outcome): Promise<void> => {
    // What is forgotten of a message is nothing that is counted.
    const marking = next.masked && facts.length === 0 ? undefined : markDay(next.requestedAt);
    if (marking) await marking;
    await aggregates.save({
      id: next.id,
      version: next.version,
      state: toState(next),
      messages: facts.map(toEnvelope),
      dueAt: next.dueAt,
    });
  };
  return {
    save,

    find: async (id) => {
      const found = await aggregates.find(id);
      return found && toMessage(found);
    },

    findAnswerable: answerableQuery(aggregates.model),
    idsOf: idsOfPersonQuery(aggregates.model),
    membersOf: membersQuery(aggregates.model),

    add: async (decided) => {
      try {
        await save(decided);
        return true;
      } catch (error) {
        // Its id follows from the idempotency key: it is there because it was asked for before.
        if (error instanceof AppError && error.kind === 'stale') return false;
        throw error;
      }
    },
  };
};
