import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryStore, type TemporaryStore } from './testing.ts';

// What the platform needs of a document store, whichever it is: with MONGO_URL these promises are put to a real MongoDB.

interface Item extends mongo.Document {
  readonly _id?: number | string;
}

let store: TemporaryStore;
let db: mongo.Db;

beforeAll(async () => {
  store = await temporaryStore('any');
  const client = await store.connect({ maxPoolSize: 32 });
  db = client.db(`need_${randomUUID().slice(0, 8)}`);
});
afterAll(async () => {
  await db.dropDatabase();
  await store.close();
});

const fresh = (): mongo.Collection<Item> => db.collection<Item>(`c${randomUUID().replaceAll('-', '')}`);

const race = async <T>(runners: number, run: (runner: number) => Promise<T>) => {
  const settled = await Promise.allSettled(Array.from({ length: runners }, (_, runner) => run(runner)));
  const values = settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
  const codes = settled.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code?: number }).code);
  return { values, codes: [...new Set(codes)] };
};

const codeOf = (work: Promise<unknown>): Promise<number | string | undefined> =>
  work.then(
    () => undefined,
    (error: mongo.MongoServerError) => error.code,
  );

const DUPLICATE = 11_000;

describe('a unique index', () => {
  it('has one winner among twenty who insert at once', async () => {
    const items = fresh();
    await items.createIndex({ key: 1 }, { unique: true });
    const { values, codes } = await race(20, () => items.insertOne({ key: 'x' }));
    expect([values.length, codes]).toEqual([1, [DUPLICATE]]);
  });

  it('may be compound: one winner for each combination', async () => {
    const items = fresh();
    await items.createIndex({ site: 1, key: 1 }, { unique: true });
    const { values } = await race(20, (runner) => items.insertOne({ site: runner % 2, key: 'x' }));
    expect(values).toHaveLength(2);
  });

  it('may be partial: only what the filter takes in is unique', async () => {
    const items = fresh();
    await items.createIndex({ person: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await items.insertMany([1, 2].map(() => ({ person: 'ada', open: false })));
    const { values, codes } = await race(20, () => items.insertOne({ person: 'ada', open: true }));
    expect([values.length, codes]).toEqual([1, [DUPLICATE]]);
  });

  it('refuses an update that moves a document into its partial filter', async () => {
    const items = fresh();
    await items.createIndex({ person: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await items.insertMany([true, false].map((open) => ({ person: 'ada', open })));
    expect(await codeOf(items.updateOne({ open: false }, { $set: { open: true } }))).toBe(DUPLICATE);
  });

  it('may be partial by existence or by type', async () => {
    const items = fresh();
    await items.createIndex({ email: 1 }, { unique: true, partialFilterExpression: { email: { $type: 'string' } } });
    await items.insertMany([{ email: null }, { email: null }, {}, {}, { email: 'a@example.org' }]);
    expect(await codeOf(items.insertOne({ email: 'a@example.org' }))).toBe(DUPLICATE);
  });

  it('may be sparse, and reach into arrays', async () => {
    const items = fresh();
    await items.createIndex({ 'contacts.value': 1 }, { unique: true, sparse: true });
    await items.insertMany([{}, {}, { contacts: [{ value: 1 }, { value: 2 }] }]);
    expect(await codeOf(items.insertOne({ contacts: [{ value: 2 }] }))).toBe(DUPLICATE);
  });

  it('is refused over documents that are alike already', async () => {
    const items = fresh();
    await items.insertMany([{ key: 1 }, { key: 1 }]);
    expect(await codeOf(items.createIndex({ key: 1 }, { unique: true }))).toBe(DUPLICATE);
  });

  it('names collection and index when it refuses', async () => {
    const items = fresh();
    await items.createIndex({ key: 1 }, { unique: true, name: 'by_key' });
    await items.insertOne({ key: 1 });
    await expect(items.insertOne({ key: 1 })).rejects.toThrow(`${items.namespace} index: by_key`);
  });

  it('can be made by ten processes at once', async () => {
    const items = fresh();
    const { codes } = await race(10, () => items.createIndex({ key: 1 }, { unique: true }));
    expect(codes).toEqual([]);
    expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_', 'key_1']);
  });

  it('can be dropped', async () => {
    const items = fresh();
    await items.createIndexes([
      { key: { a: 1 }, name: 'a' },
      { key: { b: -1, c: 1 }, name: 'b', sparse: true },
    ]);
    await items.dropIndex('a');
    expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_', 'b']);
  });
});

describe('a race', () => {
  it('for one version has exactly one winner', async () => {
    const items = fresh();
    await items.insertOne({ _id: 1, version: 1 });
    const { values, codes } = await race(20, (runner) =>
      items.updateOne({ _id: 1, version: 1 }, { $set: { by: runner }, $inc: { version: 1 } }),
    );
    expect(codes).toEqual([]);
    expect(values.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  it('of two hundred increments loses none', async () => {
    const items = fresh();
    await items.insertOne({ _id: 1, count: 0 });
    await race(200, () => items.updateOne({ _id: 1 }, { $inc: { count: 1 } }));
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, count: 200 });
  });

  it('to claim from a queue gives each item to one', async () => {
    const items = fresh();
    await items.createIndex({ state: 1, due: 1 });
    await items.insertMany(Array.from({ length: 40 }, (_, due) => ({ state: 'waiting', due })));
    const { values } = await race(40, (by) =>
      items.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken', by } }, { sort: { due: 1 } }),
    );
    expect(new Set(values.map((item) => String(item?._id))).size).toBe(40);
  });

  it('of upserts makes one document and succeeds for all', async () => {
    const items = fresh();
    await items.createIndex({ key: 1 }, { unique: true });
    const { codes } = await race(20, () => items.updateOne({ key: 'x' }, { $inc: { count: 1 } }, { upsert: true }));
    expect(codes).toEqual([]);
    expect(await items.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ key: 'x', count: 20 }]);
  });

  it('to be first in a new collection is lost by nobody', async () => {
    const items = fresh();
    const { codes } = await race(20, (runner) => items.insertOne({ _id: runner }));
    expect(codes).toEqual([]);
    expect(await items.countDocuments({})).toBe(20);
  });

  it('of bulk writes over the same documents is won by all in the end', async () => {
    const items = fresh();
    await items.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id, count: 0 })));
    const bulk = (order: number[]) =>
      items.bulkWrite(
        order.map((_id) => ({ updateOne: { filter: { _id }, update: { $inc: { count: 1 } } } })),
        { ordered: false },
      );
    const up = Array.from({ length: 10 }, (_, id) => id);
    const { codes } = await race(12, (runner) => bulk(runner % 2 ? up : up.toReversed()));
    expect(codes).toEqual([]);
    expect((await items.find({ count: 12 }).toArray()).length).toBe(10);
  });
});

