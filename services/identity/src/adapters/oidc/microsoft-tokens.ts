import { AppError, type Clock } from '@guildhall/kernel';
import { z } from 'zod';
import type { MicrosoftTokens } from '../../app/oidc/ports.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { emailFrom, namesFrom } from '../../domain/oidc/claims.ts';
import { ask } from './ask.ts';
import { defined } from './defined.ts';
import { isMicrosoftIssuer, microsoftKeys } from './microsoft.ts';
import { signedTokens } from './signed-token.ts';

export type MicrosoftApps = Readonly<{
  /** The apps whose tokens are taken. */
  appIds: readonly string[];
  tenant: string;
  baseUrl: string;
  graphUrl: string;
}>;

const graphAudiences = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

const AccessToken = z
  .object({
    tid: z.string().min(1),
    oid: z.string().min(1),
    appid: z.string().optional(),
    azp: z.string().optional(),
  })
  .transform(({ tid, oid, appid, azp }) => ({ tenantId: tid, objectId: oid, appId: appid ?? azp ?? '' }));

const Profile = z.object({
  id: z.string().min(1),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  givenName: z.string().nullish(),
  surname: z.string().nullish(),
  displayName: z.string().nullish(),
});

/** Tokens that an app got from Microsoft, and what Microsoft tells of who holds them. */
export function microsoftTokens({ appIds, tenant, baseUrl, graphUrl }: MicrosoftApps, clock: Clock): MicrosoftTokens {
  const read = signedTokens(microsoftKeys(baseUrl, tenant), clock);
  const audience = [...graphAudiences, ...appIds, ...appIds.map((id) => `api://${id}`)];
  return {
    verify: async (token) => {
      const payload = await read(token, { audience, isIssuer: isMicrosoftIssuer(baseUrl) }).catch(ofToken);
      const said = AccessToken.safeParse(payload);
      if (!said.success || !appIds.includes(said.data.appId)) throw accountRefusals.microsoftTokenInvalid();
      const { tenantId, objectId } = said.data;
      return { tenantId, objectId };
    },
    claimsFor: async (token) => {
      const authorization = `Bearer ${token}`;
      const profile = await ask(`${graphUrl}/me`, Profile, { authorization }).catch(ofToken);
      const { id, mail, userPrincipalName, givenName: given, surname: family, displayName: name } = profile;
      const email = mail ?? userPrincipalName ?? undefined;
      const names = namesFrom(defined({ given, family, name, email }));
      return { provider: 'microsoft', subject: id, isEmailVerified: false, ...emailFrom(email), ...names };
    },
  };
}

/** What Microsoft would not vouch for is a fault of the token. */
function ofToken(error: unknown): never {
  const isRefusal = error instanceof AppError && error.code === 'identity.provider_refused';
  throw isRefusal ? accountRefusals.microsoftTokenInvalid(error) : error;
}
