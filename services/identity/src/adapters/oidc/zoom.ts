import { z } from 'zod';
import type { ServiceProvider } from '../../app/oidc/ports.ts';
import { emailFrom, namesFrom } from '../../domain/oidc/claims.ts';
import { ask } from './ask.ts';
import { authorizeUrl } from './authorize-url.ts';
import { defined } from './defined.ts';

export type ZoomClient = Readonly<{
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** A stand-in for Zoom; Zoom itself when absent. */
  baseUrl?: string;
}>;

const Tokens = z.object({ access_token: z.string() });
const User = z.object({
  id: z.string().min(1),
  email: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  display_name: z.string().optional(),
});

/** No OpenID Connect: Zoom says by its API who agreed, over a connection of ours. */
export function zoom({ clientId, clientSecret, redirectUri, baseUrl }: ZoomClient): ServiceProvider {
  const [login, api] = [baseUrl ?? 'https://zoom.us', baseUrl ?? 'https://api.zoom.us'];
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  return {
    authorizeUrl: ({ state, challenge }) =>
      authorizeUrl(`${login}/oauth/authorize`, { clientId, redirectUri }, { state, challenge }, {}),
    claimsFor: async ({ code, verifier }) => {
      const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri };
      const { access_token: token } = await ask(`${login}/oauth/token`, Tokens, { form, authorization: basic });
      const user = await ask(`${api}/v2/users/me`, User, { authorization: `Bearer ${token}` });
      const { id: subject, email, first_name: given, last_name: family, display_name: name } = user;
      const names = namesFrom(defined({ given, family, name, email }));
      return { provider: 'zoom', subject, isEmailVerified: false, ...emailFrom(email), ...names };
    },
  };
}
