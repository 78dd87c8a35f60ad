import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type Application, confirm } from '../../domain/application.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import type { Applications, ApplicationTokens } from './ports.ts';

type Deps = Readonly<{ applications: Applications; tokens: ApplicationTokens; clock: Clock; nudge: () => void }>;

/** The address is theirs who opened the link: from now on the application is read. */
export const confirmApplicationHandler =
  ({ applications, tokens, clock, nudge }: Deps): Handler<string, Application> =>
  (token) =>
    retryStale(async () => {
      const proof = tokens.open(token);
      const known = proof && (await applications.find(proof.id));
      const next = known && confirm(known, proof.nonce, clock.now());
      if (!next) throw governanceRefusals.applicationLinkInvalid();
      if (next !== known) await applications.save(next, []);
      nudge();
      return next;
    });
