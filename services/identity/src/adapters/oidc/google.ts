import type { Clock } from '@guildhall/kernel';
import { z } from 'zod';
import type { ServiceProvider } from '../../app/oidc/ports.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { emailFrom, namesFrom } from '../../domain/oidc/claims.ts';
import { ask } from './ask.ts';
import { authorizeUrl } from './authorize-url.ts';
import { defined } from './defined.ts';
import { signedTokens } from './signed-token.ts';

export type GoogleClient = Readonly<{
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** A stand-in for Google; Google itself when absent. */
  baseUrl?: string;
}>;

const Tokens = z.object({ id_token: z.string() });
const IdToken = z.object({
  sub: z.string().min(1),
  nonce: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
});

export function google(client: GoogleClient, clock: Clock): ServiceProvider {
  const places = placesOf(client.baseUrl);
  const read = signedTokens(places.keys, clock);
  const isIssuer = (issuer: string): boolean => places.issuers.includes(issuer);
  return {
    authorizeUrl: ({ nonce, ...asked }) =>
      authorizeUrl(places.authorize, client, asked, { scope: 'openid email profile', nonce }),
    claimsFor: async ({ code, verifier, nonce, issuer }) => {
      if (issuer !== '' && !isIssuer(issuer)) throw accountRefusals.providerRefused(new Error('another issuer'));
      const { id_token: idToken } = await ask(places.token, Tokens, {
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
      const { sub, email, email_verified: isEmailVerified = false, given_name: given, family_name: family } = said.data;
      const names = namesFrom(defined({ given, family, name: said.data.name, email }));
      return { provider: 'google', subject: sub, isEmailVerified, ...emailFrom(email), ...names };
    },
  };
}

const placesOf = (baseUrl: string | undefined) =>
  baseUrl === undefined
    ? {
        authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
        token: 'https://oauth2.googleapis.com/token',
        keys: 'https://www.googleapis.com/oauth2/v3/certs',
        issuers: ['https://accounts.google.com', 'accounts.google.com'],
      }
    : {
        authorize: `${baseUrl}/o/oauth2/v2/auth`,
        token: `${baseUrl}/token`,
        keys: `${baseUrl}/oauth2/v3/certs`,
        issuers: [baseUrl],
      };
