import { retryStale } from '@guildhall/kernel';
import type { ServiceIdentities } from '../oidc/ports.ts';
import type { Passwords } from './ports.ts';

type Deps = Readonly<{ passwords: Passwords; identities: ServiceIdentities }>;

/** Forgets everything that accounts keep of a person; a repeat forgets what is left. */
export const accountEraser =
  ({ passwords, identities }: Deps) =>
  async (personId: string): Promise<void> => {
    await forget(passwords, personId);
    for (const { id } of await identities.ofPerson(personId)) await forget(identities, id);
  };

type Kept<Entity> = Readonly<{
  find(id: string): Promise<Entity | undefined>;
  remove(entity: Entity): Promise<void>;
}>;

const forget = <Entity>(kept: Kept<Entity>, id: string): Promise<void> =>
  retryStale(async () => {
    const current = await kept.find(id);
    if (current) await kept.remove(current);
  });

/** What accounts keep of a person, for that person to read: no hashes, no tokens. */
export const accountExporter =
  ({ passwords, identities }: Deps) =>
  async (personId: string) => {
    const [password, links] = await Promise.all([passwords.find(personId), identities.ofPerson(personId)]);
    return {
      password: password?.hash ? { changedAt: password.changedAt?.toISOString() } : undefined,
      services: links.map(({ provider, email, linkedAt }) => ({ provider, email, linkedAt: linkedAt?.toISOString() })),
    };
  };
