import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { deserialize, type Document, serialize } from 'bson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { temporaryStore, type TemporaryStore } from '../testing.ts';
import { FrameReader } from './frames.ts';
import { messageFormat } from './message.ts';
import { int32, opMsg, opQuery } from './testing.ts';

let store: TemporaryStore;
const sockets: Socket[] = [];

beforeAll(async () => {
  store = await temporaryStore();
});
afterAll(() => store.close());
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

const open = async (): Promise<Socket> => {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(store.store.url).port) });
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
};

const command = (document: Document, requestId = 1): Buffer =>
  opMsg({ requestId, body: Buffer.from(serialize(document)) });

/** The request ids and documents of the next replies. */
const replies = async (socket: Socket, count: number) => {
  const reader = new FrameReader(messageFormat);
  const read: { to: number; document: Document }[] = [];
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    const frames = reader.push(chunk as Buffer);
    read.push(...frames.map((frame) => ({ to: frame.readInt32LE(8), document: deserialize(frame.subarray(21)) })));
    if (read.length >= count) break;
  }
  return read;
};

describe('the gateway', () => {
  it('answers the older hello in its own form', async () => {
    const socket = await open();
    socket.write(opQuery(Buffer.from(serialize({ ismaster: 1, helloOk: true }))));
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(deserialize(reply.subarray(36))).toMatchObject({ ismaster: true, helloOk: true, ok: 1 });
  });

  it('answers in order what one socket asks at once', async () => {
    const socket = await open();
    const asked = [1, 2, 3, 4, 5].map((id) => command({ [id % 2 ? 'ping' : 'listDatabases']: 1, $db: 'admin' }, id));
    socket.write(Buffer.concat(asked));
    expect((await replies(socket, 5)).map(({ to }) => to)).toEqual([1, 2, 3, 4, 5]);
  });

  it('answers a command that comes byte by byte', async () => {
    const socket = await open();
    socket.setNoDelay(true);
    for (const byte of command({ ping: 1, $db: 'admin' })) socket.write(Buffer.from([byte]));
    expect((await replies(socket, 1))[0]?.document).toEqual({ ok: 1 });
  });

  it('says nothing where nothing is to be said', async () => {
    const socket = await open();
    const silent = opMsg({ requestId: 1, flags: 2, body: Buffer.from(serialize({ ping: 1, $db: 'admin' })) });
    socket.write(Buffer.concat([silent, command({ ping: 1, $db: 'admin' }, 2)]));
    expect((await replies(socket, 1))[0]?.to).toBe(2);
  });

  it.each([
    ['a length of two gigabytes', int32(0x7f_ff_ff_ff)],
    ['a negative length', int32(-1)],
    ['an unknown opcode', opMsg({ opcode: 1, body: Buffer.from(serialize({})) })],
  ])('hangs up on %s, and goes on serving others', async (_, bytes) => {
    const socket = await open();
    const closed = once(socket, 'close');
    socket.on('error', () => undefined).resume();
    socket.write(Buffer.concat([bytes, Buffer.alloc(12)]));
    await closed;
    const other = await open();
    other.write(command({ ping: 1, $db: 'admin' }));
    expect((await replies(other, 1))[0]?.document).toEqual({ ok: 1 });
  });

  it('forgets the cursors that a client kills', async () => {
    const items = (await store.connect()).db('gateway').collection<{ _id: number }>('items');
    await items.insertMany(Array.from({ length: 50 }, (_, _id) => ({ _id })));
    const socket = await open();
    socket.write(command({ find: 'items', sort: { _id: -1 }, batchSize: 5, $db: 'gateway' }));
    const [first] = await replies(socket, 1);
    const id: unknown = first?.document['cursor'].id;
    socket.write(command({ killCursors: 'items', cursors: [id], $db: 'gateway' }));
    expect((await replies(socket, 1))[0]?.document).toMatchObject({ cursorsKilled: [id], ok: 1 });
    socket.write(command({ getMore: id, collection: 'items', $db: 'gateway' }));
    expect((await replies(socket, 1))[0]?.document).toMatchObject({ ok: 0, code: 43 });
  });

  it('waits for a client that reads slowly instead of keeping its answers in memory', async () => {
    const blobs = (await store.connect()).db('gateway').collection<{ _id: number; text: string }>('blobs');
    await blobs.insertOne({ _id: 1, text: 'x'.repeat(4e6) });
    const socket = await open();
    socket.pause();
    socket.write(Buffer.concat(Array.from({ length: 20 }, (_, id) => command({ find: 'blobs', $db: 'gateway' }, id))));
    // Others are served meanwhile.
    expect(await blobs.countDocuments({})).toBe(1);
    socket.resume();
    expect(await replies(socket, 20)).toHaveLength(20);
  });
});
