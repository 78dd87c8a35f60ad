// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything of ours runs on this major version, whatever the machine has. */
export const WANTED_MAJOR = 24;
/** The machine's own Node only has to run this file and npm. */
export const LOWEST_MAJOR = 20;

/** @param {string} version for instance v24.1.0 @returns {number} its first number */
export const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** @param {string} version @returns {string | undefined} the sentence for a Node that is too old */
export const complaint = (version) =>
  majorOf(version) < LOWEST_MAJOR
    ? `Node ${LOWEST_MAJOR} or newer is needed, this is ${version}: https://nodejs.org has it.`
    : undefined;

/** @param {string} binary @returns {number} its major version, 0 when it does not run */
const installedMajor = (binary) => {
  if (!existsSync(binary) || statSync(binary).size === 0) return 0;
  try {
    return majorOf(execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return 0;
  }
};

/**
 * The Node that the lockfile brings; its install script is run when npm was told to skip scripts.
 * @param {string} root the checkout @param {(line: string) => void} say
 * @returns {string} the path of a Node 24
 */
export const ourNode = (root, say) => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(root, 'node_modules', 'node', 'bin', name);
  if (installedMajor(binary) === WANTED_MAJOR) return binary;
  say(`fetching Node ${WANTED_MAJOR}`);
  try {
    execFileSync('npm', ['rebuild', 'node', '--ignore-scripts=false'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch {
    // The check below says what is wrong, in words that help.
  }
  if (installedMajor(binary) === WANTED_MAJOR) return binary;
  if (majorOf(process.version) === WANTED_MAJOR) return process.execPath;
  throw new Error(`Node ${WANTED_MAJOR} could not be installed: run \`npm rebuild node\` and read what it says.`);
};
