import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import { freshUntil, reauthenticated } from '../../domain/session.ts';
import { auditOf, personOf } from '../caller.ts';
import type { ProvePurpose } from '../contacts/prove-purpose.ts';
import type { GivenCredential } from '../credential-ports.ts';
import type { ProveByPasskey } from '../passkeys/prove-by-passkey.ts';
import type { Caller, Sessions } from '../ports.ts';

export type Proof =
  | Readonly<{ kind: 'code'; challengeId: string; code: string }>
  | Readonly<{ kind: 'password'; password: string }>
  | Readonly<{ kind: 'passkey'; ceremonyId: string; credential: GivenCredential }>;
export type Reauthenticate = Readonly<{ proof: Proof; caller: Caller }>;

/** Whether this is the person's password. Limits of its own make guessing useless. */
export type IsPassword = (personId: string, password: string, caller: Caller) => Promise<boolean>;

type Deps = Readonly<{
  sessions: Sessions;
  provePurpose: ProvePurpose;
  proveByPasskey: ProveByPasskey;
  isPassword: IsPassword;
  clock: Clock;
}>;

/** Makes the caller's session fresh again, and says until when. */
export const reauthenticateHandler = (deps: Deps): Handler<Reauthenticate, Date> => {
  const { sessions, clock } = deps;
  return async ({ proof, caller }) => {
    const personId = personOf(caller);
    // A token proves nothing but itself: only who sits before a session can be asked.
    if (caller.principal.kind !== 'session') throw credentialRefusals.reauthenticationRequired();
    await prove(deps, proof, personId, caller);
    return retryStale(async () => {
      const at = clock.now();
      const current = await sessions.find(caller.principal.sessionId);
      if (current?.personId !== personId) throw refusals.sessionNotFound();
      const next = reauthenticated(current, at);
      await sessions.save(next, [audited(next, auditOf(caller, 'reauthenticated', personId, at))]);
      return freshUntil(next);
    });
  };
};

async function prove(deps: Deps, proof: Proof, personId: string, caller: Caller): Promise<void> {
  switch (proof.kind) {
    case 'code': {
      const { challengeId, code } = proof;
      await deps.provePurpose({ challengeId, code, purpose: { kind: 'reauthentication', personId } });
      return;
    }
    case 'passkey': {
      const { ceremonyId, credential } = proof;
      const passkey = await deps.proveByPasskey({ ceremonyId, credential });
      if (passkey.personId !== personId) throw credentialRefusals.wrongProof();
      return;
    }
    case 'password':
      if (!(await deps.isPassword(personId, proof.password, caller))) throw credentialRefusals.wrongProof();
  }
}
