import 'reflect-metadata';
import type { SendMessage } from '@guildhall/contracts/notifier/v1/commands';
import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client, type Envelope, sealer, sendCommand } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { createLog, health, lifecycle, type MovableClock, settings } from '@guildhall/runtime';
import { headers } from '@nats-io/transport-node';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

const KEY = new Uint8Array(32).fill(7);

/** Seals variables as the asking services do. */
export const testSealer = sealer(KEY);

const environment = {
  NATS_URL: 'nats://127.0.0.1',
  MONGO_URL: 'mongodb://127.0.0.1',
  SEALING_KEY: Buffer.from(KEY).toString('base64url'),
  SANDBOX: 'on',
};

type Surroundings = Readonly<{ bus: Bus; store: Store; clock: MovableClock; env?: Record<string, string> }>;

/** One replica of the notifier, in this process. */
export async function startNotifier({ bus, store, clock, env = {} }: Surroundings) {
  const failures: unknown[] = [];
  const life = lifecycle((_name, error) => failures.push(error));
  const process = {
    life,
    log: createLog({ service: 'notifier', level: 'silent' }),
    health: health(),
    bus,
    store,
    clock,
  };
  await compose({ ...process, settings: settings(Settings, { ...environment, ...env }) });
  const calls = client(bus, NotifierService, { principal: servicePrincipal('test') });
  return { calls, failures, close: life.close };
}

/** Publishes a command as the relay of the asking service would. */
export async function ask(bus: Bus, command: SendMessage, traceparent?: string): Promise<void> {
  const envelope: Envelope = sendCommand(new Date(), command);
  const head = headers();
  for (const [name, value] of Object.entries({ ...envelope.headers, ...(traceparent && { traceparent }) })) {
    head.set(name, value);
  }
  await bus.js.publish(envelope.subject, envelope.data, { headers: head });
}
