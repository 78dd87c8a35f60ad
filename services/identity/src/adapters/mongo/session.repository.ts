import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Sessions } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { removableAt, type Session, type SessionFact } from '../../domain/session.ts';
import { findAll, findById, findOne } from './documents.ts';

export type SessionState = Omit<Session, 'id' | 'version'>;

export const sessionIndexes: readonly IndexSpec[] = [
  // ResolveCredential: whose session a token opens.
  { name: 'one_session_per_token', keys: { 'state.tokenHash': 1 }, unique: true },
  // ListSessions, and ending all of a person.
  { name: 'sessions_of_person', keys: { 'state.personId': 1 } },
];

type Deps = Readonly<{ sessions: Aggregates<SessionState>; toMessage: (fact: SessionFact | Audited) => Envelope }>;

export const sessionRepository = ({ sessions, toMessage }: Deps): Sessions => ({
  find: (id) => findById(sessions, id),
  findByToken: (tokenHash) => findOne(sessions, { 'state.tokenHash': tokenHash }),
  ofPerson: (personId) => findAll(sessions, { 'state.personId': personId }),
  save: async (session, facts) => {
    const { id, version, ...state } = session;
    const dueAt = removableAt(session);
    await sessions.save({ id, version, state, messages: facts.map(toMessage), dueAt });
  },
  remove: ({ id, version }) => sessions.remove(id, version),
});
