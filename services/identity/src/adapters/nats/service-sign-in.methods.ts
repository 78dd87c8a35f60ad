import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AccountService, Provider, ServiceSignInStatus } from '@guildhall/contracts/identity/v1/accounts';
import type { Implementation } from '@guildhall/messaging';
import type { AccountUseCases } from '../../app/accounts/use-cases.ts';
import type { ServiceSignInFinished } from '../../app/oidc/finish.ts';
import type { Started } from '../../app/oidc/start.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { labels, type Provider as OurProvider } from '../../domain/oidc/claims.ts';
import type { ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import { callerOf, signedInToProto } from './vocabulary.ts';

type Names =
  | 'listProviders'
  | 'startServiceSignIn'
  | 'startServiceLink'
  | 'finishServiceSignIn'
  | 'listServiceLinks'
  | 'linkService'
  | 'unlinkService';

export const serviceMethods = (use: AccountUseCases): Pick<Implementation<typeof AccountService>, Names> => ({
  listProviders: async () => ({
    providers: use.offeredProviders.map((name) => ({ provider: providers[name], label: labels[name] })),
  }),
  startServiceSignIn: async ({ provider, next }) =>
    startedToProto(await use.startSignIn({ provider: providerOf(provider), next })),
  startServiceLink: async ({ provider, next }, call) =>
    startedToProto(await use.startLink({ provider: providerOf(provider), next, caller: callerOf(call) })),
  finishServiceSignIn: async ({ state, code, error, iss, browserSecret }, call) =>
    finishedToProto(await use.finishSignIn({ state, code, error, issuer: iss, browserSecret, caller: callerOf(call) })),
  listServiceLinks: async (_, call) => ({
    links: (await use.listLinks({ caller: callerOf(call) })).map(linkToProto),
  }),
  linkService: async ({ linkToken }, call) => linkToProto(await use.linkService({ linkToken, caller: callerOf(call) })),
  unlinkService: async ({ linkId }, call) => {
    await use.unlinkService({ linkId, caller: callerOf(call) });
    return {};
  },
});

const providers = { google: Provider.GOOGLE, microsoft: Provider.MICROSOFT, zoom: Provider.ZOOM } as const;

const statuses = {
  'signed-in': ServiceSignInStatus.SIGNED_IN,
  'needs-confirmation': ServiceSignInStatus.NEEDS_CONFIRMATION,
  'needs-login': ServiceSignInStatus.NEEDS_LOGIN,
  linked: ServiceSignInStatus.LINKED,
  denied: ServiceSignInStatus.DENIED,
} as const;

function providerOf(wanted: Provider): OurProvider {
  const found = (Object.keys(providers) as OurProvider[]).find((name) => providers[name] === wanted);
  if (!found) throw accountRefusals.providerNotConfigured();
  return found;
}

const startedToProto = ({ authorizeUrl, browserSecret, expiresAt }: Started) => ({
  authorizeUrl,
  browserSecret,
  expiresAt: timestampFromDate(expiresAt),
});

const finishedToProto = (finished: ServiceSignInFinished) => ({
  status: statuses[finished.status],
  provider: providers[finished.provider],
  next: finished.next,
  ...(finished.status === 'signed-in' && signedInToProto(finished.signedIn)),
  ...(finished.status === 'needs-login' && { linkToken: finished.linkToken }),
});

const linkToProto = ({ id, provider, email = '', linkedAt }: ServiceIdentity) => ({
  id,
  provider: providers[provider],
  email,
  ...(linkedAt && { linkedAt: timestampFromDate(linkedAt) }),
});
