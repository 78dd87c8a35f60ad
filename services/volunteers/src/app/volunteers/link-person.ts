import type { Handler } from '@guildhall/kernel';
import { unchanged } from '../../domain/volunteer.ts';
import { keepNews, type KeepDeps } from '../onboarding/keep-effect.ts';

export type LinkPerson = Readonly<{ personId: string; emails: readonly string[] }>;

/** A volunteer is the person of identity who proved that the address is theirs. */
export const linkPersonHandler =
  (deps: KeepDeps): Handler<LinkPerson> =>
  async ({ personId, emails }) => {
    for (const email of emails) {
      const volunteer = await deps.volunteers.withEmail(email);
      if (!volunteer || volunteer.personId === personId) continue;
      await keepNews(deps)(volunteer, {
        apply: (current) =>
          current.email === email ? { next: { ...current, personId }, facts: [] } : unchanged(current),
      });
    }
  };
