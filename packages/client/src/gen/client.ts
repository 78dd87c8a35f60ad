// Generated from the contracts by `npm run contracts`: do not edit.

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call wants of whoever carries it out. */
export type Options = {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
};

/** Carries out one request: adds credentials, throws problems. */
export type Call = <Answer>(verb: Verb, path: string, options: Options) => Promise<Answer>;

/** What a caller may add to any request. */
export type Extra = Pick<Options, 'signal' | 'idempotencyKey'>;

export type GetSessionResponse = {
  readonly person: Person;
  readonly permissions: readonly string[];
  /** Sent back as X-CSRF-Token. */
  readonly csrfToken: string;
};

export type Person = {
  readonly id: string;
  /** Unique and readable: "ada.lovelace". */
  readonly handle: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly kind: 'staff' | 'contractor' | 'visitor';
  readonly status: 'active' | 'disabled';
  readonly roles: readonly string[];
  readonly contacts: readonly Contact[];
  readonly createdAt: string;
  /** Switches of this person's own, such as "ricked"; none changes behaviour by itself. */
  readonly flags: Readonly<Record<string, boolean>>;
};

export type Contact = {
  readonly id: string;
  readonly method: 'email' | 'sms';
  /** As people write it. */
  readonly value: string;
  readonly verifiedAt?: string | undefined;
};

export type ListMethodsResponse = {
  readonly methods: readonly OfferedMethod[];
};

export type OfferedMethod = {
  readonly method: 'email' | 'sms';
  readonly label: string;
};

export type Challenge = {
  readonly challengeId: string;
  readonly expiresAt: string;
  readonly state: 'pending' | 'sent' | 'send_failed' | 'consumed' | 'expired';
};

export type VerifyChallengeResponse = {
  readonly status: 'signed_in' | 'needs_name';
  readonly person?: Person | undefined;
  /** Proves for ten minutes that the contact was proven. */
  readonly registrationToken?: string | undefined;
};

export type SignedIn = {
  readonly person: Person;
};

export type ListSessionsResponse = {
  readonly sessions: readonly DeviceSession[];
};

export type DeviceSession = {
  readonly id: string;
  /** Browser and system, as far as they said: "Firefox on Linux". */
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly current: boolean;
};

export type CreateAccessTokenResponse = {
  readonly token: string;
  /** Opens a page that asks before it signs in. */
  readonly url: string;
  readonly expiresAt: string;
};

export type AccessToken = {
  /** The first characters, to recognise it by. */
  readonly prefix: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string | undefined;
  readonly expiresAt: string;
};

export type ListRolesResponse = {
  readonly roles: readonly Role[];
};

export type Role = {
  readonly id: string;
  readonly label: string;
  readonly permissions: readonly string[];
};

export type ListPeopleResponse = {
  readonly people: readonly Person[];
  /** Absent on the last page. */
  readonly nextPageToken?: string | undefined;
};

export type ListMessagesResponse = {
  readonly messages: readonly Message[];
  readonly nextPageToken?: string | undefined;
};

export type Message = {
  readonly id: string;
  readonly lane: 'emergency' | 'transactional' | 'bulk';
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency';
  readonly channel: 'email' | 'sms' | 'slack';
  /** The recipient; of an incoming webhook only its host and last characters. */
  readonly to: string;
  readonly template: string;
  readonly state: 'requested' | 'sending' | 'sent' | 'failed' | 'expired';
  readonly requestedAt: string;
  readonly sentAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  /** When it is tried again. */
  readonly nextAttemptAt?: string | undefined;
  readonly attempts: readonly Attempt[];
  /** Why it failed, in words. */
  readonly reason?: string | undefined;
};

export type Attempt = {
  readonly at: string;
  readonly provider: string;
  readonly outcome: string;
  readonly providerMessageId?: string | undefined;
  readonly reason?: string | undefined;
  readonly durationMs: number;
};

export type ListProvidersResponse = {
  readonly providers: readonly Provider[];
};

export type Provider = {
  readonly channel: 'email' | 'sms' | 'slack';
  readonly name: string;
  readonly state: 'real' | 'sandbox' | 'off' | 'failing';
};

export type ListDeadLettersResponse = {
  readonly deadLetters: readonly DeadLetter[];
  readonly nextPageToken?: string | undefined;
};

export type DeadLetter = {
  readonly id: string;
  /** The consumer that gave up. */
  readonly durable: string;
  readonly subject: string;
  readonly reason: string;
  readonly attempts: number;
  readonly at: string;
};

export type RedriveDeadLettersResponse = {
  readonly redriven: number;
};

export type ListSitesResponse = {
  readonly sites: readonly SiteSummary[];
};

export type SiteSummary = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly today: string;
  readonly declaration?: Declaration | undefined;
  readonly entrances: readonly string[];
};

