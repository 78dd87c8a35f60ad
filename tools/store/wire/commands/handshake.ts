import { MAX_MESSAGE_BYTES } from '../message.ts';
import { OK, reply } from '../reply.ts';
import type { Command } from '../backend.ts';

// Wire version 21 is MongoDB 7.0. Drivers take `isdbgrid` for a router: the one kind of server that offers
// transactions and repeatable writes without a replica set behind it.
const hello: Command = () =>
  reply({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    msg: 'isdbgrid',
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 25_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  });

const buildInfo: Command = () =>
  reply({ version: '7.0.0', versionArray: [7, 0, 0, 0], gitVersion: 'documentdb', bits: 64, ok: 1 });

const fine: Command = () => OK;

export const handshakeCommands: Readonly<Record<string, Command>> = {
  hello,
  ismaster: hello,
  buildinfo: buildInfo,
  ping: fine,
  endsessions: fine,
  killsessions: fine,
  refreshsessions: fine,
  logout: fine,
  getparameter: fine,
  getlog: () => reply({ log: [], totalLinesWritten: 0, ok: 1 }),
  connectionstatus: () => reply({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
};
