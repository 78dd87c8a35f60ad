import { once } from 'node:events';
import { connect } from 'node:net';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryStore, type TemporaryStore } from './testing.ts';
import { opMsg } from './wire/testing.ts';

interface Item {
  readonly _id: number;
  readonly n: number;
}

let store: TemporaryStore;
let client: mongo.MongoClient;
let items: mongo.Collection<Item>;

beforeAll(async () => {
  store = await temporaryStore();
  client = await store.connect();
});
afterAll(() => store.close());
beforeEach(async () => {
  items = client.db('transactions').collection<Item>('items');
  await items.deleteMany({});
  await items.insertOne({ _id: 1, n: 0 });
});

const valueOf = async (_id: number): Promise<number | undefined> => (await items.findOne({ _id }))?.n;

describe('a transaction', () => {
  it('takes effect as a whole', async () => {
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await items.insertOne({ _id: 2, n: 2 }, { session });
        await items.updateOne({ _id: 1 }, { $set: { n: 1 } }, { session });
      }),
    );
    expect([await valueOf(1), await valueOf(2)]).toEqual([1, 2]);
  });

  it('is invisible before its end, and has no effect when aborted', async () => {
    const session = client.startSession();
    session.startTransaction();
    await items.insertOne({ _id: 2, n: 2 }, { session });
    expect(await valueOf(2)).toBeUndefined();
    await session.abortTransaction();
    await session.endSession();
    expect(await valueOf(2)).toBeUndefined();
  });

  it('that meets another one is run again until it succeeds', async () => {
    const increment = () =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          const item = await items.findOne({ _id: 1 }, { session });
          await items.updateOne({ _id: 1 }, { $set: { n: (item?.n ?? 0) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 8 }, increment));
    expect(await valueOf(1)).toBe(8);
  });

  it('ends with the first failure in it', async () => {
    const session = client.startSession();
    session.startTransaction();
    await items.insertOne({ _id: 2, n: 2 }, { session });
    await expect(items.insertOne({ _id: 1, n: 1 }, { session })).rejects.toMatchObject({ code: 11_000 });
    await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
    await session.endSession();
    expect(await valueOf(2)).toBeUndefined();
  });

  it('reads a sorted cursor to its end', async () => {
    await items.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n + 10, n })));
    await client.withSession((session) =>
      session.withTransaction(async () => {
        expect(await items.find({}, { session, batchSize: 50 }).sort({ n: 1 }).toArray()).toHaveLength(301);
      }),
    );
  });

  it('is undone when its client goes away', async () => {
    const { port } = new URL(store.store.url);
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    const change = {
      update: 'items',
      updates: [{ q: { _id: 1 }, u: { $set: { n: 99 } } }],
      $db: 'transactions',
      lsid: { id: new mongo.UUID() },
      txnNumber: mongo.Long.fromNumber(1),
      startTransaction: true,
      autocommit: false,
    };
    socket.write(opMsg({ body: Buffer.from(mongo.BSON.serialize(change)) }));
    await once(socket, 'data');
    socket.destroy();
    // The document was locked: only the roll-back lets this through.
    await items.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { maxTimeMS: 5_000 });
    expect(await valueOf(1)).toBe(1);
  });
});
