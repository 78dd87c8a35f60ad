import type { Clock } from '@guildhall/kernel';
import { isAlive } from '../../domain/app-token.ts';
import type { AppTokens, SignedTokens } from '../credential-ports.ts';
import type { Holder } from '../sessions/holder.ts';

type Deps = Readonly<{ appTokens: AppTokens; signedTokens: SignedTokens; clock: Clock }>;

/** Who is behind an access token of the app; undefined when it is not ours, is over, or its device was signed out. */
export async function appTokenHolder(
  { appTokens, signedTokens, clock }: Deps,
  token: string,
): Promise<Holder | undefined> {
  const at = clock.now();
  const claims = await signedTokens.read(token, at);
  const family = claims && (await appTokens.find(claims.familyId));
  if (!family || !isAlive(family, at)) return undefined;
  if (family.personId !== claims.personId || !family.tokenIds.includes(claims.tokenId)) return undefined;
  return {
    personId: family.personId,
    since: family.createdAt,
    sessionId: family.id,
    expiresAt: claims.expiresAt,
    touch: async () => undefined,
  };
}
