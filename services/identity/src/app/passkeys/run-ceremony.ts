import { type Clock, isStale } from '@guildhall/kernel';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import type { Ceremony, CeremonyPurpose } from '../../domain/passkey.ts';
import type { Ceremonies, UsedCeremonies } from '../credential-ports.ts';

type Deps = Readonly<{ ceremonies: Ceremonies; usedCeremonies: UsedCeremonies; clock: Clock }>;

export type CeremonyRunner = Readonly<{
  /** Nothing is stored: who begins and never ends costs nothing. */
  start(purpose: CeremonyPurpose, personId: string): Readonly<{ ceremonyId: string; challenge: string }>;
  /** Throws `identity.ceremony_expired` for one that is foreign, over, for something else, or somebody else's. */
  open(ceremonyId: string, purpose: CeremonyPurpose, personId: string): Ceremony;
  /** Of all who use the same one, a single one gets past here. */
  useUp(ceremony: Ceremony): Promise<void>;
}>;

export const ceremonyRunner = ({ ceremonies, usedCeremonies, clock }: Deps): CeremonyRunner => ({
  start: (purpose, personId) => ceremonies.make(purpose, personId, clock.now()),
  open: (ceremonyId, purpose, personId) => {
    const found = ceremonies.read(ceremonyId, purpose, personId, clock.now());
    if (!found) throw refusals.ceremonyExpired();
    return found;
  },
  useUp: async (ceremony) => {
    await usedCeremonies.add(ceremony).catch((error: unknown) => {
      throw isStale(error) ? refusals.ceremonyExpired() : error;
    });
  },
});