/** What pressing "Sign in" confirms. */
export type Declaration = {
  readonly text: string;
  /** Rises with each change of the text; kept with each visit. */
  readonly version: number;
};

export type Site = {
  /** Part of addresses: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** An IANA zone, "Europe/London". */
  readonly timeZone: string;
  /** When the day ends at the site, "00:00". */
  readonly dayRollover: string;
  /** Visits outlive the rollover, for up to 16 hours after sign-in. */
  readonly carryOver: boolean;
  readonly declaration?: Declaration | undefined;
  readonly slackWebhooks: readonly SlackWebhook[];
  readonly entrances: readonly string[];
  /** The calendar day at the site now. */
  readonly today: string;
};

/** A Slack incoming webhook that is told of movements. */
export type SlackWebhook = {
  readonly url: string;
  /** Which movements; both when absent. */
  readonly movements: 'in' | 'out' | 'both';
  /** How much of the name is told; the full name when absent. */
  readonly privacy: 'name' | 'initials' | 'count';
};

export type Movement = {
  /** Absent when there was nothing to close. */
  readonly visitId?: string | undefined;
  readonly changed: boolean;
  /** Distinct people inside after the change. */
  readonly occupancy: number;
  readonly at: string;
};

export type Status = {
  readonly state: 'in' | 'out';
  readonly since?: string | undefined;
  readonly today: string;
  readonly declaration?: Declaration | undefined;
  readonly visitId?: string | undefined;
  /** The time at the platform, for clocks on pages. */
  readonly now: string;
};

export type Presence = {
  readonly people: readonly PersonInside[];
  readonly count: number;
  readonly today: string;
  readonly now: string;
};

export type PersonInside = {
  readonly personId: string;
  readonly displayName: string;
  readonly since: string;
  readonly visitId: string;
  readonly entrance?: string | undefined;
};

/** A person came in. Aggregate: the visit. */
export type VisitOpened = {
  readonly eventId: string;
  readonly visitId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly siteId: string;
  /** The calendar day at the site, "2026-03-02". */
  readonly date: string;
  readonly direction: 'in' | 'out';
  readonly at: string;
  readonly via: 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';
  readonly entrance?: string | undefined;
  /** Distinct people inside after the change. */
  readonly occupancy: number;
};

/** A person went out. Aggregate: the visit. */
export type VisitClosed = {
  readonly eventId: string;
  readonly visitId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly siteId: string;
  readonly date: string;
  readonly direction: 'in' | 'out';
  readonly at: string;
  readonly via: 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';
  readonly occupancy: number;
};

/** The day ended and nobody had signed this visit out. Nobody knows when the person left. Aggregate: the visit. */
export type VisitRolledOver = {
  readonly eventId: string;
  readonly visitId: string;
  readonly personId: string;
  readonly siteId: string;
  readonly date: string;
  readonly at: string;
  readonly occupancy: number;
};

/** A person inside is known by another name now. Aggregate: the visit. */
export type VisitorRenamed = {
  readonly visitId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly siteId: string;
};

export type GetStatsResponse = {
  readonly days: readonly DayStats[];
};

export type DayStats = {
  readonly date: string;
  readonly distinctUsers: number;
  /** People whose last visit of the day has no sign-out. */
  readonly notSignedOut: number;
  /** Visits without a sign-out. */
  readonly openVisits: number;
};

export type ListAuditsResponse = {
  readonly audits: readonly Audit[];
  readonly nextPageToken?: string | undefined;
};

export type Audit = {
  readonly id: string;
  readonly at: string;
  /** "visit.in", "visit.out", "visit.rollover", "site.update", "presence.view". */
  readonly action: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly siteId: string;
  readonly via: 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';
  readonly ip: string;
  readonly userAgent: string;
};

export type PersonInput = {
  readonly id?: string | undefined;
  /** Unique and readable: "ada.lovelace". */
  readonly handle?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly displayName?: string | undefined;
  readonly kind?: 'staff' | 'contractor' | 'visitor' | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly contacts?: readonly ContactInput[] | undefined;
  readonly createdAt?: string | undefined;
  /** Switches of this person's own, such as "ricked"; none changes behaviour by itself. */
  readonly flags?: Readonly<Record<string, boolean>> | undefined;
};

export type ContactInput = {
  readonly id?: string | undefined;
  readonly method?: 'email' | 'sms' | undefined;
  /** As people write it. */
  readonly value?: string | undefined;
  readonly verifiedAt?: string | undefined;
};

export type NewContact = {
  readonly method: 'email' | 'sms';
  readonly value: string;
};

