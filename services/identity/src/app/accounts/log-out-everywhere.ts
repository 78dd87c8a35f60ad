import type { Clock, Handler } from '@guildhall/kernel';
import { auditOf, personOf } from '../caller.ts';
import type { Audits, Caller } from '../ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';

export type LogOutEverywhere = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ endCredentials: EndCredentials; audits: Audits; clock: Clock }>;

export const logOutEverywhereHandler =
  ({ endCredentials, audits, clock }: Deps): Handler<LogOutEverywhere> =>
  async ({ caller }) => {
    const personId = personOf(caller);
    await endCredentials(personId);
    await audits.record([auditOf(caller, 'logout.everywhere', personId, clock.now())]);
  };
