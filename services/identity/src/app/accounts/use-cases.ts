import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { MembershipPolicy } from '../../domain/membership.ts';
import type { AppTokenIssuer } from '../app-tokens/issue-app-tokens.ts';
import type { AddPerson } from '../people/add-person.ts';
import type { ContactClaimer } from '../people/claim-contact.ts';
import { admitter } from '../oidc/admit.ts';
import { serviceConfirmer } from '../oidc/confirm-service.ts';
import { exchangeMicrosoftHandler, type Tenants } from '../oidc/exchange-microsoft.ts';
import { identityFinder } from '../oidc/find-identity.ts';
import { finishHandler } from '../oidc/finish.ts';
import { joiner } from '../oidc/join.ts';
import { linkServiceHandler, listLinksHandler, unlinkServiceHandler } from '../oidc/links.ts';
import type * as oidc from '../oidc/ports.ts';
import { startLinkHandler, startSignInHandler } from '../oidc/start.ts';
import type * as ports from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';
import type { OpenSession } from '../sign-in/open-session.ts';
import { changePasswordHandler } from './change-password.ts';
import { hashRenewer, passwordChecker } from './check-password.ts';
import { completeResetHandler } from './complete-reset.ts';
import { confirmHandler } from './confirm.ts';
import { signUpConfirmer } from './confirm-sign-up.ts';
import { sessionsEnder } from './end-sessions.ts';
import { enterer } from './enter.ts';
import { accountEraser, accountExporter } from './erase-account.ts';
import { forgetters } from './forget.ts';
import { passwordAsker } from './is-password.ts';
import { logInHandler } from './log-in.ts';
import { logOutEverywhereHandler } from './log-out-everywhere.ts';
import { personMaker } from './make-person.ts';
import type * as accounts from './ports.ts';
import { requestResetHandler } from './request-reset.ts';
import { signUpHandler } from './sign-up.ts';
import { ownerFinder } from './user-name.ts';

/** What accounts bring themselves. */
export type AccountPorts = Readonly<{
  signUps: accounts.SignUps;
  passwords: accounts.Passwords;
  tries: accounts.PasswordTries;
  hasher: accounts.PasswordHasher;
  leaked: accounts.LeakedPasswords;
  identities: oidc.ServiceIdentities;
  authorizations: oidc.Authorizations;
  secrets: oidc.StateSecrets;
  providers: oidc.ServiceProviders;
  microsoft: oidc.MicrosoftTokens | undefined;
}>;

/** What they share with the rest of the service. */
export type AccountSurroundings = Readonly<{
  contacts: ports.Contacts;
  people: ports.People;
  sessions: ports.Sessions;
  audits: ports.Audits;
  tokens: ports.Tokens;
  addPerson: AddPerson;
  claimer: ContactClaimer;
  openSession: OpenSession;
  endCredentials: EndCredentials;
  assertFresh: AssertFresh;
  issueAppTokens: AppTokenIssuer;
  logout: Handler<Readonly<{ caller: ports.Caller }>>;
  newId: NewId;
  clock: Clock;
}>;

export type AccountRules = Readonly<{
  policy: MembershipPolicy;
  hidesAccounts: boolean;
  tenants: Tenants;
  publicUrl: string;
}>;

export function accountUseCases(given: AccountPorts, around: AccountSurroundings, rules: AccountRules) {
  const base = { ...around, ...given, ...rules };
  const made = { ...base, findOwner: ownerFinder(base), makePerson: personMaker(base), enter: enterer(base) };
  const checkPassword = passwordChecker(made);
  const parts = {
    ...made,
    checkPassword,
    isPassword: passwordAsker({ ...made, checkPassword }),
    renewHash: hashRenewer(made),
    endSessions: sessionsEnder(made),
    findIdentity: identityFinder(made),
    join: joiner(made),
  };
  return {
    ...forgetters(parts),
    offeredProviders: (['google', 'microsoft', 'zoom'] as const).filter((name) => given.providers[name]),
    isPassword: parts.isPassword,
    eraseAccount: accountEraser(parts),
    exportAccount: accountExporter(parts),
    signUp: signUpHandler(parts),
    confirm: confirmHandler([signUpConfirmer(parts), serviceConfirmer(parts)]),
    logIn: logInHandler(parts),
    requestReset: requestResetHandler(parts),
    completeReset: completeResetHandler(parts),
    changePassword: changePasswordHandler(parts),
    logOutEverywhere: logOutEverywhereHandler(parts),
    startSignIn: startSignInHandler(parts),
    startLink: startLinkHandler(parts),
    finishSignIn: finishHandler({ ...parts, admit: admitter(parts) }),
    listLinks: listLinksHandler(parts),
    linkService: linkServiceHandler(parts),
    unlinkService: unlinkServiceHandler(parts),
    exchangeMicrosoft: exchangeMicrosoftHandler(parts),
  };
}

export type AccountUseCases = ReturnType<typeof accountUseCases>;