const updated = async (
  before: Item,
  update: mongo.UpdateFilter<mongo.Document>,
  options = {},
  filter = {},
): Promise<Item> => {
  const items = fresh();
  await items.insertOne({ _id: 1, ...before });
  await items.updateOne({ _id: 1, ...filter }, update, options);
  const { _id, ...after } = (await items.findOne({ _id: 1 })) ?? {};
  return after;
};

describe('an update', () => {
  it.each<[string, Item, mongo.Document, Item]>([
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push the last few', { a: [1] }, { $push: { a: { $each: [2, 3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push in order',
      { a: [{ s: 3 }] },
      { $push: { a: { $each: [{ s: 1 }], $sort: { s: 1 } } } },
      { a: [{ s: 1 }, { s: 3 }] },
    ],
    ['$push in front', { a: [1] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1] }],
    ['$pull by condition', { a: [{ k: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
    ['$pop', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    [
      '$min, $max, $mul',
      { a: 5, b: 5, c: 5 },
      { $min: { a: 1 }, $max: { b: 9 }, $mul: { c: 2 } },
      { a: 1, b: 9, c: 10 },
    ],
    ['$rename, $unset', { d: 5, e: 5 }, { $rename: { d: 'z' }, $unset: { e: '' } }, { z: 5 }],
    ['every element', { a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
    ['a nested field', { n: { x: 1 } }, { $set: { 'n.y': 2 } }, { n: { x: 1, y: 2 } }],
  ])('can %s', async (_, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it('can reach the element that the filter found', async () => {
    const lines = {
      a: [
        { k: 'x', v: 1 },
        { k: 'y', v: 1 },
      ],
    };
    expect(await updated(lines, { $set: { 'a.$.v': 9 } }, {}, { 'a.k': 'y' })).toEqual({
      a: [
        { k: 'x', v: 1 },
        { k: 'y', v: 9 },
      ],
    });
  });

  it('can reach elements by array filters', async () => {
    const nested = { a: [{ k: 'x', b: [{ n: 1 }, { n: 5 }] }] };
    const arrayFilters = [{ 'i.k': 'x' }, { 'j.n': { $gt: 2 } }];
    expect(await updated(nested, { $inc: { 'a.$[i].b.$[j].n': 1 } }, { arrayFilters })).toEqual({
      a: [{ k: 'x', b: [{ n: 1 }, { n: 6 }] }],
    });
  });

  it('counts what it matched and what it changed', async () => {
    const items = fresh();
    await items.insertOne({ _id: 1, a: 1 });
    const same = await items.updateOne({ _id: 1 }, { $set: { a: 1 } });
    expect([same.matchedCount, same.modifiedCount]).toEqual([1, 0]);
    const none = await items.updateOne({ _id: 2 }, { $set: { a: 1 } });
    expect([none.matchedCount, none.upsertedId]).toEqual([0, null]);
  });

  it('can find, change and return in one step', async () => {
    const items = fresh();
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    const options = { sort: { n: -1 }, returnDocument: 'after', projection: { n: 1 } } as const;
    expect(await items.findOneAndUpdate({}, { $inc: { n: 10 } }, options)).toEqual({ _id: 2, n: 12 });
    expect(await items.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    expect(
      await items.findOneAndUpdate({ _id: 3 }, { $set: { n: 3 } }, { upsert: true, returnDocument: 'after' }),
    ).toEqual({ _id: 3, n: 3 });
  });
});

describe('a bulk write', () => {
  it('in any order does everything that can be done, and says which could not', async () => {
    const items = fresh();
    const work = items.bulkWrite(
      [
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 2 } } },
        { updateOne: { filter: { _id: 9 }, update: { $set: { a: 1 } }, upsert: true } },
      ],
      { ordered: false },
    );
    const failure: unknown = await work.catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: DUPLICATE, writeErrors: [{ index: 1, code: DUPLICATE }] });
    expect(await items.distinct('_id')).toEqual([1, 2, 9]);
  });

  it('in order stops at the first failure', async () => {
    const items = fresh();
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    expect(await codeOf(items.insertMany(documents))).toBe(DUPLICATE);
    expect(await items.countDocuments({})).toBe(1);
  });

  it('counts per kind', async () => {
    const items = fresh();
    await items.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);
    const result = await items.bulkWrite([
      { updateMany: { filter: { a: 1 }, update: { $set: { b: 1 } } } },
      { replaceOne: { filter: { a: 2 }, replacement: { q: 1 } } },
      { deleteMany: { filter: { b: 1 } } },
    ]);
    expect([result.matchedCount, result.modifiedCount, result.deletedCount]).toEqual([3, 3, 2]);
  });

  it('with a driver that repeats writes has no second effect for a repeated one', async () => {
    const items = fresh();
    await items.insertOne({ _id: 1, count: 0 });
    const command = {
      update: items.collectionName,
      lsid: { id: new mongo.UUID() },
      txnNumber: mongo.Long.fromNumber(1),
      updates: [{ q: { _id: 1 }, u: { $inc: { count: 1 } } }],
    };
    await db.command(command);
    await db.command(command);
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, count: 1 });
  });
});

