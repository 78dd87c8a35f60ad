import type { Decision } from '@guildhall/kernel';

/**
 * The app on one device: a family of refresh tokens, of which only the last works. Each was made from the one before; one
 * that comes back shows that somebody has a copy, and ends them all.
 */
export type AppTokens = Readonly<{
  id: string;
  version: number;
  personId: string;
  device: string;
  /** Of the part that every refresh token of the family has in common. */
  familyHash: string;
  /** Of the refresh token that works. */
  refreshHash: string;
  /** The access tokens that work: of this refresh token and the one before. */
  tokenIds: readonly string[];
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}>;

export type AppTokenFact = Readonly<{ type: 'app-token-revoked'; tokens: AppTokens; at: Date }>;

const dayMs = 24 * 3_600_000;
const refreshLifeMs = 90 * dayMs;
const accessLifeMs = 15 * 60_000;

type NewAppTokens = Pick<AppTokens, 'id' | 'personId' | 'device' | 'familyHash' | 'refreshHash'>;

export const startAppTokens = (fields: NewAppTokens, tokenId: string, at: Date): AppTokens => ({
  ...fields,
  version: 1,
  tokenIds: [tokenId],
  createdAt: at,
  lastSeenAt: at,
  expiresAt: new Date(at.getTime() + refreshLifeMs),
});

/** The next refresh token instead of this one; the last access token stays good for the rest of its quarter of an hour. */
export const rotateAppTokens = (current: AppTokens, refreshHash: string, tokenId: string, at: Date): AppTokens => ({
  ...current,
  version: current.version + 1,
  refreshHash,
  tokenIds: [...current.tokenIds.slice(-1), tokenId],
  lastSeenAt: at,
  expiresAt: new Date(at.getTime() + refreshLifeMs),
});

/** Undefined when they have ended already. */
export function revokeAppTokens(current: AppTokens, at: Date): Decision<AppTokens, AppTokenFact> | undefined {
  if (!isAlive(current, at)) return undefined;
  const next: AppTokens = { ...current, version: current.version + 1, revokedAt: at };
  return { next, facts: [{ type: 'app-token-revoked', tokens: next, at }] };
}

export const isAlive = ({ revokedAt, expiresAt }: AppTokens, at: Date): boolean => !revokedAt && at < expiresAt;

export const accessExpiry = (at: Date): Date => new Date(at.getTime() + accessLifeMs);

/** Kept past its end for as long as its facts may have to be told again. */
export const appTokensRemovableAt = ({ revokedAt, expiresAt }: AppTokens): Date =>
  new Date((revokedAt ?? expiresAt).getTime() + 2 * dayMs);
