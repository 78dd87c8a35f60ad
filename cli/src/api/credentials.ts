import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How this machine is signed in: tokens of a device that is in the person's list and can be revoked there. */
export type Credentials = Readonly<{ url: string; accessToken: string; refreshToken: string }>;

export interface CredentialStore {
  load(): Promise<Credentials | undefined>;
  save(credentials: Credentials): Promise<void>;
  forget(): Promise<void>;
}

/** Keeps them in one file that only its owner may read. */
export function credentialFile(folder: string): CredentialStore {
  const path = join(folder, 'credentials.json');
  return {
    load: async () => {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : (JSON.parse(text) as Credentials);
    },
    save: async (credentials) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(path, `${JSON.stringify(credentials, undefined, 2)}\n`, { mode: 0o600 });
    },
    forget: () => rm(path, { force: true }),
  };
}