describe('a query', () => {
  let items: mongo.Collection<Item>;
  beforeAll(async () => {
    items = fresh();
    await items.insertMany([
      { _id: 1, s: 'Alpha', n: 1, a: [1, 2], o: { k: 1 } },
      { _id: 2, s: 'alpha', n: 2, a: [{ q: 1 }, { q: 5 }] },
      { _id: 3, s: 'Beta', n: null },
      { _id: 4, s: 'a.c(1)' },
    ]);
  });

  it.each<[string, mongo.Filter<Item>, number[]]>([
    ['a pattern in any case', { s: /^alp/i }, [1, 2]],
    ['an escaped pattern', { s: { $regex: 'a\\.c\\(1\\)' } }, [4]],
    ['an element', { a: { $elemMatch: { q: { $gt: 3 } }, $size: 2 } }, [2]],
    ['null, which matches missing too', { n: null }, [3, 4]],
    ['null by its type', { n: { $type: 'null' } }, [3]],
    ['an expression', { $expr: { $gt: ['$n', 1] } }, [2]],
    ['none of several', { $nor: [{ n: 1 }], _id: { $nin: [4] }, s: { $not: /^a/i } }, [3]],
    ['a nested field', { 'o.k': 1 }, [1]],
    ['one of many', { _id: { $in: [1, 3, 99] } }, [1, 3]],
  ])('finds by %s', async (_, filter, ids) => {
    expect((await items.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(ids);
  });

  it('ignores case by collation', async () => {
    const found = items.find({ s: 'ALPHA' }, { collation: { locale: 'en', strength: 2 } }).sort({ _id: 1 });
    expect((await found.toArray()).map(({ _id }) => _id)).toEqual([1, 2]);
  });

  it('counts, estimates and lists values', async () => {
    expect(await items.countDocuments({ n: { $gt: 0 } })).toBe(2);
    expect(await items.distinct('n', { n: { $gt: 0 } })).toEqual([1, 2]);
  });

  it('accepts majority concerns, a hint and a time limit', async () => {
    await items.insertOne({ _id: 99 }, { writeConcern: { w: 'majority', journal: true } });
    const found = items
      .find({ _id: 99 }, { readConcern: { level: 'majority' } })
      .hint({ _id: 1 })
      .maxTimeMS(5_000);
    expect(await found.toArray()).toEqual([{ _id: 99 }]);
    await items.deleteOne({ _id: 99 });
  });

  it('pages by key as by offset', async () => {
    const visits = fresh();
    await visits.createIndex({ site: 1, at: -1, _id: -1 });
    await visits.insertMany(
      Array.from({ length: 200 }, (_, _id) => ({ _id, site: _id % 4, at: new Date(1e12 + (_id % 20) * 1000) })),
    );
    const order = { at: -1, _id: -1 } as const;
    const first = await visits.find({ site: 2 }).sort(order).limit(10).toArray();
    const last: mongo.Document = first.at(-1) ?? {};
    const after = { site: 2, $or: [{ at: { $lt: last['at'] } }, { at: last['at'], _id: { $lt: last['_id'] } }] };
    const byKey = await visits.find(after).sort(order).limit(10).toArray();
    expect(byKey).toEqual(await visits.find({ site: 2 }).sort(order).skip(10).limit(10).toArray());
  });

  it('is read in batches to its end, sorted or not', async () => {
    const many = fresh();
    await many.insertMany(Array.from({ length: 3_000 }, (_, i) => ({ i })));
    const sorted = await many
      .aggregate([{ $match: { i: { $gte: 0 } } }, { $sort: { i: 1 } }], { batchSize: 100 })
      .toArray();
    expect(sorted.map((item) => item['i'])).toEqual(Array.from({ length: 3_000 }, (_, i) => i));
    expect(await many.find({}, { batchSize: 100 }).toArray()).toHaveLength(3_000);
  });

  it('is answered while forty sorted cursors are half read', async () => {
    const many = fresh();
    await many.insertMany(Array.from({ length: 400 }, (_, i) => ({ i })));
    const cursors = Array.from({ length: 40 }, () => many.find({}).sort({ i: -1 }).batchSize(5));
    await Promise.all(cursors.map((cursor) => cursor.next()));
    expect(await many.findOne({ i: 7 })).toMatchObject({ i: 7 });
    await Promise.all(cursors.map((cursor) => cursor.close()));
  });
});

describe('an aggregation', () => {
  let visits: mongo.Collection<Item>;
  let sites: mongo.Collection<Item>;
  beforeAll(async () => {
    [visits, sites] = [fresh(), fresh()];
    await sites.insertMany([
      { _id: 10, name: 'ten' },
      { _id: 11, name: 'eleven' },
    ]);
    await visits.insertMany([
      { _id: 1, who: 'a', n: 1, tags: ['x', 'y'], site: 10, at: new Date('2026-01-05T10:00:00Z') },
      { _id: 2, who: 'a', n: 3, tags: ['x'], site: 10, at: new Date('2026-01-06T10:00:00Z') },
      { _id: 3, who: 'b', n: 5, tags: [], site: 11, at: new Date('2026-02-05T10:00:00Z') },
    ]);
  });
  const run = (...pipeline: mongo.Document[]) => visits.aggregate(pipeline).toArray();

  it('groups', async () => {
    const sums = { _id: '$who', sum: { $sum: '$n' }, mean: { $avg: '$n' }, most: { $max: '$n' }, all: { $push: '$n' } };
    expect(await run({ $sort: { _id: 1 } }, { $group: sums }, { $sort: { _id: 1 } })).toEqual([
      { _id: 'a', sum: 4, mean: 2, most: 3, all: [1, 3] },
      { _id: 'b', sum: 5, mean: 5, most: 5, all: [5] },
    ]);
  });

  it('explains how a query is read', async () => {
    const plan = JSON.stringify(await visits.find({ who: 'a' }).explain());
    expect(plan).toContain('winningPlan');
    expect(plan).toContain(visits.collectionName);
    await expect(db.command({ explain: { ping: 1 } })).rejects.toThrow('cannot explain');
  });

  it('joins', async () => {
    const join = { from: sites.collectionName, localField: 'site', foreignField: '_id', as: 'site' };
    expect(await run({ $match: { _id: 1 } }, { $lookup: join }, { $project: { site: 1 } })).toEqual([
      { _id: 1, site: [{ _id: 10, name: 'ten' }] },
    ]);
  });

  it('unwinds, also what is empty', async () => {
    expect(await run({ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' })).toEqual([
      { n: 4 },
    ]);
  });

  it('answers several questions at once', async () => {
    const facets = { count: [{ $count: 'n' }], top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1 } }] };
    expect(await run({ $facet: facets })).toEqual([{ count: [{ n: 3 }], top: [{ _id: 3, n: 5 }] }]);
  });

  it('knows months in a zone', async () => {
    const month = { $dateTrunc: { date: '$at', unit: 'month', timezone: 'Europe/London' } };
    expect(await run({ $group: { _id: month, n: { $sum: 1 } } }, { $sort: { _id: 1 } })).toEqual([
      { _id: new Date('2026-01-01T00:00:00Z'), n: 2 },
      { _id: new Date('2026-02-01T00:00:00Z'), n: 1 },
    ]);
  });

  it('writes what it found', async () => {
    const totals = fresh();
    await run({ $group: { _id: '$who', n: { $sum: '$n' } } }, { $merge: { into: totals.collectionName } });
    expect(await totals.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 4 },
      { _id: 'b', n: 5 },
    ]);
  });
});

