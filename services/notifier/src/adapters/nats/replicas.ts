import type { Bus } from '@guildhall/messaging';
import type { Pause, Sharing } from '@guildhall/providers';
import { hash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { presence } from './presence.ts';

const BEAT_MS = 1_000;
/** Three beats missed: it is gone. */
const GONE_MS = 3_500;
/** How long the others have to answer who comes new, and to make room. */
const SETTLE_MS = 300;

const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('here'), id: z.string().max(64) }),
  z.object({ kind: z.literal('gone'), id: z.string().max(64) }),
  z.object({
    kind: z.literal('pause'),
    id: z.string().max(64),
    provider: z.string().max(64),
    isEmergency: z.boolean(),
    key: z.string().max(500),
    ms: z.number().int().min(0).max(86_400_000),
  }),
]);
type Said = z.infer<typeof Said>;

export type Replicas = Sharing & Readonly<{ close(): void }>;

type Options = Readonly<{
  /** Replicas with the same name share their accounts. */
  name: string;
  beatMs?: number;
  goneMs?: number;
}>;

/**
 * Those who send by the same accounts: each says every second that it is there, and takes its part of every limit. One
 * that comes new begins when the others had time to make room. What a vendor asks of one, all are told. Without the
 * broker their number stays what it was: a limit is kept rather than used.
 */
export async function joinReplicas(
  bus: Pick<Bus, 'nc' | 'isConnected' | 'onStatus'>,
  options: Options,
): Promise<Replicas> {
  const { beatMs = BEAT_MS, goneMs = GONE_MS } = options;
  const id = randomUUID();
  const others = presence();
  const listeners = new Set<(pause: Pause) => void>();
  const hear = (said: Said): void => {
    if (said.id === id) return;
    if (said.kind === 'pause') return listeners.forEach((listener) => listener(said));
    if (said.kind === 'gone') return others.left(said.id);
    if (others.heard(said.id)) say({ kind: 'here', id });
  };
  const { say, hangUp } = converse(bus.nc, options.name, hear);
  const beat = (): void => {
    say({ kind: 'here', id });
    if (bus.isConnected()) others.forget(goneMs);
  };
  const stopStatus = bus.onStatus(others.excuse);
  const timer = setInterval(beat, beatMs).unref();
  beat();
  await sleep(SETTLE_MS);
  return {
    count: () => others.count() + 1,
    changedAt: others.changedAt,
    tell: (pause) => say({ kind: 'pause', id, ...pause, ms: Math.round(pause.ms) }),
    onPause: (listener) => void listeners.add(listener),
    close: () => {
      clearInterval(timer);
      stopStatus();
      say({ kind: 'gone', id });
      hangUp();
    },
  };
}

/** Where those of one name hear each other. */
function converse(nc: Bus['nc'], name: string, hear: (said: Said) => void) {
  const subject = `peers.notifier.${hash('sha256', name, 'hex').slice(0, 16)}`;
  const subscription = nc.subscribe(subject, {
    callback: (error, message) => {
      const said = error ? undefined : read(message.string());
      if (said) hear(said);
    },
  });
  const say = (said: Said): void => {
    if (!nc.isClosed()) nc.publish(subject, JSON.stringify(said));
  };
  return { say, hangUp: () => subscription.unsubscribe() };
}

function read(text: string): Said | undefined {
  try {
    return Said.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
