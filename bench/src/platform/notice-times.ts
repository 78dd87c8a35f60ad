import mongoose from 'mongoose';
import { quantile } from '../measure/latencies.ts';

type NoticeRow = Readonly<{ state: Readonly<{ reference: string; requestedAt: Date }> }>;
type Mark = Readonly<{ at: Date }>;
type VisitRow = Readonly<{ _id: string; state: Readonly<{ in: Mark; out?: Mark }> }>;

export type NoticeTimes = Readonly<{ p50Ms: number; p99Ms: number }>;

const sampled = 3_000;

/** How long after its movement each notice since `from` came to the notifier; a sample where there are many. */
export async function noticeTimes(mongoUrl: string, from: Date): Promise<NoticeTimes> {
  const connection = await mongoose.createConnection(mongoUrl).asPromise();
  try {
    const wanted = { 'state.requestedAt': { $gte: from } };
    const fields = { 'state.reference': 1, 'state.requestedAt': 1 };
    const messages = connection.useDb('guildhall_notifier').collection<NoticeRow>('messages');
    const notices = await messages.find(wanted, { projection: fields, batchSize: sampled }).limit(sampled).toArray();
    const visits = connection.useDb('guildhall_register').collection<VisitRow>('visits');
    const ids = notices.map(({ state }) => state.reference);
    const query = { projection: { 'state.in.at': 1, 'state.out.at': 1 }, batchSize: sampled };
    const found = await visits.find({ _id: { $in: ids } }, query).toArray();
    const begunAt = new Map(found.map(({ _id, state }) => [_id, (state.out ?? state.in).at.getTime()]));
    const times = notices.map(({ state }) => state.requestedAt.getTime() - (begunAt.get(state.reference) ?? NaN));
    return { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
  } finally {
    await connection.close();
  }
}