describe('a value', () => {
  it('keeps its type', async () => {
    const items = fresh();
    const item = {
      _id: 1,
      decimal: mongo.Decimal128.fromString('12.340'),
      long: mongo.Long.fromString('9007199254740993'),
      bytes: new mongo.Binary(Buffer.from('hi')),
      id: new mongo.UUID(),
      at: new Date(5),
      pattern: /a/i,
    };
    await items.insertOne(item);
    expect(await items.findOne({ _id: 1 }, { promoteLongs: false })).toEqual(item);
  });

  it('may fill a document of four megabytes, but not of seventeen', async () => {
    const items = fresh();
    await items.insertOne({ _id: 1, text: 'x'.repeat(4e6) });
    expect((await items.findOne({ _id: 1 }))?.['text']).toHaveLength(4e6);
    await expect(items.insertOne({ text: 'x'.repeat(17e6) })).rejects.toThrow(/BSON|size|large/i);
  });

  it('may be a file of a megabyte', async () => {
    const bucket = new mongo.GridFSBucket(db, { bucketName: `files${randomUUID().slice(0, 8)}` });
    const upload = bucket.openUploadStream('photo');
    await new Promise(
      (resolve, reject) => void upload.once('finish', resolve).once('error', reject).end(Buffer.alloc(1e6, 7)),
    );
    const chunks = await bucket.openDownloadStream(upload.id).toArray();
    expect(Buffer.concat(chunks as Buffer[])).toEqual(Buffer.alloc(1e6, 7));
  });
});

describe('a server', () => {
  it('serves forty connections of a second client', async () => {
    const second = await store.connect({ maxPoolSize: 40, minPoolSize: 40 });
    const pings = Array.from({ length: 40 }, () => second.db(db.databaseName).command({ ping: 1 }));
    expect((await Promise.all(pings)).map((answer) => answer['ok'])).toEqual(Array(40).fill(1));
  });

  it('refuses what it does not know by name', async () => {
    expect(await codeOf(db.command({ noSuchThing: 1 }))).toBe(59);
  });

  it('lists databases and collections', async () => {
    const items = fresh();
    await items.insertOne({});
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toContain(items.collectionName);
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toContain(db.databaseName);
  });
});
