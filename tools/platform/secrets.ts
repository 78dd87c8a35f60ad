import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The keys that the services seal and sign with; made once per installation. */
export const SECRET_NAMES = ['SEALING_KEY', 'SESSION_KEY', 'CODE_KEY', 'LINK_KEY', 'APP_TOKEN_KEY', 'PIN_KEY'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];
export type Secrets = Readonly<Record<SecretName, string>>;

const KEY_BYTES = 32;

/** Reads the keys of this installation, making those that are not there yet; only the owner may read the file. */
export const loadSecrets = async (path: string): Promise<Secrets> => {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const kept = JSON.parse(text) as Partial<Secrets>;
  const entries = SECRET_NAMES.map((name) => [name, kept[name] ?? randomBytes(KEY_BYTES).toString('base64url')]);
  const secrets = Object.fromEntries(entries) as Secrets;
  if (SECRET_NAMES.some((name) => kept[name] === undefined)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify({ ...kept, ...secrets }, undefined, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
};
