import { AckPolicy, DeliverPolicy } from '@nats-io/jetstream';
import type { Bus } from '@guildhall/messaging';

/**
 * How many messages the stream has after this one (`<created>-<sequence>`); undefined when it is another stream now, so
 * that its numbers mean something else.
 */
export async function missedCount(
  bus: Bus,
  stream: string,
  subjects: readonly string[],
  id: string,
): Promise<number | undefined> {
  const [, created, sequence] = /^(\d+)-(\d{1,15})$/.exec(id) ?? [];
  const info = await bus.jsm.streams.info(stream).catch(() => undefined);
  const seen = Number(sequence);
  if (info === undefined || created !== String(Date.parse(info.created)) || seen > info.state.last_seq)
    return undefined;
  if (seen === info.state.last_seq) return 0;
  const counting = await bus.jsm.consumers.add(stream, {
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: seen + 1,
    filter_subjects: [...subjects],
    mem_storage: true,
    inactive_threshold: 5_000_000_000,
  });
  await bus.jsm.consumers.delete(stream, counting.name);
  return counting.num_pending;
}
