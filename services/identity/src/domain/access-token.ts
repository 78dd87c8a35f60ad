import type { Decision } from '@guildhall/kernel';

/** The personal token of one person, of whom there is at most one; rotating replaces it. */
export type AccessToken = Readonly<{
  /** The person. */
  id: string;
  version: number;
  /** Names this very token, which rotation changes. */
  tokenId: string;
  tokenHash: string;
  prefix: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt?: Date;
  revokedAt?: Date;
}>;

export type AccessTokenFact = Readonly<{ type: 'token-revoked'; token: AccessToken; revokedId: string; at: Date }>;

const hourMs = 3_600_000;
const lifeMs = 365 * 24 * hourMs;
const prefixLength = 6;

type NewToken = Readonly<{ personId: string; tokenId: string; token: string; tokenHash: string }>;

/** The new token replaces whatever was there, which opens nothing from now on. */
export function rotateToken(
  current: AccessToken | undefined,
  { personId, tokenId, token, tokenHash }: NewToken,
  at: Date,
): Decision<AccessToken, AccessTokenFact> {
  const next: AccessToken = {
    id: personId,
    version: (current?.version ?? 0) + 1,
    tokenId,
    tokenHash,
    prefix: token.slice(0, prefixLength),
    createdAt: at,
    expiresAt: new Date(at.getTime() + lifeMs),
  };
  const isReplacing = current && isUsable(current, at);
  return { next, facts: isReplacing ? [{ type: 'token-revoked', token: next, revokedId: current.tokenId, at }] : [] };
}

/** Undefined when it opens nothing already. */
export function revokeToken(current: AccessToken, at: Date): Decision<AccessToken, AccessTokenFact> | undefined {
  if (!isUsable(current, at)) return undefined;
  const next: AccessToken = { ...current, version: current.version + 1, revokedAt: at };
  return { next, facts: [{ type: 'token-revoked', token: next, revokedId: current.tokenId, at }] };
}

/** Notes its use, at most once an hour: undefined in between. */
export function touchToken(current: AccessToken, at: Date): AccessToken | undefined {
  if (current.lastUsedAt && at.getTime() - current.lastUsedAt.getTime() < hourMs) return undefined;
  return { ...current, version: current.version + 1, lastUsedAt: at };
}

export const isUsable = ({ revokedAt, expiresAt }: AccessToken, at: Date): boolean => !revokedAt && at < expiresAt;
