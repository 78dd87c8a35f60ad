import type { ServiceDeps } from '../oauth/service-deps.ts';
import { seconds } from '../oauth/service-routes.ts';
import type { ServiceUser } from '../oauth/service-user.ts';

const graphAudience = 'https://graph.microsoft.com';

type Said = Readonly<{ issuer: string; appId: string; audience?: string; lifeSeconds?: number }>;
type Deps = Pick<ServiceDeps, 'keys' | 'clock'>;

/** A token for Graph in somebody's name. */
export function userAccessToken({ keys, clock }: Deps, user: ServiceUser, said: Said): Promise<string> {
  const { key, subject: oid, tenantId: tid } = user;
  return keys.sign({ ...common(said, clock.now()), tid, oid, scp: 'User.Read', sandbox_user: key });
}

/** A token for Graph in the name of the app alone. */
export const appAccessToken = ({ keys, clock }: Deps, said: Said): Promise<string> =>
  keys.sign({ ...common(said, clock.now()), idtyp: 'app', roles: ['User.Read.All', 'Mail.Send'] });

function common({ issuer: iss, appId: appid, audience: aud = graphAudience, lifeSeconds = 3_600 }: Said, at: Date) {
  const now = seconds(at);
  return { iss, aud, appid, iat: now, exp: now + lifeSeconds };
}
