import type { Clock, NewId } from '@guildhall/kernel';
import type { Method } from '../domain/contact.ts';
import type { MembershipPolicy } from '../domain/membership.ts';
import type { Role } from '../domain/roles.ts';
import type { SessionLives } from '../domain/session.ts';
import { createAccessTokenHandler } from './access-tokens/create-access-token.ts';
import { getAccessTokenHandler } from './access-tokens/get-access-token.ts';
import { revokeAccessTokenHandler } from './access-tokens/revoke-access-token.ts';
import { appTokenIssuer } from './app-tokens/issue-app-tokens.ts';
import { listAppDevicesHandler } from './app-tokens/list-app-devices.ts';
import { appTokenEnder } from './app-tokens/revoke-app-tokens.ts';
import { personAdder } from './people/add-person.ts';
import { contactClaimer } from './people/claim-contact.ts';
import { createPersonHandler } from './people/create-person.ts';
import { ensureAdministrator } from './people/ensure-administrator.ts';
import { getPersonHandler } from './people/get-person.ts';
import { administratorKeeper } from './people/keep-administrators.ts';
import { listPeopleHandler } from './people/list-people.ts';
import { updateMeHandler } from './people/update-me.ts';
import { updatePersonHandler } from './people/update-person.ts';
import type * as credentials from './credential-ports.ts';
import { reachTeller } from './people/tell-reach.ts';
import type * as ports from './ports.ts';
import { credentialsEnder } from './sessions/end-credentials.ts';
import { forgetSessionHandler } from './sessions/forget-session.ts';
import { listSessionsHandler } from './sessions/list-sessions.ts';
import { logoutHandler } from './sessions/logout.ts';
import { resolveCredentialHandler } from './sessions/resolve-credential.ts';
import { revokeSessionHandler } from './sessions/revoke-session.ts';
import { createChallengeHandler } from './sign-in/create-challenge.ts';
import { forgetContactHandler } from './sign-in/forget-contact.ts';
import { getChallengeHandler } from './sign-in/get-challenge.ts';
import { sessionOpener } from './sign-in/open-session.ts';
import { recordDeliveryHandler } from './sign-in/record-delivery.ts';
import { redeemAccessTokenHandler } from './sign-in/redeem-access-token.ts';
import { registerHandler } from './sign-in/register.ts';
import { textSpender } from './sign-in/spend-text.ts';
import { verifyChallengeHandler } from './sign-in/verify-challenge.ts';

export type Ports = Readonly<{
  contacts: ports.Contacts;
  people: ports.People;
  sessions: ports.Sessions;
  accessTokens: ports.AccessTokens;
  appTokens: credentials.AppTokens;
  signedTokens: credentials.SignedTokens;
  devices: credentials.Devices;
  administrators: ports.Administrators;
  textBudgets: ports.TextBudgets;
  textsRunLow: () => void;
  audits: ports.Audits;
  codes: ports.Codes;
  tokens: ports.Tokens;
  phones: ports.PhoneNumbers;
  newId: NewId;
  clock: Clock;
}>;

export type Rules = Readonly<{
  offered: readonly Method[];
  policy: MembershipPolicy;
  roles: readonly Role[];
  lives: SessionLives;
  publicUrl: string;
  textsPerDay: number;
}>;

/** Every use case of the service over these ports. */
export function useCases(given: Ports, rules: Rules) {
  const own = { appTokenEnder: appTokenEnder(given), spendText: textSpender({ ...given, ...rules }) };
  const base = { ...given, ...rules, ...own };
  const parts = {
    ...base,
    administrators: administratorKeeper(given.administrators),
    addPerson: personAdder(given.people),
    claimer: contactClaimer(base),
    openSession: sessionOpener(base),
    endCredentials: credentialsEnder(base),
  };
  const revokeSession = revokeSessionHandler(parts);
  return {
    /** What further areas of the service build on. */
    parts: { ...parts, issueAppTokens: appTokenIssuer(parts) },
    offered: rules.offered,
    roles: rules.roles,
    createChallenge: createChallengeHandler(parts),
    getChallenge: getChallengeHandler(parts),
    verifyChallenge: verifyChallengeHandler(parts),
    register: registerHandler(parts),
    redeemAccessToken: redeemAccessTokenHandler(parts),
    recordDelivery: recordDeliveryHandler(parts),
    forgetContact: forgetContactHandler(parts),
    listSessions: listSessionsHandler(parts),
    listAppDevices: listAppDevicesHandler(parts),
    revokeSession,
    logout: logoutHandler({ revokeSession }),
    resolveCredential: resolveCredentialHandler(parts),
    forgetSession: forgetSessionHandler(parts),
    ...accessTokenUseCases(parts),
    getPerson: getPersonHandler(parts),
    updateMe: updateMeHandler(parts),
    listPeople: listPeopleHandler(parts),
    createPerson: createPersonHandler(parts),
    updatePerson: updatePersonHandler(parts),
    ensureAdministrator: ensureAdministrator(parts),
    tellReach: reachTeller(parts),
  };
}

const accessTokenUseCases = (parts: Parameters<typeof createAccessTokenHandler>[0]) => ({
  createAccessToken: createAccessTokenHandler(parts),
  getAccessToken: getAccessTokenHandler(parts),
  revokeAccessToken: revokeAccessTokenHandler(parts),
});

export type UseCases = ReturnType<typeof useCases>;