export type SiteInput = {
  /** Part of addresses: lower-case letters, digits and hyphens. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** An IANA zone, "Europe/London". */
  readonly timeZone?: string | undefined;
  /** When the day ends at the site, "00:00". */
  readonly dayRollover?: string | undefined;
  /** Visits outlive the rollover, for up to 16 hours after sign-in. */
  readonly carryOver?: boolean | undefined;
  readonly declaration?: DeclarationInput | undefined;
  readonly slackWebhooks?: readonly SlackWebhookInput[] | undefined;
  readonly entrances?: readonly string[] | undefined;
  /** The calendar day at the site now. */
  readonly today?: string | undefined;
};

/** What pressing "Sign in" confirms. */
export type DeclarationInput = {
  readonly text?: string | undefined;
  /** Rises with each change of the text; kept with each visit. */
  readonly version?: number | undefined;
};

/** A Slack incoming webhook that is told of movements. */
export type SlackWebhookInput = {
  readonly url: string;
  /** Which movements; both when absent. */
  readonly movements?: 'in' | 'out' | 'both' | undefined;
  /** How much of the name is told; the full name when absent. */
  readonly privacy?: 'name' | 'initials' | 'count' | undefined;
};

export type CreateChallengeRequest = {
  readonly method: 'email' | 'sms';
  /** An e-mail address, or a phone number with or without its country code. */
  readonly value: string;
};

export type GetChallengeRequest = {
  readonly challengeId: string;
};

export type VerifyChallengeRequest = {
  readonly challengeId: string;
  /** Six digits; spaces and hyphens are ignored. */
  readonly code: string;
};

export type RegisterRequest = {
  readonly registrationToken: string;
  readonly firstName: string;
  readonly lastName: string;
};

export type RevokeSessionRequest = {
  readonly sessionId: string;
};

export type RedeemAccessTokenRequest = {
  readonly token: string;
};

export type UpdateMeRequest = {
  /** Only the names may change here. */
  readonly person: PersonInput;
  readonly updateMask?: string | undefined;
};

export type ListPeopleRequest = {
  /** Part of a name, a handle or a contact. */
  readonly query?: string | undefined;
  /** 1 to 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetPersonRequest = {
  readonly personId: string;
};

export type CreatePersonRequest = {
  readonly firstName: string;
  readonly lastName: string;
  readonly kind?: 'staff' | 'contractor' | 'visitor' | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly contacts?: readonly NewContact[] | undefined;
};

export type UpdatePersonRequest = {
  readonly personId: string;
  /** first_name, last_name, kind, status, roles, flags. */
  readonly person: PersonInput;
  readonly updateMask?: string | undefined;
};

