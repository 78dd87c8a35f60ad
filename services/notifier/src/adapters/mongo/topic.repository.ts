import type { Collection, Connection } from 'mongoose';
import type { Topics } from '../../app/requests/ports.ts';

type Kept = Readonly<{ _id: string; topic: string; personId: string }>;

const AT_ONCE = 500;

/** Who subscribed to what, one document for each. */
export async function topicRepository(connection: Connection): Promise<Topics> {
  const kept = connection.collection<Kept>('topic_subscribers');
  // The subscribers of a topic, in order of their ids; also the topics themselves.
  await kept.createIndex({ topic: 1, personId: 1 }, { name: 'by_topic' });
  // What an erased person subscribed to.
  await kept.createIndex({ personId: 1 }, { name: 'by_person' });
  return {
    add: async (topic, personIds) => {
      let added = 0;
      for (let from = 0; from < personIds.length; from += AT_ONCE) {
        const upserts = personIds.slice(from, from + AT_ONCE).map((personId) => ({
          updateOne: {
            filter: { _id: idOf(topic, personId) },
            update: { $setOnInsert: { topic, personId } },
            upsert: true,
          },
        }));
        added += (await kept.bulkWrite(upserts, { ordered: false })).upsertedCount;
      }
      return added;
    },
    remove: async (topic, personId) => {
      await kept.deleteOne({ _id: idOf(topic, personId) });
    },
    page: async (topic, after, limit) => {
      const found = await kept
        .find({ topic, personId: { $gt: after } })
        .sort({ personId: 1 })
        .limit(limit + 1)
        .toArray();
      const personIds = found.slice(0, limit).map(({ personId }) => personId);
      const last = personIds.at(-1);
      return { personIds, ...(found.length > limit && last !== undefined && { next: last }) };
    },
    list: (after, limit) => listTopics(kept, after, limit),
    forget: async (personId) => {
      await kept.deleteMany({ personId });
    },
  };
}

const idOf = (topic: string, personId: string): string => `${topic} ${personId}`;

async function listTopics(kept: Collection<Kept>, after: string, limit: number): ReturnType<Topics['list']> {
  const found = await kept
    .aggregate<{ _id: string; subscribers: number }>([
      { $match: { topic: { $gt: after } } },
      { $group: { _id: '$topic', subscribers: { $sum: 1 } } },
      { $sort: { _id: 1 } },
      { $limit: limit + 1 },
    ])
    .toArray();
  const topics = found.slice(0, limit).map(({ _id, subscribers }) => ({ key: _id, subscribers }));
  const last = topics.at(-1);
  return { topics, ...(found.length > limit && last && { next: last.key }) };
}
