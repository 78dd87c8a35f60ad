import type { Handler } from '@guildhall/kernel';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { Confirm, Confirmed } from './confirm-sign-up.ts';

type Confirmer = (wanted: Confirm) => Promise<Confirmed | undefined>;

/** The button behind a link from a mail, whatever the link was for. */
export const confirmHandler =
  (confirmers: readonly Confirmer[]): Handler<Confirm, Confirmed> =>
  async (wanted) => {
    for (const confirm of confirmers) {
      const confirmed = await confirm(wanted);
      if (confirmed) return confirmed;
    }
    throw accountRefusals.confirmationInvalid();
  };
