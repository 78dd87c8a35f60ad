import { startGateway } from './gateway.ts';

/** A port from the environment; anything but a number from 0 to 65535 ends the process with a sentence. */
const portFrom = (name: string, fallback?: number): number => {
  const port = Number(process.env[name] ?? fallback);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  process.stderr.write(`${name} must be a port number.\n`);
  process.exit(78);
};

const gateway = await startGateway({
  port: portFrom('PORT', 0),
  postgres: { host: process.env['PGHOST'] ?? '127.0.0.1', port: portFrom('PGPORT', 5432) },
});
process.stdout.write(`${JSON.stringify({ listening: gateway.port, pid: process.pid })}\n`);

const stop = (): void => {
  void gateway.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Our parent holds the other end of the pipe: when it is killed, we go too.
if (process.env['EXIT_WITH_STDIN']) process.stdin.resume().once('end', stop);
