import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type Application, refuse } from '../../domain/application.ts';
import { decisionLetter } from '../../domain/letter.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { Applications } from './ports.ts';
import { applicationToDecide, placeInWords } from './visible-application.ts';

export type RefuseApplication = Readonly<{ applicationId: string; reason: string; caller: Caller }>;

type Deps = Readonly<{ applications: Applications; books: Books; scopes: Scopes; clock: Clock; nudge: () => void }>;

export const refuseApplicationHandler =
  (deps: Deps): Handler<RefuseApplication, Application> =>
  ({ reason, ...asked }) =>
    retryStale(async () => {
      const { application, book } = await applicationToDecide(deps, asked);
      const now = deps.clock.now();
      const next = refuse(application, asked.caller.principal.personId, reason.trim(), now);
      // What was said to the person is forgotten with the application.
      const audited = auditedAct(next, now, asked.caller, { action: 'application.refused' });
      await deps.applications.save(next, [decisionLetter(next, placeInWords(book, application), now), audited]);
      deps.nudge();
      return next;
    });
