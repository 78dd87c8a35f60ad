import type { Clock, Handler } from '@guildhall/kernel';
import { auditOf, personOf } from '../caller.ts';
import type { Audits, Caller } from '../ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';

export type LogOutEverywhere = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ endCredentials: EndCredentials; audits: Audits; clock: Clock }>;

/** Recorded first: what ends is many documents, and a repeat ends what is left. */
export const logOutEverywhereHandler =
  ({ endCredentials, audits, clock }: Deps): Handler<LogOutEverywhere> =>
  async ({ caller }) => {
    const personId = personOf(caller);
    await audits.record([auditOf(caller, 'logout.everywhere', personId, clock.now())]);
    await endCredentials(personId);
  };
