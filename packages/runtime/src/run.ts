import { type Clock, systemClock } from '@guildhall/kernel';
import { type Bus, connectBus } from '@guildhall/messaging';
import { connectStore, type Store } from '@guildhall/mongo';
import type { z } from 'zod';
import { type Health, health, serveHealth } from './health.ts';
import { type Lifecycle, lifecycle } from './lifecycle.ts';
import { createLog, type Logger } from './log.ts';
import { followSandboxClock, type MovableClock } from './movable-clock.ts';
import { type ProcessSettings, settings, SettingsError, settingsExitCode } from './settings.ts';
import { startTelemetry } from './telemetry.ts';

/** What a service is given when it starts; everything in it is closed for it. */
export type Process<S> = Readonly<{
  settings: S;
  log: Logger;
  clock: MovableClock;
  bus: Bus;
  store: Store;
  life: Lifecycle;
  health: Health;
}>;

type Service<T extends z.ZodObject> = Readonly<{
  name: string;
  /** Contains `ProcessSettings.shape`. */
  settings: T;
  start: (process: Process<z.infer<T>>) => Promise<void>;
}>;

/**
 * Runs a service as this process: reads the settings, opens log, telemetry, health port, broker, store and clock,
 * starts it, and on SIGTERM or SIGINT closes everything in reverse order and exits with 0. Wrong settings end it
 * with their list and exit code 78; anything else that cannot be opened, or goes wrong unseen, with 1.
 */
export async function run<T extends z.ZodObject>(service: Service<T>): Promise<void> {
  const known = readSettings(service.settings);
  const base = known as unknown as ProcessSettings;
  const log = createLog({ service: service.name, level: base.LOG_LEVEL });
  const life = lifecycle((name, error) => log.error({ error, name }, 'could not be closed'));
  const state = health();
  const stop = endings(log, life, state);
  try {
    const opened = await open(service.name, base, life, state);
    await service.start({ settings: known, log, life, health: state, ...opened });
    state.started();
    log.info('ready');
  } catch (error) {
    log.fatal({ error }, 'could not start');
    await stop(1);
  }
}

function readSettings<T extends z.ZodObject>(schema: T): z.infer<T> {
  try {
    return settings(schema);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(settingsExitCode);
  }
}

async function open(name: string, known: ProcessSettings, life: Lifecycle, state: Health) {
  const telemetry = await life.hold('telemetry', startTelemetry(name, known.OTLP_URL), (held) => held.close());
  const listening = { host: known.HEALTH_HOST, port: known.HEALTH_PORT, health: state, metrics: telemetry.scrape };
  await life.hold('health port', serveHealth(listening), (held) => held.close());
  const database = known.MONGO_DATABASE ?? `guildhall_${name}`;
  const storing = connectStore({ url: known.MONGO_URL, database, appName: name });
  const store = await life.hold('store', storing, (held) => held.close());
  const bus = await life.hold('broker', connectBus({ servers: known.NATS_URL, name }), (held) => held.close());
  const clock = await openClock(name, known, bus, life);
  state.check('store', () => store.ping());
  state.check('broker', () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });
  return { store, bus, clock };
}

async function openClock(name: string, known: ProcessSettings, bus: Bus, life: Lifecycle): Promise<MovableClock> {
  if (!known.SANDBOX) return standing(systemClock);
  const following = await life.hold('clock', followSandboxClock(bus, name), (held) => held.close());
  return following.clock;
}

const standing = (clock: Clock): MovableClock => ({ ...clock, onMove: () => () => undefined });

const closeWithinMs = 8_000;

/** Ends the process once, in order, within eight seconds; a second signal while closing changes nothing. */
function endings(log: Logger, life: Lifecycle, state: Health): (code: number) => Promise<void> {
  let ending: Promise<void> | undefined;
  const end = async (code: number): Promise<void> => {
    state.stopping();
    const late = setTimeout(() => process.exit(code || 1), closeWithinMs);
    await life.close();
    clearTimeout(late);
    process.exit(code);
  };
  const stop = (code: number): Promise<void> => (ending ??= end(code));
  process.on('SIGTERM', () => void stop(0)).on('SIGINT', () => void stop(0));
  const unforeseen = (error: unknown): void => {
    log.fatal({ error }, 'unforeseen error');
    void stop(1);
  };
  process.on('uncaughtException', unforeseen).on('unhandledRejection', unforeseen);
  return stop;
}
