import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Sentence } from '../process/sentence.ts';

/** Who PostgreSQL runs as where we are root, which it refuses to run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const FALLBACK_ROOT = '/var/tmp';

/** The account for PostgreSQL: `nobody` where we are root, else ourselves (undefined). */
export const storeAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid = '65534', gid = '65534'] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
};

const OTHERS_MAY_ENTER = 0o001;

/** The folder, or one above it, that other accounts may not enter; undefined when all may be entered or do not exist yet. */
export const firstClosedFolder = async (path: string): Promise<string | undefined> => {
  const folder = resolve(path);
  const above = folder === dirname(folder) ? undefined : await firstClosedFolder(dirname(folder));
  if (above !== undefined) return above;
  const mode = await stat(folder).then(
    (found) => found.mode,
    () => OTHERS_MAY_ENTER,
  );
  return mode & OTHERS_MAY_ENTER ? undefined : folder;
};

const ownFolder = async (path: string): Promise<string> => {
  await mkdir(path, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  if (found.isDirectory() && found.uid === process.getuid?.()) return path;
  throw new Sentence(
    `${path} belongs to somebody else: remove it, or move the checkout to a folder that everybody may enter.`,
  );
};

/**
 * The folder itself where the account may reach it, else one of the same meaning under /var/tmp, and says so: a checkout
 * in root's home is closed to everybody else.
 */
export const reachableFolder = async (
  path: string,
  account: Account | undefined,
  report: (line: string) => void,
): Promise<string> => {
  const closed = account && (await firstClosedFolder(path));
  if (closed === undefined) return path;
  const name = `guildhall-${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12)}`;
  const instead = await ownFolder(join(FALLBACK_ROOT, name));
  report(`${closed} is closed to the account the store runs as: using ${instead}`);
  return instead;
};

/** Makes a folder that only the account may enter. */
export const privateFolder = async (path: string, account: Account | undefined): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (account) await chown(path, account.uid, account.gid);
};
