import {
  createLog,
  health,
  lifecycle,
  serveHealth,
  SettingsError,
  settingsExitCode,
  startTelemetry,
} from '@guildhall/runtime';
import { clockLink } from './clock/clock-link.ts';
import { startSandbox } from './compose.ts';
import { type Config, loadConfig } from './config.ts';

// Needs neither store nor broker, unlike the services: so it opens what it has by itself.
const config = readConfig();
const log = createLog({ service: 'sandbox', level: config.logLevel });
const life = lifecycle((name, error) => log.error({ error, name }, 'could not be closed'));
const state = health();
const stopping = new AbortController();

let ending: Promise<void> | undefined;
const stop = (code: number): void => {
  stopping.abort();
  state.stopping();
  ending ??= life.close().then(() => process.exit(code));
};
process.on('SIGTERM', () => stop(0)).on('SIGINT', () => stop(0));
const fail = (error: unknown): void => {
  log.fatal({ error }, 'unforeseen error');
  stop(1);
};
process.on('uncaughtException', fail).on('unhandledRejection', fail);

try {
  await start();
} catch (error) {
  log.fatal({ error }, 'could not start');
  stop(1);
}

async function start(): Promise<void> {
  const report = (error: unknown) => log.warn({ error }, 'something went wrong');
  const telemetry = await life.hold('telemetry', startTelemetry('sandbox', config.otlpUrl), (held) => held.close());
  const listening = { ...config.health, health: state, metrics: telemetry.scrape };
  await life.hold('health port', serveHealth(listening), (held) => held.close());
  const link = await life.hold('broker', clockLink(report), (held) => held.close());
  const starting = startSandbox(config, { announce: link.announce, report });
  const { clock, httpPort, smtpPort } = await life.hold('sandbox', starting, (held) => held.close());
  if (config.natsUrl) {
    link.connect(config.natsUrl, clock, stopping.signal).catch((error) => stopping.signal.aborted || report(error));
  } else log.info('no NATS_URL: the clock moves for the sandbox alone');
  state.started();
  log.info({ httpPort, smtpPort }, `the inbox is at http://${config.host}:${httpPort}`);
}

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(settingsExitCode);
  }
}
