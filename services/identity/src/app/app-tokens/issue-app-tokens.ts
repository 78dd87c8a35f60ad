import type { Clock, NewId } from '@guildhall/kernel';
import { accessExpiry, type AppTokens as Family, startAppTokens } from '../../domain/app-token.ts';
import { type AuditEntry, audited } from '../../domain/audit.ts';
import { deviceOf } from '../../domain/device.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf } from '../caller.ts';
import type { AppTokens, SignedTokens } from '../credential-ports.ts';
import type { Caller, People, Tokens } from '../ports.ts';

/** `entries`: what is to be recorded besides. */
export type IssueAppTokens = Readonly<{
  personId: string;
  device: string;
  caller: Caller;
  entries?: readonly AuditEntry[];
}>;
export type TokenPair = Readonly<{
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  refreshExpiresAt: Date;
}>;

type Deps = Readonly<{
  appTokens: AppTokens;
  people: People;
  tokens: Tokens;
  signedTokens: SignedTokens;
  newId: NewId;
  clock: Clock;
}>;

export type AppTokenIssuer = (wanted: IssueAppTokens) => Promise<TokenPair>;

/** Signs the app of this person in on one more device. Throws `identity.person_disabled`. */
export const appTokenIssuer =
  ({ appTokens, people, tokens, signedTokens, newId, clock }: Deps): AppTokenIssuer =>
  async ({ personId, device, caller, entries = [] }) => {
    const person = await people.find(personId);
    if (person?.status !== 'active') throw refusals.personDisabled();
    const at = clock.now();
    const [family, refresh, tokenId] = [tokens.make(), tokens.make(), newId()];
    const named = device.trim() === '' ? deviceOf(caller.userAgent) : device.trim();
    const hashes = { familyHash: family.tokenHash, refreshHash: refresh.tokenHash };
    const next = startAppTokens({ id: newId(), personId, device: named, ...hashes }, tokenId, at);
    const all = [auditOf(caller, 'app_token.created', personId, at), ...entries];
    await appTokens.save(
      next,
      all.map((entry) => audited(next, entry)),
    );
    return pairOf({ signedTokens }, next, { tokenId, refreshToken: `${next.id}.${family.token}.${refresh.token}` }, at);
  };

/** The two tokens as the app gets them. */
export async function pairOf(
  { signedTokens }: Pick<Deps, 'signedTokens'>,
  { id, personId, expiresAt: refreshExpiresAt }: Family,
  { tokenId, refreshToken }: Readonly<{ tokenId: string; refreshToken: string }>,
  at: Date,
): Promise<TokenPair> {
  const expiresAt = accessExpiry(at);
  const accessToken = await signedTokens.sign({ personId, familyId: id, tokenId, issuedAt: at, expiresAt });
  return { accessToken, refreshToken, expiresAt, refreshExpiresAt };
}
