import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { appTokensRemovableAt } from '../../domain/app-token.ts';
import type { AppTokens } from '../credential-ports.ts';

/** Removes what is left of an app's tokens some days after they ended. */
export const forgetAppTokensHandler =
  ({ appTokens, clock }: Readonly<{ appTokens: AppTokens; clock: Clock }>): Handler<string> =>
  (id) =>
    retryStale(async () => {
      const current = await appTokens.find(id);
      if (current && appTokensRemovableAt(current) <= clock.now()) await appTokens.remove(current);
    });
