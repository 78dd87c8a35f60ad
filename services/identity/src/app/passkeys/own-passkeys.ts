import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { type Passkey, removePasskey, renamePasskey } from '../../domain/passkey.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Passkeys } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';

export type ListPasskeys = Readonly<{ caller: Caller }>;
export type RenamePasskey = Readonly<{ passkeyId: string; label: string; caller: Caller }>;
export type RemovePasskey = Readonly<{ passkeyId: string; caller: Caller }>;

type Deps = Readonly<{ passkeys: Passkeys; clock: Clock }>;

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
      const entry = auditOf(caller, 'passkey.renamed', next.personId, deps.clock.now());
      await deps.passkeys.save(next, [audited(next, entry)]);
      return next;
    });

export const removePasskeyHandler =
  (deps: Deps): Handler<RemovePasskey> =>
  ({ passkeyId, caller }) =>
    retryStale(async () => {
      const current = await own(deps, passkeyId, caller);
      const at = deps.clock.now();
      const next = removePasskey(current, at);
      await deps.passkeys.save(next, [audited(next, auditOf(caller, 'passkey.removed', current.personId, at))]);
    });

/** Lets go of what is left of a passkey that was removed. */
export const forgetPasskeyHandler =
  ({ passkeys }: Pick<Deps, 'passkeys'>): Handler<string> =>
  (passkeyId) =>
    retryStale(async () => {
      const current = await passkeys.find(passkeyId);
      if (current?.removedAt) await passkeys.remove(current);
    });

/** Somebody else's is answered like one that never was. */
async function own({ passkeys }: Deps, passkeyId: string, caller: Caller): Promise<Passkey> {
  const found = await passkeys.find(passkeyId);
  if (!found || found.removedAt || found.personId !== personOf(caller)) throw refusals.passkeyNotFound();
  return found;
}
