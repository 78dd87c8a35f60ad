import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, bytesOf } from '@guildhall/mongo';
import type { Connections } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type Connection, type ConnectionFact, newConnection } from '../../domain/connection.ts';
import type { Mail } from '../../domain/mail.ts';

export const connectionCollection = 'connections';

export type ConnectionState = Omit<Connection, 'id' | 'version'>;

type Deps = Readonly<{
  connections: Aggregates<ConnectionState>;
  toMessages: (said: ConnectionFact | Audited | Mail) => readonly Envelope[];
}>;

export const connectionRepository = ({ connections, toMessages }: Deps): Connections => ({
  find: async (id) => {
    const found = await connections.find(id);
    if (!found) return newConnection(id);
    const { sealedToken, sealedScimToken, ...state } = found.state;
    return {
      ...state,
      ...(sealedToken && { sealedToken: bytesOf(sealedToken) }),
      ...(sealedScimToken && { sealedScimToken: bytesOf(sealedScimToken) }),
      id,
      version: found.version,
    };
  },
  save: ({ id, version, ...state }, said) =>
    connections.save({ id, version, state, messages: said.flatMap(toMessages), dueAt: state.probeAt }),
});