export type ListMessagesRequest = {
  readonly channel?: 'email' | 'sms' | 'slack' | undefined;
  readonly state?: 'requested' | 'sending' | 'sent' | 'failed' | 'expired' | undefined;
  /** The recipient, exactly. */
  readonly to?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetMessageRequest = {
  readonly messageId: string;
};

export type ListDeadLettersRequest = {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type RedriveDeadLettersRequest = {
  /** All of them when empty. */
  readonly ids?: readonly string[] | undefined;
};

export type GetSiteRequest = {
  readonly siteId: string;
};

export type CreateSiteRequest = {
  readonly site: SiteInput;
};

export type UpdateSiteRequest = {
  readonly siteId: string;
  readonly site: SiteInput;
  readonly updateMask?: string | undefined;
};

export type SignInRequest = {
  readonly siteId: string;
  /** The day the caller's page shows; refused when the site has another one. */
  readonly clientDate?: string | undefined;
  readonly entrance?: string | undefined;
};

export type SignOutRequest = {
  readonly siteId: string;
  readonly clientDate?: string | undefined;
};

export type GetStatusRequest = {
  readonly siteId: string;
};

export type GetPresenceRequest = {
  readonly siteId: string;
};

export type StreamPresenceRequest = {
  readonly siteId: string;
};

export type GetStatsRequest = {
  readonly siteId: string;
  /** First day, "2026-03-02"; thirty days before the last when absent. */
  readonly from?: string | undefined;
  /** Last day; today when absent. */
  readonly to?: string | undefined;
};

export type ListAuditsRequest = {
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type StreamPresenceEvents = {
  readonly snapshot: Presence;
  readonly 'visit-opened': VisitOpened;
  readonly 'visit-closed': VisitClosed;
  readonly 'visit-rolled-over': VisitRolledOver;
  readonly 'visitor-renamed': VisitorRenamed;
};

export const createApi = (call: Call) => ({
  gateway: {
    /** Who is signed in, and the token that cookie writes must carry. */
    getSession: (extra: Extra = {}) => call<GetSessionResponse>('GET', `/api/auth/session`, { ...extra }),
  },
  identity: {
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
    listRoles: (extra: Extra = {}) => call<ListRolesResponse>('GET', `/api/auth/roles`, { ...extra }),
    getMe: (extra: Extra = {}) => call<Person>('GET', `/api/people/me`, { ...extra }),
    updateMe: (request: UpdateMeRequest, extra: Extra = {}) => call<Person>('PATCH', `/api/people/me`, { query: { updateMask: request.updateMask }, body: request.person, ...extra }),
    /** People by name, contact or handle, in the order of their names. */
    listPeople: (request: ListPeopleRequest, extra: Extra = {}) => call<ListPeopleResponse>('GET', `/api/people`, { query: { query: request.query, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    getPerson: (request: GetPersonRequest, extra: Extra = {}) => call<Person>('GET', `/api/people/${encodeURIComponent(request.personId)}`, { ...extra }),
    /** Adds a person whose contacts an administrator vouches for. */
    createPerson: (request: CreatePersonRequest, extra: Extra = {}) => call<Person>('POST', `/api/people`, { body: request, ...extra }),
    /** Changes names, kind, roles or status. Disabling ends every session and token of the person. */
    updatePerson: (request: UpdatePersonRequest, extra: Extra = {}) => call<Person>('PATCH', `/api/people/${encodeURIComponent(request.personId)}`, { query: { updateMask: request.updateMask }, body: request.person, ...extra }),
  },
  notifier: {
    /** Messages, newest first. */
    listMessages: (request: ListMessagesRequest, extra: Extra = {}) => call<ListMessagesResponse>('GET', `/api/notifier/messages`, { query: { channel: request.channel, state: request.state, to: request.to, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    getMessage: (request: GetMessageRequest, extra: Extra = {}) => call<Message>('GET', `/api/notifier/messages/${encodeURIComponent(request.messageId)}`, { ...extra }),
    /** Whether each way out is real, sandboxed, off or failing. */
    listProviders: (extra: Extra = {}) => call<ListProvidersResponse>('GET', `/api/notifier/providers`, { ...extra }),
    /** What no consumer of the platform could handle, with the reason. */
    listDeadLetters: (request: ListDeadLettersRequest, extra: Extra = {}) => call<ListDeadLettersResponse>('GET', `/api/notifier/dead-letters`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Hands dead letters back to their consumers, all of them or those named. */
    redriveDeadLetters: (request: RedriveDeadLettersRequest, extra: Extra = {}) => call<RedriveDeadLettersResponse>('POST', `/api/notifier/dead-letters/redrive`, { body: request, ...extra }),
  },
  register: {
    /** The sites that one can sign in to. */
    listSites: (extra: Extra = {}) => call<ListSitesResponse>('GET', `/api/register/sites`, { ...extra }),
    /** A site with the settings that only its administrators see. */
    getSite: (request: GetSiteRequest, extra: Extra = {}) => call<Site>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}`, { ...extra }),
    createSite: (request: CreateSiteRequest, extra: Extra = {}) => call<Site>('POST', `/api/register/sites`, { body: request.site, ...extra }),
    /** Changes the fields that are named, and no others. */
    updateSite: (request: UpdateSiteRequest, extra: Extra = {}) => call<Site>('PATCH', `/api/register/sites/${encodeURIComponent(request.siteId)}`, { query: { updateMask: request.updateMask }, body: request.site, ...extra }),
    /** Opens the caller's visit. Already inside: answers with the open visit and changed = false. */
    signIn: (request: SignInRequest, extra: Extra = {}) => call<Movement>('POST', `/api/register/me/sign-in`, { body: request, ...extra }),
    /** Closes the caller's visit. Nothing open: changed = false, and nobody is told. */
    signOut: (request: SignOutRequest, extra: Extra = {}) => call<Movement>('POST', `/api/register/me/sign-out`, { body: request, ...extra }),
    getStatus: (request: GetStatusRequest, extra: Extra = {}) => call<Status>('GET', `/api/register/me/status`, { query: { siteId: request.siteId }, ...extra }),
    /** Everybody inside, by name. */
    getPresence: (request: GetPresenceRequest, extra: Extra = {}) => call<Presence>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/presence`, { ...extra }),
    /** Movements as they happen, after a first event that says who is inside. */
    streamPresence: (request: StreamPresenceRequest): string => `/api/register/sites/${encodeURIComponent(request.siteId)}/presence/stream`,
    /** Counts per day, without identities. */
    getStats: (request: GetStatsRequest, extra: Extra = {}) => call<GetStatsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/stats`, { query: { from: request.from, to: request.to }, ...extra }),
    /** What was done, by whom and to whom, newest first. */
    listAudits: (request: ListAuditsRequest, extra: Extra = {}) => call<ListAuditsResponse>('GET', `/api/register/audits`, { query: { subjectId: request.subjectId, action: request.action, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
  },
});

export type Api = ReturnType<typeof createApi>;
