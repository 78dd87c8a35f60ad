import type { Connection } from './connection.ts';

/** Sealed; null goes back to the one of the environment, absent leaves it as it is. */
export type NewTokens = Readonly<{ token?: Uint8Array | null; scimToken?: Uint8Array | null }>;

/** Another way in. Where it was stopped it is tried at once. */
export function withTokens(connection: Connection, { token, scimToken }: NewTokens, now: Date): Connection {
  const { sealedToken, sealedScimToken, ...rest } = connection;
  const kept = token === undefined ? sealedToken : token;
  const keptScim = scimToken === undefined ? sealedScimToken : scimToken;
  return {
    ...rest,
    version: connection.version + 1,
    ...(kept && { sealedToken: kept }),
    ...(keptScim && { sealedScimToken: keptScim }),
    ...(connection.state === 'stopped' && { probeAt: now }),
  };
}
