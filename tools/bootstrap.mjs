// @ts-check
// Runs on the machine's own Node (20 or newer): installs what the lockfile says, then hands over to tools/main.ts on ours.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, isInstalled } from './bootstrap/install.mjs';
import { complaint, ourNode } from './bootstrap/runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** @param {string} line */
const say = (line) => console.log(`· ${line}`);

/** @param {string} node @param {string[]} args @returns {Promise<number>} the exit code of the verb */
const handOver = (node, args) =>
  new Promise((resolve, reject) => {
    const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
    const child = spawn(node, [join(root, 'tools', 'main.ts'), ...args], {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });

try {
  const tooOld = complaint(process.version);
  if (tooOld !== undefined) throw new Error(tooOld);
  if (!isInstalled(root)) await install(root, say);
  process.exitCode = await handOver(ourNode(root, say), process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
