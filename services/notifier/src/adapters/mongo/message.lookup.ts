import type { Aggregates, Stored } from '@guildhall/mongo';
import type { MessageRepository } from '../../app/ports.ts';
import type { QueryFilter } from 'mongoose';
import { type MessageState, toMessage } from './message.state.ts';

type Model = Aggregates<MessageState>['model'];

export const answerableQuery =
  (model: Model): MessageRepository['findAnswerable'] =>
  async (to, at) => {
    const filter: QueryFilter<Stored<MessageState>> = {
      'state.to': to,
      'state.channel': 'sms',
      'state.answerUntil': { $gte: at },
    };
    const [found] = await model
      .find(filter, { version: 1, state: 1 })
      .sort({ 'state.requestedAt': -1 })
      .limit(1)
      .lean<Pick<Stored<MessageState>, '_id' | 'version' | 'state'>[]>();
    return found && toMessage({ id: found._id, version: found.version, state: found.state });
  };

/** As many as one digest tells of. */
const MEMBERS = 1_000;

export const membersQuery =
  (model: Model): MessageRepository['membersOf'] =>
  async (digestId, at) => {
    const filter: QueryFilter<Stored<MessageState>> = {
      'state.digestId': digestId,
      'state.status': 'held',
      $or: [{ 'state.expiresAt': { $exists: false } }, { 'state.expiresAt': { $gt: at } }],
    };
    const found = await model.find(filter, { _id: 1, 'state.requestedAt': 1 }).limit(MEMBERS).lean<Member[]>();
    return found.toSorted(byTime).map(({ _id }) => _id);
  };

type Member = Readonly<{ _id: string; state: Readonly<{ requestedAt: Date }> }>;

const byTime = (a: Member, b: Member): number =>
  a.state.requestedAt.getTime() - b.state.requestedAt.getTime() || (a._id < b._id ? -1 : 1);

export const idsOfPersonQuery =
  (model: Model): MessageRepository['idsOf'] =>
  async (personId, addresses) => {
    const [byPerson, byAddress] = await Promise.all([
      model.find({ 'state.personId': personId }, { _id: 1 }).lean<{ _id: string }[]>(),
      addresses.length > 0
        ? model.find({ 'state.to': { $in: [...addresses] } }, { _id: 1 }).lean<{ _id: string }[]>()
        : [],
    ]);
    return [...new Set([...byPerson, ...byAddress].map(({ _id }) => _id))];
  };
