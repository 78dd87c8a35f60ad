import type { Person } from '@guildhall/contracts/identity/v1/service';
import type { Credential, Holder } from '../../app/credentials/credential.ts';
import { assertAccess } from './access.ts';
import type { ApiDeps } from './api-deps.ts';
import type { Exchange } from './exchange.ts';
import { applyLimits } from './rate-limits.ts';
import type { Route } from './transcoding/route.ts';

/** What a caller showed, and who that is; both undefined for a stranger. */
export type Admitted = Readonly<{ credential: Credential | undefined; holder: Holder<Person> | undefined }>;

type Deps = Pick<ApiDeps, 'credentialOf' | 'credentials' | 'csrf' | 'limiter'>;

/** Lets a caller in: who it is, whether the contract allows it, whether a page of ours asks, whether it is too much. */
export async function admit(deps: Deps, route: Route, exchange: Exchange): Promise<Admitted> {
  const credential = deps.credentialOf(exchange.request);
  const holder = credential && (await deps.credentials.find(credential));
  if (holder) exchange.principal = holder.principal;
  assertAccess(route.access, exchange.principal);
  if (route.isUnsafe && !route.isFromAnywhere) deps.csrf.assertOurs(exchange.request, route.access, credential);
  if (route.limits.length > 0) await applyLimits(route, exchange, deps.limiter);
  return { credential, holder };
}
