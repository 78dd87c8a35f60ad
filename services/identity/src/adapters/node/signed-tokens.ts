import { createHash } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { SignedTokens } from '../../app/credential-ports.ts';

const audience = 'guildhall-app';
const algorithm = 'HS256';

type Keys = Readonly<{
  current: Uint8Array;
  /** The one before, whose tokens still count while they last. */
  previous?: Uint8Array | undefined;
  issuer: string;
}>;

/** JSON web tokens signed with a key of our own, which the header names. */
export const jsonWebTokens = ({ current, previous, issuer }: Keys): SignedTokens => {
  const keys = new Map([...(previous ? [previous] : []), current].map((key) => [keyId(key), key]));
  return {
    sign: ({ personId, familyId, tokenId, issuedAt, expiresAt }) =>
      new SignJWT({ sid: familyId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: keyId(current) })
        .setSubject(personId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(tokenId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(current),
    read: async (token, now) => {
      const claims = await verified(token, keys, issuer, now);
      const { sub, sid, jti, exp } = claims ?? {};
      if (typeof sub !== 'string' || typeof sid !== 'string' || jti === undefined || exp === undefined)
        return undefined;
      return { personId: sub, familyId: sid, tokenId: jti, expiresAt: new Date(exp * 1_000) };
    },
  };
};

const keyId = (key: Uint8Array): string => createHash('sha256').update(key).digest('base64url').slice(0, 8);

async function verified(token: string, keys: ReadonlyMap<string, Uint8Array>, issuer: string, now: Date) {
  const rules = { issuer, audience, algorithms: [algorithm], currentDate: now, requiredClaims: ['sub', 'jti', 'exp'] };
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid = '' }) => {
        const key = keys.get(kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      rules,
    );
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
