import type { Request, Response } from 'express';
import { z } from 'zod';
import { authorizePage, refusalPage } from './authorize-page.ts';
import type { Grants } from './grants.ts';
import { newUser, type ServiceName, type ServiceUser } from './service-user.ts';
import type { ServiceUsers } from './service-users.ts';

const text = z.string().max(2_000);
const Query = z.looseObject({
  client_id: text.min(1),
  redirect_uri: z.url().max(2_000),
  response_type: z.literal('code'),
  scope: text.default(''),
  state: text.default(''),
  nonce: text.default(''),
  code_challenge: text.default(''),
  code_challenge_method: z.enum(['S256', 'plain']).optional(),
  /** Ours: who agrees, without a page in between. */
  sandbox_user: text.optional(),
  /** Ours: what goes wrong instead. */
  sandbox_error: text.optional(),
  /** Ours: somebody typed in by hand. */
  sandbox_email: z.email().max(254).optional().catch(undefined),
});
type Query = z.output<typeof Query>;

type Deps = Readonly<{ users: ServiceUsers; grants: Grants }>;

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The page on which somebody agrees, or the redirect where the request says who does. */
export const authorize =
  ({ users, grants }: Deps, service: ServiceName, needsScope: boolean) =>
  (req: Request, res: Response): void => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': policy });
    const wrong = complaintAbout(req.query, service, needsScope);
    const parsed = Query.safeParse(req.query);
    if (wrong !== undefined || !parsed.success) {
      // A request that is wrong is shown and never sent back: its redirect_uri may be what is wrong with it.
      return void res
        .status(400)
        .type('html')
        .send(refusalPage(service, wrong ?? 'The request cannot be read.').text);
    }
    const query = parsed.data;
    if (query.sandbox_error !== undefined) return back(res, query, { error: query.sandbox_error });
    const user = chosen(users, service, query);
    if (!user) return void res.type('html').send(authorizePage(service, users.list(service), req.originalUrl).text);
    back(res, query, { code: grants.codeFor(grantOf(service, user, query)) });
  };

function complaintAbout(given: unknown, service: ServiceName, needsScope: boolean): string | undefined {
  const parsed = Query.safeParse(given);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  const { scope, code_challenge: challenge, code_challenge_method: method } = parsed.data;
  if (needsScope && !scope.split(' ').includes('openid')) return 'scope: must include openid';
  if (challenge !== '' && method !== 'S256' && service !== 'zoom') return 'code_challenge_method: must be S256';
  return undefined;
}

function chosen(users: ServiceUsers, service: ServiceName, query: Query): ServiceUser | undefined {
  const { sandbox_user: key, sandbox_email: email } = query;
  if (email) return newUser(email.split('@')[0] ?? email, { email, subject: `typed-${email}` });
  return key === undefined ? undefined : users.find(service, key);
}

const grantOf = (service: ServiceName, user: ServiceUser, query: Query) => ({
  service,
  user,
  clientId: query.client_id,
  redirectUri: query.redirect_uri,
  scope: query.scope,
  nonce: query.nonce,
  challenge: query.code_challenge,
});

function back(res: Response, { redirect_uri: uri, state }: Query, answer: Readonly<Record<string, string>>): void {
  const url = new URL(uri);
  for (const [name, value] of Object.entries({ ...answer, ...(state && { state }) })) url.searchParams.set(name, value);
  res.redirect(302, url.href);
}
