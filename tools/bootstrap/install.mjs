// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root */
const stampPath = (root) => join(root, 'node_modules', '.guildhall-lock');

/** @param {string} root @returns {string} a hash of the lockfile */
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether what is installed is what the lockfile says.
 * @param {string} root the checkout
 */
export const isInstalled = (root) => {
  const stamp = stampPath(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash(root);
};

/** @param {string} root records that the lockfile is installed */
export const markInstalled = (root) => writeFileSync(stampPath(root), `${lockHash(root)}\n`);

/**
 * Runs a program with its output on the screen.
 * @param {string} command @param {string[]} args @param {string} cwd
 * @returns {Promise<number>} its exit code
 */
const show = (command, args, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () =>
      reject(new Error(`${command} is missing: it comes with Node, https://nodejs.org has both.`)),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });

/**
 * Installs exactly what the lockfile says.
 * @param {string} root the checkout @param {(line: string) => void} say
 */
export const install = async (root, say) => {
  say('installing packages (npm ci), about a minute the first time');
  const code = await show('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (code !== 0) throw new Error(`npm ci failed with code ${code}: see above; it needs a reachable npm registry.`);
  markInstalled(root);
};
