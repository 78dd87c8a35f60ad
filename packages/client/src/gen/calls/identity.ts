// Generated from the contracts by `npm run contracts`: do not edit.

import type { AccessToken, AddContactRequest, AppTokens, Call, Challenge, ChangePasswordRequest, CompletePasswordResetRequest, ConfirmAccountRequest, ConfirmAccountResponse, CreateAccessTokenResponse, CreateAppTokenRequest, CreateChallengeRequest, CreatePasskeyRequest, CreatePersonRequest, DirectorySync, ErasePersonRequest, Erasure, ExchangeMicrosoftTokenRequest, ExchangeMicrosoftTokenResponse, ExportPersonRequest, Extra, FinishPasskeySignInRequest, FinishServiceSignInRequest, FinishServiceSignInResponse, GetChallengeRequest, GetPersonRequest, IdentityListProvidersResponse, IdentityListRolesResponse, IdentitySignUpRequest, LinkServiceRequest, ListDuplicatesResponse, ListMergesResponse, ListMethodsResponse, ListPasskeysResponse, ListPeopleAuditsRequest, ListPeopleAuditsResponse, ListPeopleRequest, ListPeopleResponse, ListServiceLinksResponse, ListSessionsResponse, LogInRequest, Merge, MergePeopleRequest, MergePreview, Passkey, PasskeyRegistration, PasskeySignIn, Person, PersonRetention, Pin, PreviewMergeRequest, ReauthenticateRequest, Reauthentication, RedeemAccessTokenRequest, RefreshAppTokenRequest, RegisterRequest, RemoveContactRequest, RemovePasskeyRequest, RenamePasskeyRequest, RequestPasswordResetRequest, RevokeSessionRequest, RunDirectorySyncRequest, RunPersonRetentionRequest, ServiceLink, ServiceSignInStarted, SetPinRequest, SignUpResponse, SignedIn, StartServiceLinkRequest, StartServiceSignInRequest, UndoMergeRequest, UnlinkServiceRequest, UpdateMeRequest, UpdatePersonRequest, VerifyChallengeRequest, VerifyChallengeResponse, VerifyContactRequest } from '../client.ts';

