import type { Clock } from '@guildhall/kernel';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { ServiceProvider } from '../../app/oidc/ports.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { emailFrom, namesFrom } from '../../domain/oidc/claims.ts';
import { ask } from './ask.ts';
import { authorizeUrl } from './authorize-url.ts';
import { defined } from './defined.ts';
import { signedTokens } from './signed-token.ts';

export type MicrosoftClient = Readonly<{
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** A tenant, or `common` or `organizations` for several. */
  tenant: string;
  /** The organisations that are let in; all when there is none. */
  tenants: readonly string[];
  baseUrl: string;
}>;

const Tokens = z.object({ id_token: z.string() });
const IdToken = z.object({
  tid: z.string().min(1),
  oid: z.string().min(1),
  nonce: z.string(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
});

export const microsoftKeys = (baseUrl: string, tenant: string): string => `${baseUrl}/${tenant}/discovery/v2.0/keys`;

/** The issuer contains the tenant that the token itself names: one tenant cannot speak for another. */
export const isMicrosoftIssuer =
  (baseUrl: string) =>
  (issuer: string, { tid }: JWTPayload) =>
    typeof tid === 'string' && [`${baseUrl}/${tid}/v2.0`, `https://sts.windows.net/${tid}/`].includes(issuer);

export function microsoft(client: MicrosoftClient, clock: Clock): ServiceProvider {
  const place = `${client.baseUrl}/${client.tenant}/oauth2/v2.0`;
  const read = signedTokens(microsoftKeys(client.baseUrl, client.tenant), clock);
  const isIssuer = isMicrosoftIssuer(client.baseUrl);
  const more = { scope: 'openid email profile', response_mode: 'query', prompt: 'select_account' };
  return {
    authorizeUrl: ({ nonce, ...asked }) => authorizeUrl(`${place}/authorize`, client, asked, { ...more, nonce }),
    claimsFor: async ({ code, verifier, nonce }) => {
      const { id_token: idToken } = await ask(`${place}/token`, Tokens, {
        form: {
          grant_type: 'authorization_code',
          code,
          code_verifier: verifier,
          redirect_uri: client.redirectUri,
          client_id: client.clientId,
          client_secret: client.clientSecret,
        },
      });
      const said = IdToken.safeParse(await read(idToken, { audience: [client.clientId], isIssuer }));
      if (!said.success || said.data.nonce !== nonce) throw accountRefusals.providerRefused(new Error('another nonce'));
      const { tid: tenantId, oid: subject, given_name: given, family_name: family, name } = said.data;
      if (client.tenants.length > 0 && !client.tenants.includes(tenantId)) throw accountRefusals.tenantNotAllowed();
      const email = said.data.email ?? said.data.preferred_username;
      const names = namesFrom(defined({ given, family, name, email }));
      // Both may be set by the tenant's administrator to anything: never verified.
      return { provider: 'microsoft', subject, tenantId, isEmailVerified: false, ...emailFrom(email), ...names };
    },
  };
}
