import type { Handler } from '@guildhall/kernel';
import { linkIsBack } from '../../domain/outcome-of-invitation.ts';
import { keepNews, type KeepDeps } from './keep-effect.ts';

/** Somebody who waits for a link is to be invited now. */
export const inviteAgainHandler =
  (deps: KeepDeps): Handler<string> =>
  async (id) => {
    const volunteer = await deps.volunteers.find(id);
    if (volunteer?.onboarding.phase === 'waiting-for-link') await keepNews(deps)(volunteer, { apply: linkIsBack });
  };