export const identity = (call: Call) => ({
    /** Asks for an account. It comes into being when the link in the mail is confirmed. */
    signUp: (request: IdentitySignUpRequest, extra: Extra = {}) => call<SignUpResponse>('POST', `/api/auth/accounts`, { body: request, ...extra }),
    /** What the button on the page behind a confirmation link does, for a new account or for one at another service. */
    confirmAccount: (request: ConfirmAccountRequest, extra: Extra = {}) => call<ConfirmAccountResponse>('POST', `/api/auth/accounts/confirm`, { body: request, ...extra }),
    /** Signs in with an e-mail address and a password. */
    logIn: (request: LogInRequest, extra: Extra = {}) => call<SignedIn>('POST', `/api/auth/login`, { body: request, ...extra }),
    /** Sends a link that sets a password, to whoever owns the address. The answer is always the same. */
    requestPasswordReset: (request: RequestPasswordResetRequest, extra: Extra = {}) => call<void>('POST', `/api/auth/password-resets`, { body: request, ...extra }),
    /** Sets the password with the link from the mail. Ends every session of the person. */
    completePasswordReset: (request: CompletePasswordResetRequest, extra: Extra = {}) => call<void>('POST', `/api/auth/password-resets/complete`, { body: request, ...extra }),
    /** Sets or changes the caller's password; every other session ends, and this one goes on under a new cookie. */
    changePassword: (request: ChangePasswordRequest, extra: Extra = {}) => call<SignedIn>('POST', `/api/auth/me/password`, { body: request, ...extra }),
    /** Ends every session of the caller, this one too, and their personal token. */
    logOutEverywhere: (extra: Extra = {}) => call<void>('POST', `/api/auth/logout-everywhere`, { body: {}, ...extra }),
    /** The services through which one may sign in here. */
    listProviders: (extra: Extra = {}) => call<IdentityListProvidersResponse>('GET', `/api/auth/providers`, { ...extra }),
    /** Begins signing in through a service: the browser goes to `authorize_url` and keeps `browser_secret`. */
    startServiceSignIn: (request: StartServiceSignInRequest, extra: Extra = {}) => {
      const { provider: _provider, ...body } = request;
      return call<ServiceSignInStarted>('POST', `/api/auth/oidc/${encodeURIComponent(request.provider)}/start`, { body, ...extra });
    },
    /** Takes what the service sent back to /oidc/callback. */
    finishServiceSignIn: (request: FinishServiceSignInRequest, extra: Extra = {}) => call<FinishServiceSignInResponse>('POST', `/api/auth/oidc/callback`, { body: request, ...extra }),
    /** The caller's accounts at other services. */
    listServiceLinks: (extra: Extra = {}) => call<ListServiceLinksResponse>('GET', `/api/auth/me/identities`, { ...extra }),
    /** Begins linking an account at a service to the caller; needs a recent sign-in. */
    startServiceLink: (request: StartServiceLinkRequest, extra: Extra = {}) => {
      const { provider: _provider, ...body } = request;
      return call<ServiceSignInStarted>('POST', `/api/auth/me/identities/${encodeURIComponent(request.provider)}/start`, { body, ...extra });
    },
    /** Links the account that wanted a sign-in first, now that there was one. */
    linkService: (request: LinkServiceRequest, extra: Extra = {}) => call<ServiceLink>('POST', `/api/auth/me/identities`, { body: request, ...extra }),
    unlinkService: (request: UnlinkServiceRequest, extra: Extra = {}) => call<void>('DELETE', `/api/auth/me/identities/${encodeURIComponent(request.linkId)}`, { ...extra }),
    /** Signs an app in with the Microsoft token it holds. */
    exchangeMicrosoftToken: (request: ExchangeMicrosoftTokenRequest, extra: Extra = {}) => call<ExchangeMicrosoftTokenResponse>('POST', `/api/auth/microsoft`, { body: request, ...extra }),
    /** Makes the app's pair of tokens for who is signed in: an access token of 15 minutes, and a refresh token. */
    createAppToken: (request: CreateAppTokenRequest, extra: Extra = {}) => call<AppTokens>('POST', `/api/auth/app-tokens`, { body: request, ...extra }),
    /** Gives the next pair for a refresh token, which works once: one that comes back a second time ends every token that came from it. */
    refreshAppToken: (request: RefreshAppTokenRequest, extra: Extra = {}) => call<AppTokens>('POST', `/api/auth/app-tokens/refresh`, { body: request, ...extra }),
    /** Starts adding a passkey: what `navigator.credentials.create` needs, good for five minutes. */
    startPasskeyRegistration: (extra: Extra = {}) => call<PasskeyRegistration>('POST', `/api/auth/passkeys/options`, { body: {}, ...extra }),
    /** Keeps the passkey that the browser made. */
    createPasskey: (request: CreatePasskeyRequest, extra: Extra = {}) => call<Passkey>('POST', `/api/auth/passkeys`, { body: request, ...extra }),
    /** The caller's passkeys, the newest last. */
    listPasskeys: (extra: Extra = {}) => call<ListPasskeysResponse>('GET', `/api/auth/passkeys`, { ...extra }),
    /** Gives a passkey another name. */
    renamePasskey: (request: RenamePasskeyRequest, extra: Extra = {}) => {
      const { passkeyId: _passkeyId, ...body } = request;
      return call<Passkey>('PATCH', `/api/auth/passkeys/${encodeURIComponent(request.passkeyId)}`, { body, ...extra });
    },
    /** Removes a passkey: it opens nothing any more. */
    removePasskey: (request: RemovePasskeyRequest, extra: Extra = {}) => call<void>('DELETE', `/api/auth/passkeys/${encodeURIComponent(request.passkeyId)}`, { ...extra }),
    /** Starts signing in by passkey: what `navigator.credentials.get` needs, the same for everybody. */
    startPasskeySignIn: (extra: Extra = {}) => call<PasskeySignIn>('POST', `/api/auth/passkeys/sign-in/options`, { body: {}, ...extra }),
    /** Signs in with a passkey. */
    finishPasskeySignIn: (request: FinishPasskeySignInRequest, extra: Extra = {}) => call<SignedIn>('POST', `/api/auth/passkeys/sign-in`, { body: request, ...extra }),
    /** Sends a code to the caller's preferred contact, for proving again who they are. */
    startReauthentication: (extra: Extra = {}) => call<Challenge>('POST', `/api/auth/reauthenticate/challenges`, { body: {}, ...extra }),
    /** Proves again who is signed in, by code, password or passkey: merging, erasing and exporting ask for it. */
    reauthenticate: (request: ReauthenticateRequest, extra: Extra = {}) => call<Reauthentication>('POST', `/api/auth/reauthenticate`, { body: request, ...extra }),
    /** Sends a code to an address or number that the caller wants to have as a contact. */
    addContact: (request: AddContactRequest, extra: Extra = {}) => call<Challenge>('POST', `/api/people/me/contacts`, { body: request, ...extra }),
    /** Proves the contact with the code that was sent to it: from now on it is the caller's. */
    verifyContact: (request: VerifyContactRequest, extra: Extra = {}) => call<Person>('POST', `/api/people/me/contacts/verify`, { body: request, ...extra }),
    /** Takes a contact off the caller. The last one by which they can sign in stays. */
    removeContact: (request: RemoveContactRequest, extra: Extra = {}) => call<Person>('DELETE', `/api/people/me/contacts/${encodeURIComponent(request.contactId)}`, { ...extra }),
    /** Sets the PIN that opens a kiosk together with the caller's number. */
    setPin: (request: SetPinRequest, extra: Extra = {}) => call<Pin>('PUT', `/api/people/me/pin`, { body: request, ...extra }),
    /** The caller's number for kiosks, and whether there is a PIN. */
    getPin: (extra: Extra = {}) => call<Pin>('GET', `/api/people/me/pin`, { ...extra }),
    /** Removes the caller's PIN; kiosks do not know them any more. */
    removePin: (extra: Extra = {}) => call<void>('DELETE', `/api/people/me/pin`, { ...extra }),
    /** The ways of signing in that this installation offers. */
    listMethods: (extra: Extra = {}) => call<ListMethodsResponse>('GET', `/api/auth/methods`, { ...extra }),
    /** Sends a one-time code. The answer is the same whether or not the contact is known. */
    createChallenge: (request: CreateChallengeRequest, extra: Extra = {}) => call<Challenge>('POST', `/api/auth/challenges`, { body: request, ...extra }),
    /** What became of the message that carries the code. */
    getChallenge: (request: GetChallengeRequest, extra: Extra = {}) => call<Challenge>('GET', `/api/auth/challenges/${encodeURIComponent(request.challengeId)}`, { ...extra }),
    /** Proves the contact: signs a known person in, asks a new one for a name. */
    verifyChallenge: (request: VerifyChallengeRequest, extra: Extra = {}) => {
      const { challengeId: _challengeId, ...body } = request;
      return call<VerifyChallengeResponse>('POST', `/api/auth/challenges/${encodeURIComponent(request.challengeId)}/verify`, { body, ...extra });
    },
    /** Creates the person behind a contact that has just been proven. */
    register: (request: RegisterRequest, extra: Extra = {}) => call<SignedIn>('POST', `/api/auth/registrations`, { body: request, ...extra }),
    logout: (extra: Extra = {}) => call<void>('POST', `/api/auth/logout`, { body: {}, ...extra }),
    /** The caller's devices, the current one marked. */
    listSessions: (extra: Extra = {}) => call<ListSessionsResponse>('GET', `/api/auth/sessions`, { ...extra }),
    revokeSession: (request: RevokeSessionRequest, extra: Extra = {}) => call<void>('DELETE', `/api/auth/sessions/${encodeURIComponent(request.sessionId)}`, { ...extra }),
    /** Makes the caller's personal token, shown this once; an earlier one stops working. */
    createAccessToken: (extra: Extra = {}) => call<CreateAccessTokenResponse>('POST', `/api/auth/access-token`, { body: {}, ...extra }),
    getAccessToken: (extra: Extra = {}) => call<AccessToken>('GET', `/api/auth/access-token`, { ...extra }),
    revokeAccessToken: (extra: Extra = {}) => call<void>('DELETE', `/api/auth/access-token`, { ...extra }),
    /** Signs in on this device with a personal token, as the confirm page of the personal address does. */
    redeemAccessToken: (request: RedeemAccessTokenRequest, extra: Extra = {}) => call<SignedIn>('POST', `/api/auth/access-token/redeem`, { body: request, ...extra }),
    /** The roles that exist and the permissions each gives. */
    listRoles: (extra: Extra = {}) => call<IdentityListRolesResponse>('GET', `/api/auth/roles`, { ...extra }),
    getMe: (extra: Extra = {}) => call<Person>('GET', `/api/people/me`, { ...extra }),
    updateMe: (request: UpdateMeRequest, extra: Extra = {}) => call<Person>('PATCH', `/api/people/me`, { query: { updateMask: request.updateMask }, body: request.person, ...extra }),
    /** People by name, contact or handle, in the order of their names. */
    listPeople: (request: ListPeopleRequest, extra: Extra = {}) => call<ListPeopleResponse>('GET', `/api/people`, { query: { query: request.query, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    getPerson: (request: GetPersonRequest, extra: Extra = {}) => call<Person>('GET', `/api/people/${encodeURIComponent(request.personId)}`, { ...extra }),
    /** Adds a person whose contacts an administrator vouches for. */
    createPerson: (request: CreatePersonRequest, extra: Extra = {}) => call<Person>('POST', `/api/people`, { body: request, ...extra }),
    /** Changes names, kind, roles or status. Disabling ends every session and token of the person. */
    updatePerson: (request: UpdatePersonRequest, extra: Extra = {}) => call<Person>('PATCH', `/api/people/${encodeURIComponent(request.personId)}`, { query: { updateMask: request.updateMask }, body: request.person, ...extra }),
    /** People who look like one and the same: the same names, each with few ways in. */
    listDuplicates: (extra: Extra = {}) => call<ListDuplicatesResponse>('GET', `/api/people/duplicates`, { ...extra }),
    /** What a merge would do; changes nothing. */
    previewMerge: (request: PreviewMergeRequest, extra: Extra = {}) => call<MergePreview>('POST', `/api/people/merges/preview`, { body: request, ...extra }),
    /** Makes one person of several. Asks for a proof of identity within the last 15 minutes. */
    mergePeople: (request: MergePeopleRequest, extra: Extra = {}) => call<Merge>('POST', `/api/people/merges`, { body: request, ...extra }),
    /** The merges that can still be undone, and those that were, newest first. */
    listMerges: (extra: Extra = {}) => call<ListMergesResponse>('GET', `/api/people/merges`, { ...extra }),
    /** Undoes a merge within 30 days. Asks for a proof of identity within the last 15 minutes. */
    undoMerge: (request: UndoMergeRequest, extra: Extra = {}) => {
      const { mergeId: _mergeId, ...body } = request;
      return call<Merge>('POST', `/api/people/merges/${encodeURIComponent(request.mergeId)}/undo`, { body, ...extra });
    },
    /** Erases a person for good. Asks for a proof of identity within the last 15 minutes. */
    erasePerson: (request: ErasePersonRequest, extra: Extra = {}) => {
      const { personId: _personId, ...body } = request;
      return call<Erasure>('POST', `/api/people/${encodeURIComponent(request.personId)}/erase`, { body, ...extra });
    },
    /** Erases the caller for good. Asks for a proof of identity within the last 15 minutes. */
    eraseMe: (extra: Extra = {}) => call<Erasure>('POST', `/api/people/me/erase`, { body: {}, ...extra }),
    /** Everything that is kept here about a person, as a JSON file. Asks for a proof of identity within the last 15 minutes. */
    exportPerson: (request: ExportPersonRequest, extra: Extra = {}) => call<Blob>('GET', `/api/people/${encodeURIComponent(request.personId)}/export`, { ...extra }),
    /** Everything that is kept here about the caller, as a JSON file. Asks for a proof of identity within the last 15 minutes. */
    exportMe: (extra: Extra = {}) => call<Blob>('GET', `/api/people/me/export`, { ...extra }),
    /** Erases whom nobody has seen for 90 days, or tells who that would be. */
    runPersonRetention: (request: RunPersonRetentionRequest, extra: Extra = {}) => call<PersonRetention>('POST', `/api/people/retention`, { body: request, ...extra }),
    /** Who did what about people and their ways in, newest first. */
    listPeopleAudits: (request: ListPeopleAuditsRequest, extra: Extra = {}) => call<ListPeopleAuditsResponse>('GET', `/api/people/audits`, { query: { subjectId: request.subjectId, actorId: request.actorId, action: request.action, from: request.from, to: request.to, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Where the copy of the staff directory stands. */
    getDirectorySync: (extra: Extra = {}) => call<DirectorySync>('GET', `/api/people/directory`, { ...extra }),
    /** Takes joiners and leavers from the staff directory now, or tells who they would be. */
    runDirectorySync: (request: RunDirectorySyncRequest, extra: Extra = {}) => call<DirectorySync>('POST', `/api/people/directory/sync`, { body: request, ...extra }),
});
