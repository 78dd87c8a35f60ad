import type { Clock, Handler } from '@guildhall/kernel';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { type Passkey, renamePasskey } from '../../domain/passkey.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Passkeys } from '../credential-ports.ts';
import type { Audits, Caller } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type ListPasskeys = Readonly<{ caller: Caller }>;
export type RenamePasskey = Readonly<{ passkeyId: string; label: string; caller: Caller }>;
export type RemovePasskey = Readonly<{ passkeyId: string; caller: Caller }>;

type Deps = Readonly<{ passkeys: Passkeys; audits: Audits; clock: Clock }>;

/** The caller's passkeys, the newest last. */
export const listPasskeysHandler =
  ({ passkeys }: Pick<Deps, 'passkeys'>): Handler<ListPasskeys, readonly Passkey[]> =>
  async ({ caller }) =>
    (await passkeys.ofPerson(personOf(caller))).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());

export const renamePasskeyHandler =
  (deps: Deps): Handler<RenamePasskey, Passkey> =>
  ({ passkeyId, label, caller }) =>
    retryStale(async () => {
      const next = renamePasskey(await own(deps, passkeyId, caller), label.trim() || label);
      await deps.passkeys.save(next);
      await deps.audits.record([auditOf(caller, 'passkey.renamed', next.personId, deps.clock.now())]);
      return next;
    });

export const removePasskeyHandler =
  (deps: Deps): Handler<RemovePasskey> =>
  ({ passkeyId, caller }) =>
    retryStale(async () => {
      const current = await own(deps, passkeyId, caller);
      await deps.passkeys.remove(current);
      await deps.audits.record([auditOf(caller, 'passkey.removed', current.personId, deps.clock.now())]);
    });

/** Somebody else's is answered like one that never was. */
async function own({ passkeys }: Deps, passkeyId: string, caller: Caller): Promise<Passkey> {
  const found = await passkeys.find(passkeyId);
  if (!found || found.personId !== personOf(caller)) throw refusals.passkeyNotFound();
  return found;
}
