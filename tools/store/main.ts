import { parseArgs } from 'node:util';
import { explain } from '../process/sentence.ts';
import { startStore } from './store.ts';

const USAGE = 'node tools/store/main.ts --dir <folder> [--data-dir <folder>] [--port <number>]';

const { values } = parseArgs({
  options: { dir: { type: 'string' }, 'data-dir': { type: 'string' }, port: { type: 'string', default: '0' } },
});
const port = Number(values.port);
if (values.dir === undefined || !Number.isInteger(port)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(64);
}

const stopping = new AbortController();
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopping.abort();
      resolve();
    });
  }
});

try {
  const store = await startStore({
    dir: values.dir,
    ...(values['data-dir'] !== undefined && { dataDir: values['data-dir'] }),
    port,
    report: (line) => process.stderr.write(`${line}\n`),
    signal: stopping.signal,
  });
  process.stdout.write(`${JSON.stringify({ url: store.url, kind: store.kind })}\n`);
  await asked;
  await store.stop();
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
