import type { Clock } from '@guildhall/kernel';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { accountRefusals } from '../../domain/accounts/refusals.ts';

const [timeoutDuration, cooldownDuration, cacheMaxAge] = [3_000, 1_000, 600_000];

type Expected = Readonly<{ audience: readonly string[]; isIssuer: (issuer: string, payload: JWTPayload) => boolean }>;
export type ReadSignedToken = (token: string, expected: Expected) => Promise<JWTPayload>;

/**
 * Reads tokens that a service signed: by its published keys, which are fetched anew when one is not among them. Throws
 * `identity.provider_refused` for a token that does not hold, `identity.provider_unavailable` without keys.
 */
export function signedTokens(keysUrl: string, clock: Clock): ReadSignedToken {
  const keys = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration, cooldownDuration, cacheMaxAge });
  return async (token, { audience, isIssuer }) => {
    const checks = {
      audience: [...audience],
      algorithms: ['RS256'],
      currentDate: clock.now(),
      clockTolerance: 60,
      requiredClaims: ['exp', 'iss'],
    };
    const { payload } = await jwtVerify(token, keys, checks).catch((cause: unknown) => {
      throw isAway(cause) ? accountRefusals.providerUnavailable(cause) : accountRefusals.providerRefused(cause);
    });
    if (!isIssuer(payload.iss ?? '', payload)) throw accountRefusals.providerRefused(new Error('another issuer'));
    return payload;
  };
}

/** Everything that jose calls a fault of the token is one; what is left are faults of the way to the keys. */
const isAway = (cause: unknown): boolean =>
  !(cause instanceof errors.JOSEError) || cause instanceof errors.JWKSTimeout || cause.code === 'ERR_JOSE_GENERIC';
