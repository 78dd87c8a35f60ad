import { MessageState, NotifierService } from '@guildhall/contracts/notifier/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const readyTimeoutMs = 5_000;

/** Why the platform is not at rest yet: what still waits somewhere, in words. Empty when nothing does. */
export async function unrest(bus: Bus): Promise<string[]> {
  const notifier = client(bus, NotifierService, { timeoutMs: 5_000 });
  const [open, lagging] = await Promise.all([
    Promise.all(
      [MessageState.REQUESTED, MessageState.SENDING].map((state) => notifier.listMessages({ state, pageSize: 1 })),
    ),
    laggingConsumers(bus),
  ]);
  const unsent = open.some(({ messages }) => messages.length > 0) ? ['messages are on their way'] : [];
  return [...unsent, ...lagging];
}

async function laggingConsumers({ jsm }: Bus): Promise<string[]> {
  const lagging: string[] = [];
  for await (const stream of jsm.streams.list()) {
    for await (const { name, num_pending, num_ack_pending } of jsm.consumers.list(stream.config.name)) {
      const waiting = num_pending + num_ack_pending;
      // Feeds are readers of the moment; only consumers that have a name of ours must have read everything.
      if (waiting > 0 && name.includes('-')) lagging.push(`${name} has ${waiting} messages before it`);
    }
  }
  return lagging;
}

/** What only a person could mend: processes that are not ready, and messages that a consumer gave up. */
export async function needsAPerson(bus: Bus, dataDir: string): Promise<string[]> {
  const notifier = client(bus, NotifierService, { timeoutMs: 5_000 });
  const { deadLetters } = await notifier.listDeadLetters({ pageSize: 200 });
  const dead = deadLetters.map(({ durable, reason }) => `${durable} gave a message up: ${reason}`);
  return [...(await notReady(dataDir)), ...dead];
}

async function notReady(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'run');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(
    names.map(async (name) => {
      const { ports } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { ports: Record<string, number> };
      const missing = ports['health'] === undefined ? undefined : await missingAt(ports['health']);
      return missing === undefined ? [] : [`${name.replace('.json', '')} is not ready: ${missing}`];
    }),
  );
  return found.flat();
}

/** What a process says that it is waiting for; undefined when it is ready. */
async function missingAt(port: number): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(readyTimeoutMs) });
    return answer.ok ? undefined : (await answer.text()).slice(0, 200);
  } catch (error) {
    return String(error);
  }
}
