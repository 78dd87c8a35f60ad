// Generated from the contracts by `npm run contracts`: do not edit.

import { gateway } from './calls/gateway.ts';
import { identity } from './calls/identity.ts';
import { notifier } from './calls/notifier.ts';
import { register } from './calls/register.ts';
import { volunteers } from './calls/volunteers.ts';

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call wants of whoever carries it out. */
export type Options = {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
  /** The version that is to be changed, where the method takes one: `If-Match`. */
  readonly ifMatch?: number;
};

/** Carries out one request: adds credentials, throws problems. */
export type Call = <Answer>(verb: Verb, path: string, options: Options) => Promise<Answer>;

/** What a caller may add to any request. */
export type Extra = Pick<Options, 'signal' | 'idempotencyKey' | 'ifMatch'>;

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
  readonly status: 'active' | 'disabled' | 'merged';
  readonly roles: readonly string[];
  readonly contacts: readonly Contact[];
  readonly createdAt: string;
  /** Switches of this person's own, such as "ricked"; none changes behaviour by itself. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** The zone of this person's clock, "Europe/London"; the site's or the organisation's when empty. */
  readonly timeZone: string;
  /** The language of messages to them, "en" or "fr-CA"; the organisation's when empty. */
  readonly locale: string;
  /** The contact that messages go to first; empty for none in particular. */
  readonly preferredContactId: string;
  /** Whether reminders to sign out may be sent. */
  readonly reminders: boolean;
  /** Whether others who are signed in may see when this person is inside. */
  readonly visible: boolean;
  /** Who this person became, where status is merged. */
  readonly mergedInto?: string | undefined;
  /** Where the record comes from: "sign-up", "administrator", "directory". */
  readonly source: string;
  /** The day of the last visit, "2026-03-02". */
  readonly lastVisitDate?: string | undefined;
};

export type Contact = {
  readonly id: string;
  readonly method: 'email' | 'sms' | 'push';
  /** As people write it. */
  readonly value: string;
  readonly verifiedAt?: string | undefined;
};

export type SignUpResponse = {
  /** Kept by the browser: with it, confirming also signs this browser in. */
  readonly browserSecret: string;
};

export type ConfirmAccountResponse = {
  readonly status: 'signed_in' | 'confirmed';
  readonly person?: Person | undefined;
  /** Where the browser wanted to go, a path of ours. */
  readonly next?: string | undefined;
};

export type SignedIn = {
  readonly person: Person;
};

export type IdentityListProvidersResponse = {
  readonly providers: readonly OfferedProvider[];
};

export type OfferedProvider = {
  readonly provider: 'google' | 'microsoft' | 'zoom';
  readonly label: string;
};

export type ServiceSignInStarted = {
  readonly authorizeUrl: string;
  /** Goes along with the callback: no other browser can finish what this one began. */
  readonly browserSecret: string;
  readonly expiresAt: string;
};

export type FinishServiceSignInResponse = {
  readonly status: 'signed_in' | 'needs_confirmation' | 'needs_login' | 'linked' | 'denied';
  readonly provider: 'google' | 'microsoft' | 'zoom';
  readonly next: string;
  readonly person?: Person | undefined;
  /** Works for a quarter of an hour. */
  readonly linkToken?: string | undefined;
};

export type ListServiceLinksResponse = {
  readonly links: readonly ServiceLink[];
};

export type ServiceLink = {
  readonly id: string;
  readonly provider: 'google' | 'microsoft' | 'zoom';
  /** As the service knows them; it proves nothing here. */
  readonly email: string;
  readonly linkedAt: string;
};

export type ExchangeMicrosoftTokenResponse = {
  readonly person: Person;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends. */
  readonly expiresAt: string;
};

export type AppTokens = {
  /** A signed token to send as `Authorization: Bearer`. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of the access token. */
  readonly expiresAt: string;
  readonly refreshExpiresAt: string;
};

export type PasskeyRegistration = {
  /** Comes back with the credential. */
  readonly ceremonyId: string;
  /** `PublicKeyCredentialCreationOptionsJSON` of WebAuthn. */
  readonly options: PasskeyCreationOptions;
};

export type PasskeyCreationOptions = {
  readonly challenge: string;
  readonly rp: PasskeyRelyingParty;
  readonly user: PasskeyUser;
  readonly pubKeyCredParams: readonly PasskeyAlgorithm[];
  readonly timeout: number;
  readonly excludeCredentials: readonly PasskeyDescriptor[];
  readonly authenticatorSelection: PasskeySelection;
  readonly attestation: string;
};

export type PasskeyRelyingParty = {
  readonly id: string;
  readonly name: string;
};

export type PasskeyUser = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
};

export type PasskeyAlgorithm = {
  readonly type: string;
  readonly alg: number;
};

export type PasskeyDescriptor = {
  readonly id: string;
  readonly type: string;
  readonly transports: readonly string[];
};

export type PasskeySelection = {
  readonly residentKey: string;
  readonly requireResidentKey: boolean;
  readonly userVerification: string;
};

export type Passkey = {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string | undefined;
  /** Kept by an account in several devices, and so not lost with one. */
  readonly backedUp: boolean;
};

export type ListPasskeysResponse = {
  readonly passkeys: readonly Passkey[];
};

export type PasskeySignIn = {
  readonly ceremonyId: string;
  /** `PublicKeyCredentialRequestOptionsJSON` of WebAuthn. */
  readonly options: PasskeyRequestOptions;
};

export type PasskeyRequestOptions = {
  readonly challenge: string;
  readonly timeout: number;
  readonly rpId: string;
  readonly userVerification: string;
};

export type Challenge = {
  readonly challengeId: string;
  readonly expiresAt: string;
  readonly state: 'pending' | 'sent' | 'send_failed' | 'consumed' | 'expired';
};

export type Reauthentication = {
  /** Until when merging, erasing and exporting are open. */
  readonly freshUntil: string;
};

export type Pin = {
  /** The number to type at a kiosk before the PIN; absent without one. */
  readonly number?: string | undefined;
  readonly isSet: boolean;
};

export type ListMethodsResponse = {
  readonly methods: readonly OfferedMethod[];
};

export type OfferedMethod = {
  readonly method: 'email' | 'sms' | 'push';
  readonly label: string;
};

export type VerifyChallengeResponse = {
  readonly status: 'signed_in' | 'needs_name';
  readonly person?: Person | undefined;
  /** Proves for ten minutes that the contact was proven. */
  readonly registrationToken?: string | undefined;
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
  /** The app by its own tokens, and not a browser. */
  readonly app: boolean;
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

export type IdentityListRolesResponse = {
  readonly roles: readonly IdentityRole[];
};

export type IdentityRole = {
  readonly id: string;
  readonly label: string;
  readonly permissions: readonly string[];
};

export type ListPeopleResponse = {
  readonly people: readonly Person[];
  /** Absent on the last page. */
  readonly nextPageToken?: string | undefined;
};

export type ListDuplicatesResponse = {
  readonly groups: readonly DuplicateGroup[];
};

export type DuplicateGroup = {
  /** The oldest first. */
  readonly people: readonly Person[];
};

export type MergePreview = {
  /** As they would be. */
  readonly survivor: Person;
  readonly merged: readonly Person[];
  /** Permissions that the survivor would have and has not now. */
  readonly gainedPermissions: readonly string[];
  /** Permissions that would be gone with those who are merged. */
  readonly lostPermissions: readonly string[];
};

export type Merge = {
  readonly id: string;
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  /** Absent once the person is erased. */
  readonly survivor?: Person | undefined;
  readonly mergedIds: readonly string[];
  readonly at: string;
  readonly undoUntil: string;
};

export type ListMergesResponse = {
  readonly merges: readonly Merge[];
};

export type Erasure = {
  readonly personId: string;
  readonly at: string;
};

export type PersonRetention = {
  readonly dryRun: boolean;
  /** Who is, or would be, erased; at most 1 000 are named. */
  readonly people: readonly RetainedPerson[];
  readonly erased: number;
};

export type RetainedPerson = {
  readonly personId: string;
  readonly displayName: string;
  readonly lastSeenAt: string;
};

export type ListPeopleAuditsResponse = {
  readonly audits: readonly PeopleAudit[];
  readonly nextPageToken?: string | undefined;
};

export type PeopleAudit = {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  /** Empty when the platform itself acted, and of whoever was about to prove who they are. */
  readonly actorId: string;
  readonly subjectId: string;
  /** "web", "token", "admin", "system". */
  readonly via: string;
  readonly ip: string;
  readonly userAgent: string;
};

export type DirectorySync = {
  readonly configured: boolean;
  readonly dryRun: boolean;
  readonly outcome: 'done' | 'stopped';
  readonly at?: string | undefined;
  readonly nextAt?: string | undefined;
  readonly joiners: readonly DirectoryChange[];
  readonly leavers: readonly DirectoryChange[];
  /** How many people of ours come from the directory. */
  readonly known: number;
};

export type DirectoryChange = {
  /** Absent for a joiner that is not made yet. */
  readonly personId?: string | undefined;
  readonly displayName: string;
};

export type ListHooksResponse = {
  readonly hooks: readonly Hook[];
};

export type Hook = {
  readonly id: string;
  readonly settings: HookSettings;
  readonly createdAt: string;
  /** Of the answers to CreateHook and RotateHookSecret only. */
  readonly secret?: string | undefined;
  /** Since when every delivery has failed. */
  readonly failingSince?: string | undefined;
  /** It was switched off because it failed for days. */
  readonly disabledForFailing: boolean;
};

export type HookSettings = {
  /** https, to an address in the internet. */
  readonly url: string;
  readonly events: readonly ('message_sent' | 'message_delivered' | 'message_failed' | 'message_answered' | 'message_read' | 'ping')[];
  readonly description: string;
  /** Nothing is delivered while it is not active. */
  readonly active: boolean;
};

export type DeleteHookResponse = Readonly<Record<string, never>>;

export type HookCall = {
  readonly id: string;
  readonly hookId: string;
  readonly event: 'message_sent' | 'message_delivered' | 'message_failed' | 'message_answered' | 'message_read' | 'ping';
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly createdAt: string;
  /** The last ones, earliest first. */
  readonly tries: readonly HookTry[];
  readonly nextTryAt?: string | undefined;
  /** What is sent; absent in lists. */
  readonly body?: string | undefined;
  /** How often it was tried. */
  readonly tryCount: number;
};

export type HookTry = {
  readonly at: string;
  /** Of the answer; absent when there was none. */
  readonly status?: number | undefined;
  /** Why it failed, in a few words. */
  readonly reason?: string | undefined;
  readonly durationMs: number;
};

export type ListHookCallsResponse = {
  readonly calls: readonly HookCall[];
  readonly nextPageToken?: string | undefined;
};

export type ReplayFailedHookCallsResponse = {
  /** How many are under way again. */
  readonly replayed: number;
};

export type ListInboxResponse = {
  readonly entries: readonly InboxEntry[];
  readonly nextPageToken?: string | undefined;
};

export type InboxEntry = {
  /** The message's own id. */
  readonly id: string;
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly title: string;
  readonly body: string;
  /** Where it leads: a path of the application, or an https address. */
  readonly link?: string | undefined;
  readonly at: string;
  readonly seenAt?: string | undefined;
  readonly readAt?: string | undefined;
  readonly archivedAt?: string | undefined;
  readonly snoozedUntil?: string | undefined;
};

export type InboxCounts = {
  /** At most 100, which stands for that many or more. */
  readonly unread: number;
  readonly unseen: number;
};

/** Something is new or different in somebody's inbox; what, is read there. Aggregate: the entry. */
export type InboxChanged = {
  readonly personId: string;
  readonly entryId: string;
  /** What became of it. */
  readonly change: 'added' | 'read' | 'unread' | 'seen' | 'snoozed' | 'returned' | 'archived' | 'unarchived';
  readonly at: string;
};

export type MessageTimeline = {
  readonly message: Message;
  readonly steps: readonly TimelineStep[];
};

export type Message = {
  readonly id: string;
  readonly lane: 'emergency' | 'transactional' | 'bulk';
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  /** The recipient; of an incoming webhook only its host and last characters. */
  readonly to: string;
  readonly template: string;
  readonly state: 'requested' | 'sending' | 'sent' | 'failed' | 'expired' | 'held' | 'cancelled' | 'delivered' | 'read';
  readonly requestedAt: string;
  readonly sentAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  /** When it is tried again. */
  readonly nextAttemptAt?: string | undefined;
  readonly attempts: readonly Attempt[];
  /** Why it failed, in words. */
  readonly reason?: string | undefined;
  /** Whom it is for, where a person was asked for. */
  readonly personId?: string | undefined;
  readonly deliveredAt?: string | undefined;
  readonly answeredAt?: string | undefined;
  /** When the person opened it in their inbox. */
  readonly readAt?: string | undefined;
  /** When it failed, expired or was cancelled. */
  readonly endedAt?: string | undefined;
  /** Of one that is held: when it is released. */
  readonly heldUntil?: string | undefined;
  /** What the asking service calls it, and who asked. */
  readonly reference: string;
  readonly sender: string;
};

export type Attempt = {
  readonly at: string;
  readonly provider: string;
  readonly outcome: string;
  readonly providerMessageId?: string | undefined;
  readonly reason?: string | undefined;
  readonly durationMs: number;
  /** Of a text message: its parts, and what they cost in millionths of the currency's unit where the price is known. */
  readonly segments?: number | undefined;
  readonly costMicros?: string | undefined;
  /** The provider may have taken it all the same: nobody else is asked for it any more. */
  readonly unclear: boolean;
  /** Accounts that were asked before it within the same try, and surely did not take it. */
  readonly passedOn: readonly PassedOn[];
};

export type PassedOn = {
  readonly provider: string;
  readonly reason: string;
  readonly durationMs: number;
};

export type TimelineStep = {
  readonly kind: 'requested' | 'held' | 'attempt' | 'sent' | 'delivered' | 'undelivered' | 'read' | 'answered' | 'failed' | 'expired' | 'cancelled' | 'next_attempt';
  readonly at: string;
  /** Of an attempt. */
  readonly attempt?: Attempt | undefined;
  /** Of a hold: what it waited for, and until when. */
  readonly heldFor: 'schedule' | 'quiet_hours' | 'digest' | 'throttle';
  readonly until?: string | undefined;
  /** Why it ended, or the provider's code. */
  readonly reason?: string | undefined;
};

export type Statistics = {
  readonly rows: readonly StatisticsRow[];
  readonly days: readonly StatisticsDay[];
  /** The most frequent ones. */
  readonly reasons: readonly FailureReason[];
};

export type StatisticsRow = {
  /** Such as "email", "reminder", "login" or "smtp". */
  readonly key: string;
  readonly total: number;
  readonly counts: StateCounts;
  /** Those that a provider took among those that came to an end, 0 to 1; absent where none has. Cancelled ones do not count. */
  readonly deliveryRate?: number | undefined;
  /** From being asked for until a provider took it, in milliseconds; absent where none was sent. */
  readonly latencyP50Ms?: number | undefined;
  readonly latencyP95Ms?: number | undefined;
  /** Parts of text messages. */
  readonly smsSegments: number;
  /** What they cost where prices are configured, in millionths of the currency's unit. */
  readonly costMicros: string;
};

export type StateCounts = {
  readonly requested: number;
  readonly held: number;
  readonly sending: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
  readonly expired: number;
  readonly cancelled: number;
};

export type StatisticsDay = {
  /** A UTC day, "2026-03-02". */
  readonly day: string;
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
};

export type FailureReason = {
  readonly reason: string;
  readonly count: number;
};

export type DeadLetterDetail = {
  readonly letter: DeadLetter;
  /** What its publisher called the message. */
  readonly messageId: string;
  /** Those that hold nothing personal. */
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON; what may be personal or secret is masked. Absent where its type is not known any more. */
  readonly payload?: string | undefined;
  readonly sizeBytes: number;
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

export type ListMessagesResponse = {
  readonly messages: readonly Message[];
  readonly nextPageToken?: string | undefined;
};

export type NotifierListProvidersResponse = {
  readonly providers: readonly Provider[];
};

export type Provider = {
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  readonly name: string;
  readonly state: 'real' | 'sandbox' | 'off' | 'failing';
};

export type ListDeadLettersResponse = {
  readonly deadLetters: readonly DeadLetter[];
  readonly nextPageToken?: string | undefined;
};

export type RedriveDeadLettersResponse = {
  readonly redriven: number;
};

export type NotificationPreferencesView = {
  /** What was said. */
  readonly own: NotificationPreferences;
  /** What counts in the end: a switch for each category and channel, the quiet hours, the digests that are on. */
  readonly effective: NotificationPreferences;
  /** Categories that nobody can switch off. */
  readonly critical: readonly ('auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer')[];
};

/** What somebody said; what they did not say is as the organisation has it. */
export type NotificationPreferences = {
  /** At most one for each category and channel. */
  readonly switches: readonly NotificationSwitch[];
  /** Absent: as the organisation has them. Without spans: never quiet. */
  readonly quietHours?: QuietHours | undefined;
  /** At most one for each category. */
  readonly digests: readonly DigestWindow[];
  /** An IANA zone; empty for the one of the profile. */
  readonly timeZone: string;
};

/** Whether messages of a category go out on a channel. Codes to sign in with and emergencies always do. */
export type NotificationSwitch = {
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  readonly enabled: boolean;
};

export type QuietHours = {
  readonly spans: readonly QuietSpan[];
};

/** What comes in between is held until the end. One that ends at or before its beginning ends on the next day. */
export type QuietSpan = {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Such as "22:00". */
  readonly from: string;
  readonly to: string;
};

/** How often messages of a category are gathered into one. */
export type DigestWindow = {
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly every: 'off' | 'hour' | 'day' | 'week';
  /** For a day or a week: when, such as "17:00". Required then. */
  readonly at: string;
  /** For a week: 1 is Monday. Required then. */
  readonly weekday: number;
};

export type MailSubscription = {
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  /** Whether mails of the category come. */
  readonly subscribed: boolean;
};

export type UnsubscribeByOneClickResponse = Readonly<Record<string, never>>;

export type ListSuppressionsResponse = {
  readonly suppressions: readonly Suppression[];
  readonly nextPageToken?: string | undefined;
};

export type Suppression = {
  readonly id: string;
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  /** The address; of a device only the last characters. */
  readonly to: string;
  readonly reason: 'hard_bounce' | 'stop' | 'unregistered' | 'manual';
  /** The provider's own short code. */
  readonly code: string;
  readonly since: string;
};

export type LiftSuppressionResponse = Readonly<Record<string, never>>;

export type SendMessagesResponse = {
  readonly requestId: string;
  /** Of the messages, where they follow from the request: at once, to a hundred addresses at most. */
  readonly messageIds: readonly string[];
  /** How many recipients were named; roles and topics count as one. */
  readonly accepted: number;
};

/** Without the counts of messages. */
export type ListSendRequestsResponse = {
  readonly requests: readonly SendRequest[];
  readonly nextPageToken?: string | undefined;
};

export type SendRequest = {
  readonly id: string;
  readonly state: 'scheduled' | 'running' | 'done' | 'cancelled';
  readonly template: string;
  readonly lane: 'emergency' | 'transactional' | 'bulk';
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly sendAt?: string | undefined;
  /** Recipients that are known so far: those of roles and topics are counted when they are asked for. */
  readonly total: number;
  /** Recipients that were worked on. */
  readonly handled: number;
  /** Of them, those who could not be written to and got no message; `refusals` says why. */
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  /** Messages, all and by state. */
  readonly created: number;
  readonly waiting: number;
  readonly held: number;
  readonly sending: number;
  readonly sent: number;
  readonly failed: number;
  readonly expired: number;
  readonly cancelled: number;
  readonly reference: string;
  /** Escalations, where it asks step by step. */
  readonly escalations: number;
  readonly answered: number;
};

/** Why recipients were refused while the messages were made. */
export type Refusal = {
  readonly code: string;
  readonly count: number;
};

export type CancelMessageResponse = {
  readonly messageId: string;
};

export type ListTopicsResponse = {
  readonly topics: readonly Topic[];
  readonly nextPageToken?: string | undefined;
};

export type Topic = {
  readonly key: string;
  readonly subscribers: number;
};

export type ListSubscribersResponse = {
  readonly personIds: readonly string[];
  readonly nextPageToken?: string | undefined;
};

export type AddSubscribersResponse = {
  /** Those who were not subscribed before. */
  readonly added: number;
};

export type RemoveSubscriberResponse = Readonly<Record<string, never>>;

export type EscalationAnswer = {
  /** Somebody answered, or it is over: nobody else is asked. */
  readonly answered: boolean;
};

export type ListTemplatesResponse = {
  readonly templates: readonly Template[];
};

export type Template = {
  readonly key: string;
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  /** Who is sent it and when, by language. */
  readonly about: Readonly<Record<string, string>>;
  readonly channels: readonly ('email' | 'sms' | 'slack' | 'push' | 'inbox')[];
  /** BCP 47. */
  readonly locales: readonly string[];
  /** Names of samples to fill it with. */
  readonly samples: readonly string[];
  readonly variables: readonly string[];
};

export type TemplatePreview = {
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  /** E-mail. */
  readonly subject?: string | undefined;
  readonly html?: string | undefined;
  /** What is said without markup: the text part of a mail, a text message, what Slack shows in notifications, the body elsewhere. */
  readonly text: string;
  /** Notifications to devices and the inbox. */
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  /** Slack: the blocks as JSON. */
  readonly blocks?: string | undefined;
  /** Text messages: how many are charged, and in which alphabet they travel ("gsm-7" or "ucs-2"). */
  readonly segments?: number | undefined;
  readonly encoding?: string | undefined;
  /** Of a mail's page, or of the text. */
  readonly bytes: number;
  /** What the sample brings. */
  readonly variables: Readonly<Record<string, string>>;
};

export type SendTestMessageResponse = {
  /** Of the message, as in the list of messages. */
  readonly reference: string;
};

export type Brand = {
  readonly name: string;
  /** An https address of a picture, shown 40 px high. Empty for none: then the name is written. */
  readonly logoUrl: string;
  /** #rrggbb. */
  readonly buttonColour: string;
  /** On the button: a contrast of 4.5 is needed. */
  readonly buttonTextColour: string;
  /** Of headings and links, on white: a contrast of 4.5 is needed. */
  readonly headingColour: string;
  /** BCP 47: the language of those who have not said theirs. */
  readonly locale: string;
};

export type BroadcastPreview = {
  /** Members, who are reached by the contact they prefer. */
  readonly people: number;
  /** Visitors who left an address or a telephone number. */
  readonly visitors: number;
  /** Visitors who left neither, and are not reached. */
  readonly unreachable: number;
  readonly siteName: string;
  /** Whom the message names as its sender. */
  readonly sender: string;
};

export type Broadcast = {
  readonly id: string;
  readonly siteId: string;
  /** Empty for everybody. */
  readonly entrance: string;
  readonly text: string;
  readonly sentAt: string;
  readonly sentById: string;
  /** Empty for somebody who was erased. */
  readonly sentBy: string;
  /** So many people and visitors were written to. */
  readonly count: number;
};

export type ListBroadcastsResponse = {
  readonly broadcasts: readonly Broadcast[];
};

export type Incident = {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly message: string;
  readonly open: boolean;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
  /** Names. */
  readonly startedBy: string;
  readonly endedBy?: string | undefined;
  readonly escalateAfterSeconds: number;
  readonly musterPoints: readonly string[];
  readonly counts: RollCallCounts;
  readonly entries: readonly RollCallEntry[];
  /** When the last message left so far. */
  readonly lastSentAt?: string | undefined;
  /** The time at the platform. */
  readonly now: string;
};

/** Each entry is counted in one state. */
export type RollCallCounts = {
  readonly total: number;
  readonly safe: number;
  readonly help: number;
  readonly missing: number;
  readonly unanswered: number;
  readonly notOnSite: number;
  readonly signedOut: number;
  /** Safe or not on site. */
  readonly accounted: number;
};

export type RollCallEntry = {
  readonly id: string;
  /** Empty for somebody who was added by name. */
  readonly personId: string;
  readonly displayName: string;
  readonly kind: 'person' | 'visitor' | 'contractor';
  readonly origin: 'frozen' | 'arrived' | 'muster' | 'warden';
  readonly state: 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';
  /** Since when they are in this state, by whom and how. */
  readonly stateAt?: string | undefined;
  readonly stateBy?: string | undefined;
  readonly stateSource?: 'warden' | 'sms' | 'link' | 'muster' | 'scan' | undefined;
  /** Signed in. */
  readonly since?: string | undefined;
  readonly entrance?: string | undefined;
  /** Signed out during the incident. */
  readonly signedOutAt?: string | undefined;
  readonly marks: readonly RollCallMark[];
  readonly deliveries: readonly CallDelivery[];
  /** Where they were seen last. */
  readonly musterPoint?: string | undefined;
};

/** What somebody said about somebody, once. */
export type RollCallMark = {
  readonly id: string;
  readonly state: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear';
  readonly at: string;
  readonly byId: string;
  readonly byName: string;
  readonly source: 'warden' | 'sms' | 'link' | 'muster' | 'scan';
  readonly note?: string | undefined;
  readonly musterPoint?: string | undefined;
  /** It came in after the incident had ended. */
  readonly late: boolean;
};

/** What became of one message to one contact. */
export type CallDelivery = {
  /** "email", "sms", "push"; empty while nobody knows yet. */
  readonly channel: string;
  readonly contactId: string;
  /** 0 went to every contact at once. */
  readonly turn: number;
  readonly state: 'asked' | 'sent' | 'delivered' | 'failed' | 'answered';
  readonly at: string;
  /** Why it failed. */
  readonly reason?: string | undefined;
};

export type ListIncidentsResponse = {
  readonly incidents: readonly IncidentSummary[];
  readonly nextPageToken?: string | undefined;
};

export type IncidentSummary = {
  readonly id: string;
  readonly siteId: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly open: boolean;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
  readonly startedBy: string;
  /** On the list when it began. */
  readonly frozenCount: number;
};

/** An incident began and its list is frozen. Aggregate: the incident. */
export type RollCallStarted = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly siteId: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly at: string;
  readonly by: string;
  /** On the list. */
  readonly count: number;
};

/** Somebody came on the list after it was frozen. Aggregate: the entry. */
export type RollCallEntryAdded = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly siteId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly kind: 'person' | 'visitor' | 'contractor';
  readonly origin: 'frozen' | 'arrived' | 'muster' | 'warden';
  readonly at: string;
  readonly state: 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';
};

/** Something was said about somebody on the list. Aggregate: the entry. */
export type RollCallMarked = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly siteId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly mark: RollCallMark;
  /** The state of the entry with this mark. */
  readonly state: 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';
  readonly at: string;
};

/** Somebody on the list signed out meanwhile. Aggregate: the entry. */
export type RollCallSignedOut = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly siteId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly state: 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';
  readonly at: string;
};

/** What became of messages to people on a list, several at once. Aggregate: the incident; it changes nothing about it. */
export type RollCallCallsChanged = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly calls: readonly CallChange[];
  readonly at: string;
};

export type CallChange = {
  readonly entryId: string;
  readonly delivery: CallDelivery;
};

/** An incident ended. Aggregate: the incident. */
export type RollCallEnded = {
  readonly eventId: string;
  readonly incidentId: string;
  readonly siteId: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly at: string;
  readonly by: string;
};

export type AddMarksResponse = {
  /** The ids that are kept now; the phone may forget them. */
  readonly kept: readonly string[];
  readonly refused: readonly RefusedMark[];
};

export type RefusedMark = {
  readonly id: string;
  readonly code: string;
  readonly detail: string;
};

export type ListMusterPointsResponse = {
  readonly musterPoints: readonly MusterPoint[];
};

export type MusterPoint = {
  /** From 1 on. */
  readonly number: number;
  readonly name: string;
  /** What its QR code says. */
  readonly url: string;
};

export type RollCallAnswer = {
  readonly siteName: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly startedAt: string;
  /** False once the incident has ended. */
  readonly open: boolean;
  readonly message: string;
  readonly state: 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';
  readonly stateAt?: string | undefined;
  readonly musterPoint?: string | undefined;
};

export type EvacuationList = {
  readonly siteId: string;
  readonly siteName: string;
  readonly generatedAt: string;
  readonly etag: string;
  /** The list is the one that is known; `people` is left out. */
  readonly unchanged: boolean;
  readonly count: number;
  readonly people: readonly Occupant[];
  /** The incident under way. */
  readonly incidentId?: string | undefined;
  readonly musterPoints: readonly string[];
};

export type Occupant = {
  readonly personId: string;
  readonly visitId: string;
  readonly displayName: string;
  readonly kind: 'person' | 'visitor' | 'contractor';
  readonly since: string;
  readonly entrance?: string | undefined;
};

export type SignedSnapshot = {
  readonly list: EvacuationList;
  /** The same list as a JSON Web Signature (RFC 7515, EdDSA): its payload is what was signed. */
  readonly jws: string;
};

export type SnapshotKey = {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
};

export type EvacuationPlan = {
  readonly siteId: string;
  readonly musterPoints: readonly string[];
  readonly escalateAfterSeconds: number;
  readonly snapshotEveryMinutes: number;
  readonly snapshotEmails: readonly string[];
  /** When the list is sent next. */
  readonly nextSnapshotAt?: string | undefined;
  readonly snapshotToWebhooks: boolean;
};

export type IncidentReport = {
  readonly incidentId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly timeZone: string;
  readonly kind: 'live' | 'drill' | 'test';
  readonly message: string;
  readonly open: boolean;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
  readonly startedBy: string;
  readonly endedBy?: string | undefined;
  readonly note?: string | undefined;
  readonly counts: RollCallCounts;
  /** From the start to the first and the last message that left. */
  readonly firstMessageMs?: number | undefined;
  readonly lastMessageMs?: number | undefined;
  readonly messagesSent: number;
  readonly messagesFailed: number;
  /** From the start until everybody was accounted for; absent when somebody never was. */
  readonly allAccountedMs?: number | undefined;
  /** Neither safe nor off site when the incident ended (now, while it is open). */
  readonly unaccounted: readonly RollCallEntry[];
  readonly entries: readonly RollCallEntry[];
  readonly timeline: readonly TimelineItem[];
  readonly generatedAt: string;
};

export type TimelineItem = {
  readonly at: string;
  /** "started", "arrived", "added", "marked", "signed_out", "ended". */
  readonly what: string;
  readonly subject?: string | undefined;
  readonly by?: string | undefined;
  readonly state?: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear' | undefined;
  readonly source?: 'warden' | 'sms' | 'link' | 'muster' | 'scan' | undefined;
  readonly note?: string | undefined;
  readonly late: boolean;
};

export type PairingCode = {
  readonly kiosk: Kiosk;
  /** Eight letters and digits, to be typed on the device. */
  readonly code: string;
  readonly expiresAt: string;
};

export type Kiosk = {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  /** One of the site's entrances, kept with each movement. */
  readonly entrance: string;
  /** A kiosk when absent. */
  readonly kind: 'kiosk' | 'door';
  readonly status: 'unpaired' | 'paired' | 'revoked';
  readonly lastSeenAt?: string | undefined;
  readonly pairedAt?: string | undefined;
};

export type ListKiosksResponse = {
  readonly kiosks: readonly Kiosk[];
};

export type PairedKiosk = {
  /** Bearer token of the device. */
  readonly token: string;
  readonly kiosk: Kiosk;
};

export type KioskConfig = {
  readonly kiosk: Kiosk;
  readonly siteName: string;
  readonly timeZone: string;
  /** The calendar day at the site. */
  readonly today: string;
  /** The time at the platform: the kiosk's own clock may be wrong. */
  readonly now: string;
  readonly documents: readonly ReceptionDocument[];
  readonly photo: 'off' | 'optional';
  readonly idleSeconds: number;
  readonly languages: readonly string[];
  /** Makes the codes that phones scan: step = floor(seconds since 1970 / step_seconds), mac = the first 16 characters of base64url(HMAC-SHA256(code_key, "<kiosk id>.<step>")), shown as code_prefix + "<kiosk id>.<step>.<mac>". */
  readonly codeKey: string;
  readonly stepSeconds: number;
  readonly codePrefix: string;
  readonly phone: 'off' | 'optional';
};

/** What visitors accept when they come: an agreement, the rules of the house. */
export type ReceptionDocument = {
  /** Lower-case letters, digits and hyphens, such as "nda". */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Rises with each change of the text. */
  readonly version: number;
  /** Asked of contractors only. */
  readonly contractorsOnly: boolean;
  /** Accepted with a drawn signature. */
  readonly needsSignature: boolean;
};

export type KioskMovement = {
  /** "Ada L." */
  readonly shownName: string;
  /** True when the person is inside now. */
  readonly inside: boolean;
  readonly changed: boolean;
  readonly at: string;
};

export type FindHostsResponse = {
  readonly hosts: readonly Host[];
};

export type Host = {
  readonly id: string;
  readonly name: string;
};

export type FindExpectedResponse = {
  readonly visitors: readonly ExpectedVisitor[];
};

export type ExpectedVisitor = {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly kind: 'visitor' | 'contractor';
  readonly inside: boolean;
};

export type ReceivedAtKiosk = {
  readonly visitorId: string;
  /** "Ada L." */
  readonly shownName: string;
  readonly hostName: string;
  readonly changed: boolean;
  readonly at: string;
};

export type SyncKioskResponse = {
  /** One for each event, in the order of the request. */
  readonly results: readonly SyncResult[];
};

export type SyncResult = {
  readonly id: string;
  readonly outcome: 'applied' | 'repeated' | 'refused' | 'retry';
  readonly code: string;
  readonly detail: string;
  /** The visitor of an arrival. */
  readonly visitorId: string;
};

export type RecordBadgeEventsResponse = {
  /** One for each event, in the order of the request; an unknown badge counts as applied. */
  readonly results: readonly SyncResult[];
};

export type KioskScan = {
  readonly siteId: string;
  readonly siteName: string;
  readonly inside: boolean;
  readonly changed: boolean;
  readonly at: string;
  readonly occupancy: number;
  readonly visitId?: string | undefined;
};

export type Badge = {
  readonly id: string;
  readonly personId: string;
  readonly displayName: string;
  readonly label: string;
  readonly assignedAt: string;
};

export type ListBadgesResponse = {
  readonly badges: readonly Badge[];
};

export type PrivacyNotice = {
  /** Empty where there is none. */
  readonly language: string;
  /** From 1; 0 where there is none. */
  readonly version: number;
  readonly text: string;
  readonly since?: string | undefined;
};

export type ListPrivacyNoticesResponse = {
  /** By language; within one, the newest version first. */
  readonly notices: readonly PrivacyNotice[];
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
  readonly entranceDetails: readonly Entrance[];
  /** Members see here who is inside, of those who wish to be seen. */
  readonly whoIsVisible: boolean;
};

/** What pressing "Sign in" confirms. */
export type Declaration = {
  readonly text: string;
  /** Rises with each change of the text; kept with each visit. */
  readonly version: number;
};

/** A door of a site. */
export type Entrance = {
  /** Part of addresses and QR codes; made from the name when absent. */
  readonly id: string;
  readonly name: string;
  readonly place?: Place | undefined;
};

/** A place on earth, in degrees. */
export type Place = {
  readonly latitude: number;
  readonly longitude: number;
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
  /** The same doors as `entrances`, with what else is known of them. Given both, this one counts. */
  readonly entranceDetails: readonly Entrance[];
  /** How many people may be inside; 0 is without limit. From nine in ten on, movements carry a warning. */
  readonly capacity: number;
  /** Sign-in is refused while the site is full. */
  readonly hardStop: boolean;
  /** People, by their ids. */
  readonly wardens: readonly string[];
  readonly firstAiders: readonly string[];
  /** Told when no warden and no first aider is inside, and when the site fills up; those two lists when empty. */
  readonly safetyList: readonly string[];
  /** After how many minutes without a warden or first aider they are told; 0 is never. */
  readonly coverMinutes: number;
  /** Every day when empty. */
  readonly openingDays: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[];
  readonly holidays: readonly Holiday[];
  /** A new site that names none gets 11:00 and 17:00, Monday to Friday. */
  readonly reminders: readonly ReminderSchedule[];
  readonly slackPresence?: SlackPresence | undefined;
  readonly digest?: Digest | undefined;
  /** How long visits are kept; 30 when absent. */
  readonly retentionDays: number;
  /** Nobody when absent. */
  readonly whoSees: 'off' | 'members';
};

/** A Slack incoming webhook that is told of movements. */
export type SlackWebhook = {
  readonly url: string;
  /** Which movements; both when absent. */
  readonly movements: 'in' | 'out' | 'both';
  /** How much of the name is told; the full name when absent. */
  readonly privacy: 'name' | 'initials' | 'count';
};

/** A day on which the site is closed: one may sign in, but nobody is reminded. */
export type Holiday = {
  /** "2026-12-25". */
  readonly date: string;
  readonly name: string;
};

/** When people who are still inside are reminded to sign out. */
export type ReminderSchedule = {
  /** "reminder" or "reminder_pm". */
  readonly template: string;
  /** Time of day at the site, "17:00". */
  readonly time: string;
  /** Monday to Friday when empty. */
  readonly days: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[];
  /** A further call on the same day, "18:30"; none when empty. */
  readonly secondTime: string;
};

/** A Slack channel that is told who is inside, through the workspace's own app. */
export type SlackPresence = {
  /** "#building", or a channel's id. Not to be left out, except in a change of the others. */
  readonly channel: string;
  /** In place when absent. */
  readonly mode: 'posts' | 'in_place';
  /** How much of the names is told; the full name when absent. */
  readonly privacy: 'name' | 'initials' | 'count';
};

/** A summary of the day: how many came, the most at once, how many are still inside. No names. */
export type Digest = {
  /** Time of day at the site, "18:00". Not to be left out, except in a change of the others. */
  readonly time: string;
  /** A Slack channel; none when empty. */
  readonly slackChannel: string;
  readonly emails: readonly string[];
};

export type Movement = {
  /** Absent when there was nothing to close. */
  readonly visitId?: string | undefined;
  readonly changed: boolean;
  /** Distinct people inside after the change. */
  readonly occupancy: number;
  readonly at: string;
  /** Nine in ten places of the site are taken. */
  readonly occupancyWarning: boolean;
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

export type ListMyVisitsResponse = {
  readonly visits: readonly Visit[];
};

export type Visit = {
  readonly id: string;
  readonly siteId: string;
  readonly personId: string;
  readonly displayName: string;
  /** The day at the site on which it began. */
  readonly date: string;
  readonly arrivedAt: string;
  readonly leftAt?: string | undefined;
  readonly open: boolean;
  readonly closedReason?: 'signed_out' | 'not_signed_out' | 'admin' | 'merged' | undefined;
  readonly entrance?: string | undefined;
  readonly via: 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';
  readonly kind: 'person' | 'visitor' | 'contractor';
  /** Some time in it is what the person said afterwards. */
  readonly selfDeclared: boolean;
  readonly corrections: readonly Correction[];
};

export type Correction = {
  readonly at: string;
  readonly actorId: string;
  readonly reason: string;
  readonly selfDeclared: boolean;
  /** Absent for a visit that was added. */
  readonly before?: VisitTimes | undefined;
  readonly after: VisitTimes;
};

/** When a visit began and ended, as far as that is known. */
export type VisitTimes = {
  readonly arrivedAt: string;
  readonly leftAt?: string | undefined;
  readonly open: boolean;
};

export type SignOutLink = {
  readonly siteName: string;
  readonly signedInAt: string;
  /** The person is inside, and the link signs them out. */
  readonly open: boolean;
  /** This call signed them out. */
  readonly changed: boolean;
  readonly leftAt?: string | undefined;
  /** The zone of the site, to show the times in. */
  readonly timeZone: string;
};

export type WhoIsIn = {
  /** Everybody inside, those too who do not wish to be seen. */
  readonly count: number;
  readonly people: readonly VisiblePerson[];
  readonly now: string;
};

export type VisiblePerson = {
  readonly personId: string;
  readonly displayName: string;
  readonly since: string;
};

export type AppStatus = {
  readonly in_office: boolean;
  /** This call signed the person in or out. */
  readonly status_updated: boolean;
  readonly first_name: string;
  readonly last_name: string;
  /** The time at the platform. */
  readonly timestamp: string;
  readonly site_id: string;
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
  readonly kind: 'person' | 'visitor' | 'contractor';
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
  readonly kind: 'person' | 'visitor' | 'contractor';
  /** It was closed before, and goes on. */
  readonly reopened: boolean;
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
  readonly kind: 'person' | 'visitor' | 'contractor';
  readonly closedReason: 'signed_out' | 'not_signed_out' | 'admin' | 'merged';
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
  readonly kind: 'person' | 'visitor' | 'contractor';
};

/** A person inside is known by another name now. Aggregate: the visit. */
export type VisitorRenamed = {
  readonly visitId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly siteId: string;
};

/** The times of a visit were put right, or a visit that nobody had recorded was added. Aggregate: the visit. */
export type VisitCorrected = {
  readonly eventId: string;
  readonly visitId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly siteId: string;
  readonly date: string;
  readonly at: string;
  /** Absent for a visit that was added. */
  readonly before?: VisitTimes | undefined;
  readonly after: VisitTimes;
  /** Empty where the person corrected it. */
  readonly reason: string;
  /** The person says so; nobody has checked it. */
  readonly selfDeclared: boolean;
  readonly actorId: string;
  readonly occupancy: number;
  readonly kind: 'person' | 'visitor' | 'contractor';
};

/** A visit is another person's now: two people were merged, or parted again, or the person was erased, and nobody knows any more whose it was. Aggregate: the visit. */
export type VisitReassigned = {
  readonly visitId: string;
  readonly siteId: string;
  readonly fromPersonId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly open: boolean;
  readonly at: string;
  readonly occupancy: number;
  /** When it ends unless the person signs out first. */
  readonly until: string;
};

export type GetStatsResponse = {
  readonly days: readonly DayStats[];
  /** Instead of the rest, where a file was asked for: the answer is this file. */
  readonly file?: Blob | undefined;
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

export type ReminderRun = {
  /** Absent of a dry run. */
  readonly id?: string | undefined;
  readonly siteId: string;
  readonly date: string;
  readonly template: string;
  readonly at: string;
  /** It came more than an hour late, and nobody was asked. */
  readonly missed: boolean;
  /** Absent in lists. */
  readonly targets: readonly ReminderTarget[];
  /** How many were asked and how many passed over. */
  readonly asked: number;
  readonly skipped: number;
  readonly dryRun: boolean;
};

export type ReminderTarget = {
  readonly personId: string;
  readonly displayName: string;
  readonly signedInAt: string;
  readonly state: 'target' | 'asked' | 'sent' | 'failed' | 'skipped_closed' | 'skipped_snoozed' | 'skipped_unwanted';
  /** Why it failed; readable and free of personal data. */
  readonly reason?: string | undefined;
};

export type ListReminderRunsResponse = {
  readonly runs: readonly ReminderRun[];
  readonly nextPageToken?: string | undefined;
};

export type SnoozeRemindersResponse = {
  /** The day on which no reminders come. */
  readonly date: string;
};

export type SiteReport = {
  readonly siteId: string;
  readonly date: string;
  readonly generatedAt: string;
  readonly counts: ReportCounts;
  /** By first name, then last name. */
  readonly people: readonly ReportPerson[];
  /** The zone of the site, to show the times in. */
  readonly timeZone: string;
};

/** Distinct people. */
export type ReportCounts = {
  readonly in: number;
  readonly out: number;
  /** Of a day that is over: those whose last visit nobody ended. Absent when there are none. */
  readonly notSignedOut?: number | undefined;
};

export type ReportPerson = {
  readonly personId: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Empty without register.contacts.read. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** "signed-in", "signed-out" or, of a day that is over, "not-signed-out". */
  readonly status: string;
  /** Earliest first. */
  readonly records: readonly ReportRecord[];
  readonly kind: 'person' | 'visitor' | 'contractor';
};

export type ReportRecord = {
  readonly visitId: string;
  readonly signedInAt: string;
  /** Absent when nobody signed out. */
  readonly signedOutAt?: string | undefined;
  /** Some time in it is what the person said afterwards. */
  readonly selfDeclared: boolean;
};

export type ListVisitsResponse = {
  /** By first name, then last name, then day. */
  readonly visits: readonly VisitsRow[];
  /** Absent unless asked for. */
  readonly summary: readonly VisitsSummaryRow[];
  /** Instead of the rest, where a file was asked for: the answer is this file. */
  readonly file?: Blob | undefined;
};

/** One person on one day. */
export type VisitsRow = {
  readonly personId: string;
  /** The user name; of visitors, who have none, the name. */
  readonly user: string;
  readonly date: string;
  readonly signIn: string;
  /** Absent when a visit that began later has no sign-out. */
  readonly signOut?: string | undefined;
  readonly visits: number;
  readonly kind: 'person' | 'visitor' | 'contractor';
  readonly displayName: string;
};

/** One person over the range. */
export type VisitsSummaryRow = {
  readonly personId: string;
  /** The user name; of visitors, who have none, the name. */
  readonly user: string;
  /** Distinct days on which the person came. */
  readonly days: number;
  /** Of these, days whose last visit has a sign-out. */
  readonly daysSignedIn: number;
  /** Of these, days whose last visit has none. */
  readonly daysNotSignedOut: number;
  /** 100 * days_not_signed_out / days, to one decimal. */
  readonly pct: number;
  /** Visits with and without a sign-out: what former reports called days. */
  readonly visitsSignedOut: number;
  readonly visitsNotSignedOut: number;
  readonly displayName: string;
};

export type OccupancySeries = {
  readonly siteId: string;
  readonly from: string;
  readonly to: string;
  /** The zone of the site, to show the times in. */
  readonly timeZone: string;
  /** Each quarter of an hour from the beginning of the first day to the end of the last one, or now. A day on which the clock changes has as many as it has. */
  readonly slots: readonly OccupancySlot[];
  /** The most at once, and the quarter of an hour in which that was; absent when nobody came. */
  readonly peak: number;
  readonly peakAt?: string | undefined;
  /** Of visits that were ended by signing out; absent when there are none. */
  readonly averageDwellMinutes?: number | undefined;
  /** Monday first; weekdays that are not in the range are left out. */
  readonly weekdays: readonly WeekdayPattern[];
  /** Instead of the rest, where a file was asked for: the answer is this file. */
  readonly file?: Blob | undefined;
};

export type OccupancySlot = {
  readonly at: string;
  /** Who came and who signed out within it. */
  readonly entries: number;
  readonly exits: number;
  /** How many were inside at its end. */
  readonly inside: number;
  /** The most at once within it. */
  readonly peak: number;
};

export type WeekdayPattern = {
  readonly weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  /** How many such days the range has. */
  readonly days: number;
  readonly averageEntries: number;
  readonly averagePeak: number;
  /** For each hour on the site's clock, from midnight, the average of the most at once. */
  readonly hours: readonly number[];
};

export type ListExportsResponse = {
  readonly exports: readonly ScheduledExport[];
};

export type ScheduledExport = {
  readonly id: string;
  readonly siteId: string;
  readonly settings: ExportSettings;
  /** Absent while it is paused. */
  readonly nextAt?: string | undefined;
  /** The last runs, newest first. */
  readonly runs: readonly ExportRun[];
};

export type ExportSettings = {
  readonly name: string;
  readonly kind: 'visits' | 'summary' | 'stats' | 'occupancy';
  /** csv when absent. */
  readonly format: 'json' | 'csv' | 'xlsx';
  readonly period: 'day_before' | 'week_before' | 'month_before' | 'same_day';
  /** Time of day at the site, "07:00". */
  readonly time: string;
  /** On these weekdays. Either this or a day of the month. */
  readonly weekdays: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[];
  /** 1 to 31; in a shorter month its last day. */
  readonly dayOfMonth: number;
  /** People, by their ids. */
  readonly personIds: readonly string[];
  readonly emails: readonly string[];
  /** Nothing is sent while it is paused. */
  readonly paused: boolean;
};

export type ExportRun = {
  /** The day of the schedule. */
  readonly date: string;
  readonly at: string;
  /** The first and the last day of the report. */
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly recipients: number;
  /** The file was too large to be mailed; the mail said so. */
  readonly tooLarge: boolean;
  /** It was asked for by hand. */
  readonly byHand: boolean;
};

export type DeleteExportResponse = Readonly<Record<string, never>>;

export type RunRetentionResponse = {
  /** One for each site. */
  readonly runs: readonly RetentionRun[];
};

export type RetentionRun = {
  /** Absent of a dry run. */
  readonly id?: string | undefined;
  readonly siteId: string;
  /** The day at the site. */
  readonly date: string;
  readonly startedAt: string;
  /** Absent while it goes on. */
  readonly completedAt?: string | undefined;
  /** Visits of earlier days went. */
  readonly cutoff: string;
  readonly days: number;
  readonly dryRun: boolean;
  /** How much went, or would go: visits, audit entries about movements and looks, audit entries about administration. */
  readonly visits: number;
  readonly audits: number;
  readonly adminAudits: number;
  /** Days whose counts were kept, without identities; and days whose counts were so old that they went too. */
  readonly daysCounted: number;
  readonly oldCounts: number;
  /** Each day of which visits would go; of a dry run only, at most 800. */
  readonly daysAffected: readonly RetentionDay[];
  /** It was asked for by hand, by this person. */
  readonly actorId?: string | undefined;
  /** Reports of evacuations that name nobody any more. */
  readonly incidents: number;
};

export type RetentionDay = {
  readonly date: string;
  readonly visits: number;
  readonly people: number;
};

export type ListRetentionRunsResponse = {
  readonly runs: readonly RetentionRun[];
  readonly nextPageToken?: string | undefined;
};

export type Visitor = {
  readonly id: string;
  readonly siteId: string;
  /** A visitor when absent. */
  readonly kind: 'visitor' | 'contractor';
  readonly status: 'expected' | 'inside' | 'left' | 'cancelled' | 'missed' | 'not_signed_out';
  readonly name: string;
  readonly company: string;
  /** Where the invitation goes; none when empty. */
  readonly email: string;
  /** Number plate. */
  readonly vehicle: string;
  readonly purpose: string;
  /** The person who is visited; nobody in particular when empty. */
  readonly hostId: string;
  readonly hostName: string;
  /** The calendar day at the site, "2026-03-02"; today when empty. */
  readonly expectedOn: string;
  /** From when on that day, "09:30"; any time when empty. */
  readonly expectedFrom: string;
  /** Until when, "11:00". */
  readonly expectedUntil: string;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  readonly visitId?: string | undefined;
  /** On the watch list; said to the desk only. */
  readonly watched: boolean;
  readonly acceptances: readonly Acceptance[];
  readonly hasPhoto: boolean;
  readonly hostAnswer: 'coming' | 'later' | 'declined' | 'collected';
  /** Why a contractor was let in without a valid induction. */
  readonly overrideReason: string;
  /** Until when a contractor is inducted, "2026-12-31"; absent when nobody recorded one. */
  readonly inductedUntil?: string | undefined;
  /** Name and what else is personal was erased. */
  readonly erased: boolean;
  /** With country code, "+44 20 7946 0018": reached by SMS in an evacuation, and for nothing else. None when empty. */
  readonly phone: string;
  readonly approval?: 'pending' | 'approved' | 'refused' | undefined;
  /** What was said to the refusal. */
  readonly approvalReason: string;
  /** Who announced the visitor; empty for walk-ins. */
  readonly announcedById: string;
};

export type Acceptance = {
  readonly documentId: string;
  /** The version that was read and accepted. */
  readonly version: number;
  readonly at?: string | undefined;
  /** A drawn signature, PNG of 100 KB at most; given only, never answered. */
  readonly signature: string;
  readonly isSigned: boolean;
};

export type ListVisitorsResponse = {
  readonly visitors: readonly Visitor[];
  readonly nextPageToken?: string | undefined;
};

export type ListPendingVisitorsResponse = {
  readonly visitors: readonly Visitor[];
};

export type Received = {
  readonly visitor: Visitor;
  readonly visitId: string;
  /** False when the visitor was inside already. */
  readonly changed: boolean;
  /** Distinct people inside. */
  readonly occupancy: number;
};

export type FindReturningVisitorsResponse = {
  readonly visitors: readonly ReturningVisitor[];
};

export type ReturningVisitor = {
  readonly kind: 'visitor' | 'contractor';
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly vehicle: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly visits: number;
  /** The day of the latest visit. */
  readonly lastOn: string;
  readonly phone: string;
};

export type SearchHostsResponse = {
  readonly hosts: readonly PossibleHost[];
};

export type PossibleHost = {
  readonly id: string;
  readonly name: string;
};

export type Reception = {
  readonly siteId: string;
  readonly documents: readonly ReceptionDocument[];
  /** After how many minutes of waiting the host is reminded; 0 for never. 10 at first. */
  readonly waitingMinutes: number;
  readonly photo: 'off' | 'optional';
  /** How long after the visit name, company and photo are kept, 1 to 365 days. 30 at first. */
  readonly detailsKeptDays: number;
  /** After how many seconds without a touch the kiosk starts afresh, 5 to 300. 20 at first. */
  readonly idleSeconds: number;
  /** The languages of the kiosk, the first one first: "en", "fr". */
  readonly languages: readonly string[];
  /** OPTIONAL at first. */
  readonly phone: 'off' | 'optional';
  /** OFF at first. */
  readonly approval: 'off' | 'needed';
};

export type ListWatchEntriesResponse = {
  readonly entries: readonly WatchEntry[];
};

export type WatchEntry = {
  readonly id: string;
  /** A full name; any when empty. */
  readonly name: string;
  /** Any when empty. */
  readonly company: string;
  /** What to do, for the desk. */
  readonly note: string;
  /** Who is told at once by their preferred contact, besides the host. */
  readonly notifyPersonIds: readonly string[];
};

export type ListInductionsResponse = {
  readonly inductions: readonly Induction[];
};

export type Induction = {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** The last day on which it counts, "2026-12-31". */
  readonly expiresOn: string;
};

export type ListGuestsResponse = {
  readonly guests: readonly Visitor[];
};

export type Invitation = {
  readonly siteName: string;
  readonly visitorName: string;
  readonly hostName: string;
  readonly expectedOn: string;
  readonly expectedFrom: string;
  readonly expectedUntil: string;
  readonly status: 'expected' | 'inside' | 'left' | 'cancelled' | 'missed' | 'not_signed_out';
};

export type ArrivalLink = {
  readonly visitorName: string;
  readonly company: string;
  readonly siteName: string;
  readonly arrivedAt: string;
  readonly answer: 'coming' | 'later' | 'declined' | 'collected';
};

export type ListWebhooksResponse = {
  readonly webhooks: readonly Webhook[];
};

export type Webhook = {
  readonly id: string;
  readonly settings: WebhookSettings;
  readonly createdAt: string;
  /** Of the answers to CreateWebhook and RotateWebhookSecret only. */
  readonly secret?: string | undefined;
  /** Since when every delivery has failed. */
  readonly failingSince?: string | undefined;
  /** It was switched off because it failed for days. */
  readonly disabledForFailing: boolean;
};

export type WebhookSettings = {
  /** https, to an address in the internet. */
  readonly url: string;
  readonly events: readonly ('visit_opened' | 'visit_closed' | 'visit_rolled_over' | 'visit_corrected' | 'site_crowded' | 'cover_changed' | 'roll_call_started' | 'roll_call_ended' | 'ping' | 'snapshot_taken')[];
  /** Every site when empty. */
  readonly siteId: string;
  readonly description: string;
  /** Nothing is delivered while it is not active. */
  readonly active: boolean;
};

export type DeleteWebhookResponse = Readonly<Record<string, never>>;

export type WebhookDelivery = {
  readonly id: string;
  readonly webhookId: string;
  readonly event: 'visit_opened' | 'visit_closed' | 'visit_rolled_over' | 'visit_corrected' | 'site_crowded' | 'cover_changed' | 'roll_call_started' | 'roll_call_ended' | 'ping' | 'snapshot_taken';
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly createdAt: string;
  /** The last ones, earliest first. */
  readonly tries: readonly WebhookTry[];
  readonly nextTryAt?: string | undefined;
  /** What is sent; absent in lists. */
  readonly body?: string | undefined;
  /** How often it was tried. */
  readonly tryCount: number;
};

export type WebhookTry = {
  readonly at: string;
  /** Of the answer; absent when there was none. */
  readonly status?: number | undefined;
  /** Why it failed, in a few words. */
  readonly reason?: string | undefined;
  readonly durationMs: number;
};

export type ListWebhookDeliveriesResponse = {
  readonly deliveries: readonly WebhookDelivery[];
  readonly nextPageToken?: string | undefined;
};

export type ReplayFailedWebhookDeliveriesResponse = {
  /** How many are under way again. */
  readonly replayed: number;
};

export type ListInviteLinksResponse = {
  readonly links: readonly InviteLink[];
  /** How many people wait for a link. */
  readonly waiting: number;
};

export type InviteLink = {
  readonly linkId: string;
  /** The last characters of the address; all of it is never shown. */
  readonly endsWith: string;
  readonly cap: number;
  readonly reserved: number;
  readonly joined: number;
  readonly expiresAt?: string | undefined;
  /** active, full, expired or retired. */
  readonly status: string;
  readonly createdAt: string;
  readonly createdBy: string;
};

export type ListUnmatchedSlackUsersResponse = {
  readonly users: readonly UnmatchedSlackUser[];
};

export type UnmatchedSlackUser = {
  readonly slackUserId: string;
  readonly name: string;
  readonly email: string;
  /** Volunteers without an account whose name or address is alike, the likeliest first. */
  readonly suggestions: readonly Suggestion[];
};

export type Suggestion = {
  readonly volunteerId: string;
  readonly name: string;
  readonly email: string;
  /** 0 to 100. */
  readonly likeness: number;
};

export type Reconciliation = {
  readonly reconciliationId: string;
  /** running, done, stopped (it would have taken too much) or failed. */
  readonly state: string;
  readonly dryRun: boolean;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
  readonly reason: string;
  readonly channels: number;
  readonly members: number;
  readonly calls: number;
  readonly missing: number;
  readonly extra: number;
  readonly unknownUsers: number;
  readonly deactivated: number;
  readonly emailChanged: number;
  readonly differences: readonly Difference[];
};

export type Difference = {
  /** missing, extra, unknown_user, deactivated or email_changed. */
  readonly kind: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly channelId: string;
  readonly channel: string;
  readonly system: string;
  /** The account in that system. */
  readonly account: string;
  /** What was done about it: granted, removed, reported or task. */
  readonly done: string;
};

export type ListReconciliationsResponse = {
  readonly reconciliations: readonly Reconciliation[];
};

export type Drift = {
  readonly asOf?: string | undefined;
  readonly reconciliationId: string;
  readonly differences: readonly Difference[];
};

export type ListConnectionsResponse = {
  readonly connections: readonly Connection[];
};

export type Connection = {
  readonly system: string;
  /** real, sandbox, off or stopped. */
  readonly state: string;
  /** Why it is stopped, such as "invalid_auth". */
  readonly reason: string;
  readonly stoppedAt?: string | undefined;
  /** A token was set here, over the one of the environment. */
  readonly tokenSet: boolean;
  readonly scimTokenSet: boolean;
};

export type ConnectionTest = {
  readonly ok: boolean;
  readonly reason: string;
  readonly workspace: string;
  readonly missingScopes: readonly string[];
  readonly channels: readonly ChannelTest[];
};

export type ChannelTest = {
  readonly channelId: string;
  readonly name: string;
  /** ok, not_found, archived or no_access. */
  readonly state: string;
};

export type ListTasksResponse = {
  readonly tasks: readonly Task[];
};

export type Task = {
  readonly taskId: string;
  /** deactivate_account, deactivated_account, email_changed, channel_broken, grant or revoke (of a checklist). */
  readonly kind: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly subject: string;
  /** open or done. */
  readonly state: string;
  readonly createdAt: string;
  readonly doneAt?: string | undefined;
  readonly doneBy: string;
  /** It is done when the system shows it, whoever says so. */
  readonly verified: boolean;
  readonly detail: string;
};

export type Stats = {
  readonly from: string;
  readonly to: string;
  readonly total: Counts;
  readonly groups: readonly CountsOf[];
};

export type Counts = {
  readonly registered: number;
  readonly invited: number;
  /** First seen in the workspace in these days, whenever they were registered. */
  readonly joined: number;
  /** Had everything that their roles give for the first time in these days. */
  readonly completed: number;
  /** Registered in these days, still here, and never seen in the workspace; for how many days by now. */
  readonly waiting: number;
  readonly waitingMedianDays?: number | undefined;
  readonly waitingP90Days?: number | undefined;
  /** Registered in these days, and stuck: some access failed, or nothing can go on. */
  readonly failed: number;
  readonly left: number;
  /** Registered in these days and not waiting now: what was once called joined. */
  readonly legacyJoined: number;
};

export type CountsOf = {
  readonly key: string;
  readonly counts: Counts;
};

export type Orphans = {
  readonly orphans: readonly Orphan[];
};

export type Orphan = {
  /** unknown_user, no_role, inactive_role, inactive_location, excluded_roles, unused_rule, unused_channel, broken_channel. */
  readonly kind: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly subject: string;
};

export type ListOpportunitiesResponse = {
  readonly opportunities: readonly Opportunity[];
};

export type Opportunity = {
  readonly opportunityId: string;
  readonly title: string;
  readonly description: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly siteId: string;
  readonly published: boolean;
  readonly version: number;
  readonly createdAt: string;
  /** Those to come, the next first. Only of one opportunity. */
  readonly shifts: readonly Shift[];
};

export type Shift = {
  readonly shiftId: string;
  readonly opportunityId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  /** Places that are taken. */
  readonly taken: number;
  readonly waiting: number;
  readonly cancelled: boolean;
  readonly reason: string;
  /** Only of one shift. */
  readonly places: readonly ShiftPlace[];
  readonly version: number;
};

export type ShiftPlace = {
  readonly volunteerId: string;
  readonly name: string;
  /** confirmed, waiting, or unannounced: came without a place. */
  readonly state: string;
  /** expected, present, attended or absent; empty for who waits. */
  readonly attendance: string;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  readonly minutes: number;
  /** register or hand. */
  readonly by: string;
  readonly reason: string;
};

export type ListShiftsResponse = {
  readonly shifts: readonly Shift[];
};

export type ListMyOpportunitiesResponse = {
  readonly opportunities: readonly MyOpportunity[];
};

export type MyOpportunity = {
  readonly opportunityId: string;
  readonly title: string;
  readonly description: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly roleLabel: string;
  readonly shifts: readonly MyShift[];
};

export type MyShift = {
  readonly shiftId: string;
  readonly opportunityId: string;
  readonly title: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly taken: number;
  readonly cancelled: boolean;
  readonly reason: string;
  /** The caller's: confirmed, waiting, or empty. */
  readonly state: string;
  /** How many wait before the caller, and the caller; 0 where the caller does not wait. */
  readonly position: number;
  readonly minutes: number;
};

export type ListMyShiftsResponse = {
  readonly shifts: readonly MyShift[];
};

export type Hours = {
  readonly minutes: number;
  readonly shifts: number;
  readonly noShows: number;
  /** The latest first. */
  readonly entries: readonly HoursOfShift[];
};

export type HoursOfShift = {
  readonly shiftId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** attended or absent. */
  readonly attendance: string;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  readonly minutes: number;
  /** Why it is not what the register told. */
  readonly reason: string;
};

export type Recognition = {
  readonly from: string;
  readonly to: string;
  readonly volunteers: readonly Recognised[];
};

export type Recognised = {
  readonly volunteerId: string;
  readonly name: string;
  readonly minutes: number;
  readonly shifts: number;
  readonly noShows: number;
  /** From the beginning until the end of the span. */
  readonly totalMinutes: number;
  /** Hours of 10, 50, 100 and 500 that were reached within the span. */
  readonly milestones: readonly number[];
};

export type ListOnSiteResponse = {
  readonly people: readonly OnSite[];
};

export type OnSite = {
  readonly volunteerId: string;
  readonly name: string;
  readonly siteId: string;
  readonly since: string;
  /** The shift that they are there for, where there is one. */
  readonly shiftId: string;
  readonly title: string;
};

export type ListApplicationPlacesResponse = {
  readonly places: readonly ApplicationPlace[];
};

export type ApplicationPlace = {
  readonly area: string;
  readonly district: string;
  readonly branch: string;
};

export type ApplyResponse = Readonly<Record<string, never>>;

export type ConfirmedApplication = {
  readonly firstName: string;
  /** waiting, approved or refused. */
  readonly state: string;
};

export type ListApplicationsResponse = {
  readonly applications: readonly Application[];
};

export type Application = {
  readonly applicationId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly wish: string;
  /** waiting, approved or refused. */
  readonly state: string;
  readonly appliedAt: string;
  readonly confirmedAt?: string | undefined;
  readonly decidedAt?: string | undefined;
  readonly decidedBy: string;
  readonly reason: string;
  /** The volunteer whom it became. */
  readonly volunteerId: string;
  readonly privacyNoticeVersion: number;
  /** Somebody with this address is a volunteer already. */
  readonly alreadyVolunteer: boolean;
};

export type Review = {
  readonly reviewId: string;
  /** preparing, open or closed. */
  readonly state: string;
  readonly startedAt: string;
  /** Empty where the quarter began it. */
  readonly startedBy: string;
  /** YYYY-MM-DD; what is not decided by then is flagged. */
  readonly dueOn: string;
  readonly total: number;
  readonly certified: number;
  readonly revoked: number;
  readonly flagged: number;
  readonly open: number;
  /** Only of one review; a scoped manager sees their own. */
  readonly progress: readonly ReviewProgress[];
};

export type ReviewProgress = {
  /** Empty: administrators, for whom nobody else is there. */
  readonly personId: string;
  readonly name: string;
  readonly total: number;
  readonly decided: number;
};

export type ListReviewsResponse = {
  readonly reviews: readonly Review[];
};

export type ListReviewItemsResponse = {
  readonly items: readonly ReviewItem[];
  readonly nextCursor: string;
};

export type ReviewItem = {
  readonly itemId: string;
  readonly reviewId: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  /** YYYY-MM-DD: since when they have the role. */
  readonly since: string;
  /** open, certified, revoked, flagged (nobody decided in time; it still can be) or ended (over before anybody decided). */
  readonly state: string;
  readonly decidedBy: string;
  readonly decidedAt?: string | undefined;
  readonly reason: string;
};

export type DecideReviewItemsResponse = {
  readonly items: readonly ReviewItem[];
  readonly failures: readonly ReviewFailure[];
};

export type ReviewFailure = {
  readonly itemId: string;
  /** The code of the problem, such as "volunteers.last_assignment". */
  readonly code: string;
  readonly detail: string;
};

export type Import = {
  readonly importId: string;
  readonly name: string;
  /** checking, running, done, refused (a line was wrong, and it was all or nothing) or cancelled. */
  readonly state: string;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly updateExisting: boolean;
  /** Lines with a volunteer, and how many of them were looked at in this state. */
  readonly rows: number;
  readonly done: number;
  /** What was done, or would be in a dry run. */
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly warnings: number;
  /** The first thousand, by line. */
  readonly issues: readonly ImportIssue[];
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
  readonly by: string;
};

export type ImportIssue = {
  /** As an editor or a spreadsheet counts; the first line holds the names of the columns. */
  readonly line: number;
  /** The name of the column as the file has it; empty where it is about the whole line. */
  readonly column: string;
  /** "error" or "warning". */
  readonly severity: string;
  /** What is wrong, and what to write instead. */
  readonly detail: string;
};

export type ListImportsResponse = {
  readonly imports: readonly Import[];
};

export type VolunteersListRolesResponse = {
  readonly roles: readonly VolunteersRole[];
};

export type VolunteersRole = {
  readonly key: string;
  readonly label: string;
  /** Not active: it is not given any more, and who has it keeps it. */
  readonly active: boolean;
  /** Giving it needs somebody whose scope is a district or an area at least. */
  readonly needsApproval: boolean;
  readonly version: number;
  /** How many volunteers have it. */
  readonly volunteers: number;
};

export type ListLocationsResponse = {
  readonly locations: readonly Location[];
};

export type Location = {
  readonly locationId: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly active: boolean;
  readonly volunteers: number;
};

export type ListChannelsResponse = {
  readonly channels: readonly Channel[];
};

export type Channel = {
  readonly channelId: string;
  /** slack, google-group, drive-folder or checklist. */
  readonly system: string;
  readonly name: string;
  /** What the system calls it, such as "C012AB3CD"; of Slack it is found by the name. */
  readonly externalId: string;
  readonly isPrivate: boolean;
  /** unknown, ok, not_found, archived or no_access. */
  readonly state: string;
  readonly checkedAt?: string | undefined;
  /** It is made in Slack where it is not there. */
  readonly autoCreate: boolean;
  /** How many volunteers are to have it. */
  readonly volunteers: number;
};

export type ListRulesResponse = {
  readonly rules: readonly Rule[];
  readonly exclusions: readonly Exclusion[];
  readonly version: number;
};

export type Rule = {
  readonly ruleId: string;
  readonly role: string;
  readonly channelId: string;
  readonly channel: string;
  readonly where: Where;
  /** Instead of a channel: a name such as "t-{district}" with the place of each volunteer. */
  readonly template: string;
  /** Channels that a template needs are made in Slack where they are not there. */
  readonly autoCreate: boolean;
};

/** Where a rule counts: an absent part is any. */
export type Where = {
  readonly area: string;
  readonly district: string;
  readonly branch: string;
};

export type Exclusion = {
  readonly exclusionId: string;
  readonly roles: readonly string[];
  readonly reason: string;
};

export type RulesPreview = {
  /** Accesses that would be given and taken. */
  readonly added: number;
  readonly removed: number;
  /** People who lose something, and of how many. */
  readonly peopleLosing: number;
  readonly people: number;
  /** More than may be taken without confirmation. */
  readonly needsConfirmation: boolean;
  /** The first hundred. */
  readonly changes: readonly PreviewedChange[];
  readonly version: number;
};

export type PreviewedChange = {
  readonly volunteerId: string;
  readonly name: string;
  readonly channel: string;
  /** "grant" or "revoke". */
  readonly change: string;
};

export type ListManagersResponse = {
  readonly managers: readonly Manager[];
};

export type Manager = {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly Where[];
};

export type Volunteer = {
  readonly volunteerId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of the first assignment that counts, for those who know one alone. */
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly role: string;
  /** Names of the channels that the roles give. */
  readonly channels: readonly string[];
  readonly phone: string;
  /** active, leaving or left. */
  readonly status: string;
  readonly onboarding: Onboarding;
  readonly assignments: readonly Assignment[];
  readonly memberships: readonly Membership[];
  readonly slackUserId: string;
  /** auto or manual; empty while there is no account. */
  readonly slackLink: string;
  /** The day on which the volunteer leaves or left. */
  readonly leaveDate: string;
  readonly leaveReason: string;
  readonly version: number;
  /** A role waits for approval. */
  readonly pendingApproval: boolean;
  readonly createdBy: string;
  readonly updatedBy: string;
  /** Identity's person with the same verified address; empty where there is none. */
  readonly personId: string;
  /** Personal data was erased. */
  readonly erased: boolean;
};

/** Where somebody stands on the way into the workspace. */
export type Onboarding = {
  /** NEW, NOT_IN_WORKSPACE, WAITING_FOR_LINK, IN_WORKSPACE, ADDED_TO_CHANNELS, PARTIAL, BLOCKED, EXPIRED, OFFBOARDING or OFFBOARDED. */
  readonly state: string;
  /** Why, where it is not as it should be: such as "t_area_district_nat: is_archived". */
  readonly reason: string;
  readonly nextCheckAt?: string | undefined;
  readonly checks: number;
  readonly invitedAt?: string | undefined;
  readonly inviteLinkId: string;
  readonly invitesSent: number;
  readonly joinedAt?: string | undefined;
  readonly completedAt?: string | undefined;
};

export type Assignment = {
  readonly assignmentId: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly from: string;
  readonly to: string;
  /** planned, active, ended, pending_approval or refused. */
  readonly state: string;
  readonly locationId: string;
  readonly requestedBy: string;
  readonly decidedBy: string;
};

/** Access to one channel, or to what stands for one elsewhere. */
export type Membership = {
  readonly channelId: string;
  readonly channel: string;
  readonly system: string;
  /** The roles give it. */
  readonly desired: boolean;
  /** pending, member, failed, removing or removed. */
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string;
  /** rule, found or manual. */
  readonly source: string;
  /** The roles by whose rules it is given. */
  readonly because: readonly string[];
  readonly since?: string | undefined;
};

export type ListVolunteersResponse = {
  readonly volunteers: readonly VolunteerRow[];
  /** Empty at the end. */
  readonly nextCursor: string;
};

export type VolunteerRow = {
  readonly volunteerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly status: string;
  readonly state: string;
  readonly reason: string;
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  readonly role: string;
  /** How many roles there are beyond that one. */
  readonly furtherRoles: number;
  readonly pendingApproval: boolean;
  readonly leaveDate: string;
};

export type MyVolunteering = {
  /** Absent for somebody who is no volunteer. */
  readonly volunteer?: Volunteer | undefined;
  /** Where to join, while the invitation is open. */
  readonly inviteUrl: string;
};

export type AccessPreview = {
  readonly changes: readonly AccessChange[];
  /** Somebody with a wider scope has to approve it. */
  readonly needsApproval: boolean;
};

export type AccessChange = {
  readonly channelId: string;
  readonly channel: string;
  readonly system: string;
  /** "grant" or "revoke". */
  readonly change: string;
};

export type ListApprovalsResponse = {
  readonly approvals: readonly Approval[];
};

export type Approval = {
  readonly volunteerId: string;
  readonly name: string;
  readonly assignment: Assignment;
  readonly requestedAt: string;
};

export type Timeline = {
  readonly entries: readonly TimelineEntry[];
};

export type TimelineEntry = {
  readonly at: string;
  /** Such as "volunteer.created", "membership.granted" or "assignment.added". */
  readonly action: string;
  /** Who did it; empty for the platform itself. */
  readonly byPersonId: string;
  readonly by: string;
  /** The channel, role or field that it is about. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
};

/** What the browser gave, as `PublicKeyCredential.toJSON()` writes it. */
export type PasskeyCredential = {
  readonly id: string;
  readonly rawId: string;
  readonly type?: string | undefined;
  readonly response: PasskeyResponse;
  readonly authenticatorAttachment?: string | undefined;
  readonly clientExtensionResults?: PasskeyExtensions | undefined;
};

export type PasskeyResponse = {
  readonly clientDataJSON: string;
  readonly attestationObject?: string | undefined;
  readonly authenticatorData?: string | undefined;
  readonly signature?: string | undefined;
  readonly userHandle?: string | undefined;
  readonly transports?: readonly string[] | undefined;
  readonly publicKeyAlgorithm?: number | undefined;
  readonly publicKey?: string | undefined;
};

export type PasskeyExtensions = {
  readonly credProps?: PasskeyProperties | undefined;
};

export type PasskeyProperties = {
  readonly rk?: boolean | undefined;
};

export type ReauthenticationCode = {
  readonly challengeId: string;
  readonly code: string;
};

export type ReauthenticationPassword = {
  readonly password: string;
};

export type ReauthenticationPasskey = {
  readonly ceremonyId: string;
  readonly credential: PasskeyCredential;
};

export type PersonInput = {
  readonly id?: string | undefined;
  /** Unique and readable: "ada.lovelace". */
  readonly handle?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly displayName?: string | undefined;
  readonly kind?: 'staff' | 'contractor' | 'visitor' | undefined;
  readonly status?: 'active' | 'disabled' | 'merged' | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly contacts?: readonly ContactInput[] | undefined;
  readonly createdAt?: string | undefined;
  /** Switches of this person's own, such as "ricked"; none changes behaviour by itself. */
  readonly flags?: Readonly<Record<string, boolean>> | undefined;
  /** The zone of this person's clock, "Europe/London"; the site's or the organisation's when empty. */
  readonly timeZone?: string | undefined;
  /** The language of messages to them, "en" or "fr-CA"; the organisation's when empty. */
  readonly locale?: string | undefined;
  /** The contact that messages go to first; empty for none in particular. */
  readonly preferredContactId?: string | undefined;
  /** Whether reminders to sign out may be sent. */
  readonly reminders?: boolean | undefined;
  /** Whether others who are signed in may see when this person is inside. */
  readonly visible?: boolean | undefined;
  /** Who this person became, where status is merged. */
  readonly mergedInto?: string | undefined;
  /** Where the record comes from: "sign-up", "administrator", "directory". */
  readonly source?: string | undefined;
  /** The day of the last visit, "2026-03-02". */
  readonly lastVisitDate?: string | undefined;
};

export type ContactInput = {
  readonly id?: string | undefined;
  readonly method?: 'email' | 'sms' | 'push' | undefined;
  /** As people write it. */
  readonly value?: string | undefined;
  readonly verifiedAt?: string | undefined;
};

export type NewContact = {
  readonly method: 'email' | 'sms' | 'push';
  readonly value: string;
};

export type HookSettingsInput = {
  /** https, to an address in the internet. */
  readonly url: string;
  readonly events?: readonly ('message_sent' | 'message_delivered' | 'message_failed' | 'message_answered' | 'message_read' | 'ping')[] | undefined;
  readonly description?: string | undefined;
  /** Nothing is delivered while it is not active. */
  readonly active?: boolean | undefined;
};

/** What somebody said; what they did not say is as the organisation has it. */
export type NotificationPreferencesInput = {
  /** At most one for each category and channel. */
  readonly switches?: readonly NotificationSwitchInput[] | undefined;
  /** Absent: as the organisation has them. Without spans: never quiet. */
  readonly quietHours?: QuietHoursInput | undefined;
  /** At most one for each category. */
  readonly digests?: readonly DigestWindowInput[] | undefined;
  /** An IANA zone; empty for the one of the profile. */
  readonly timeZone?: string | undefined;
};

/** Whether messages of a category go out on a channel. Codes to sign in with and emergencies always do. */
export type NotificationSwitchInput = {
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  readonly enabled?: boolean | undefined;
};

export type QuietHoursInput = {
  readonly spans?: readonly QuietSpanInput[] | undefined;
};

/** What comes in between is held until the end. One that ends at or before its beginning ends on the next day. */
export type QuietSpanInput = {
  /** 1 is Monday. */
  readonly weekday?: number | undefined;
  /** Such as "22:00". */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** How often messages of a category are gathered into one. */
export type DigestWindowInput = {
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  readonly every: 'off' | 'hour' | 'day' | 'week';
  /** For a day or a week: when, such as "17:00". Required then. */
  readonly at?: string | undefined;
  /** For a week: 1 is Monday. Required then. */
  readonly weekday?: number | undefined;
};

/** Whom a message is for. */
export type Addressee = {
  readonly personId?: string | undefined;
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
  /** "#building", a channel's id or an incoming webhook's address. */
  readonly slackChannel?: string | undefined;
  /** A user's id or e-mail address in Slack. */
  readonly slackUser?: string | undefined;
  /** Everybody who has this role. */
  readonly role?: string | undefined;
  /** Everybody who has this permission by their roles. */
  readonly permission?: string | undefined;
  /** Everybody who subscribed to this topic. */
  readonly topic?: string | undefined;
};

export type Attachment = {
  readonly name: string;
  /** Such as "text/csv". */
  readonly contentType: string;
  /** 5 MB. */
  readonly content?: string | undefined;
};

/** Whom to ask, one step after the other, until somebody answers: by text message, by the link that the template has as `answerUrl`, or by reading where a step says so. */
export type Escalation = {
  readonly steps?: readonly EscalationStep[] | undefined;
};

export type EscalationStep = {
  /** Whose contacts; those of the recipient when absent. */
  readonly personId?: string | undefined;
  readonly reach?: 'preferred' | 'every' | 'nth' | undefined;
  /** With REACH_NTH: 0 is the first. */
  readonly nth?: number | undefined;
  /** Contacts of this channel only; any when absent. */
  readonly channel?: 'email' | 'sms' | 'slack' | 'push' | 'inbox' | undefined;
  /** How long an answer is waited for before the next step. */
  readonly waitSeconds?: number | undefined;
  /** Reading it in the inbox of the application answers it. */
  readonly readAnswers?: boolean | undefined;
};

/** At most so many messages of one key to one recipient within a window. */
export type Throttle = {
  readonly key: string;
  readonly count?: number | undefined;
  readonly windowSeconds?: number | undefined;
  /** What becomes of the rest; held when unspecified. */
  readonly over?: 'hold' | 'merge' | 'drop' | undefined;
};

export type BrandInput = {
  readonly name?: string | undefined;
  /** An https address of a picture, shown 40 px high. Empty for none: then the name is written. */
  readonly logoUrl?: string | undefined;
  /** #rrggbb. */
  readonly buttonColour?: string | undefined;
  /** On the button: a contrast of 4.5 is needed. */
  readonly buttonTextColour?: string | undefined;
  /** Of headings and links, on white: a contrast of 4.5 is needed. */
  readonly headingColour?: string | undefined;
  /** BCP 47: the language of those who have not said theirs. */
  readonly locale?: string | undefined;
};

export type GivenMark = {
  readonly id: string;
  readonly entryId: string;
  readonly state: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear';
  readonly at: string;
  readonly note?: string | undefined;
  readonly musterPoint?: string | undefined;
};

export type KioskInput = {
  readonly id?: string | undefined;
  readonly siteId: string;
  readonly name: string;
  /** One of the site's entrances, kept with each movement. */
  readonly entrance?: string | undefined;
  /** A kiosk when absent. */
  readonly kind?: 'kiosk' | 'door' | undefined;
  readonly status?: 'unpaired' | 'paired' | 'revoked' | undefined;
  readonly lastSeenAt?: string | undefined;
  readonly pairedAt?: string | undefined;
};

export type KioskChange = {
  readonly name?: string | undefined;
  readonly entrance?: string | undefined;
};

/** Who comes in without having been announced. */
export type WalkIn = {
  readonly kind?: 'visitor' | 'contractor' | undefined;
  readonly name: string;
  readonly company?: string | undefined;
  readonly purpose?: string | undefined;
  readonly hostId?: string | undefined;
  /** With country code, "+44 20 7946 0018": reached by SMS in an evacuation, and for nothing else. None when empty. */
  readonly phone?: string | undefined;
};

export type AcceptanceInput = {
  readonly documentId: string;
  /** The version that was read and accepted. */
  readonly version?: number | undefined;
  readonly at?: string | undefined;
  /** A drawn signature, PNG of 100 KB at most; given only, never answered. */
  readonly signature?: string | undefined;
  readonly isSigned?: boolean | undefined;
};

export type KioskEvent = {
  /** Made by the kiosk, unique for ever: the event counts once, however often it is sent. */
  readonly id: string;
  /** When it happened: not in the future, at most 72 hours ago. */
  readonly at: string;
  readonly pin?: PinEntry | undefined;
  readonly badge?: BadgeRead | undefined;
  readonly arrival?: OfflineArrival | undefined;
  readonly departure?: OfflineDeparture | undefined;
};

export type PinEntry = {
  readonly number: string;
  readonly pin: string;
  readonly direction: 'in' | 'out';
};

export type BadgeRead = {
  readonly badgeId: string;
  /** The other one of what the person was then when absent. */
  readonly direction?: 'in' | 'out' | undefined;
};

/** A visitor came in. The id of the event stands for the visitor in a later departure when they were not announced. */
export type OfflineArrival = {
  /** One who was announced. */
  readonly visitorId?: string | undefined;
  /** Or somebody who was not. */
  readonly walkIn?: WalkIn | undefined;
  readonly vehicle?: string | undefined;
  /** The id or name of one of the site's entrances. */
  readonly entrance?: string | undefined;
  /** One for each document that the site asks for. */
  readonly acceptances?: readonly AcceptanceInput[] | undefined;
};

export type OfflineDeparture = {
  /** One whom the kiosk knows from before. */
  readonly visitorId?: string | undefined;
  /** Or the event of the arrival. */
  readonly arrivalEventId?: string | undefined;
};

export type BadgeEvent = {
  /** Made by the reader, unique for ever. */
  readonly id: string;
  readonly badgeId: string;
  /** Which reader; becomes the entrance when the site has one of that name. */
  readonly reader?: string | undefined;
  /** When it happened: not in the future, at most 72 hours ago. */
  readonly at: string;
  readonly direction?: 'in' | 'out' | undefined;
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
  /** The same doors as `entrances`, with what else is known of them. Given both, this one counts. */
  readonly entranceDetails?: readonly EntranceInput[] | undefined;
  /** How many people may be inside; 0 is without limit. From nine in ten on, movements carry a warning. */
  readonly capacity?: number | undefined;
  /** Sign-in is refused while the site is full. */
  readonly hardStop?: boolean | undefined;
  /** People, by their ids. */
  readonly wardens?: readonly string[] | undefined;
  readonly firstAiders?: readonly string[] | undefined;
  /** Told when no warden and no first aider is inside, and when the site fills up; those two lists when empty. */
  readonly safetyList?: readonly string[] | undefined;
  /** After how many minutes without a warden or first aider they are told; 0 is never. */
  readonly coverMinutes?: number | undefined;
  /** Every day when empty. */
  readonly openingDays?: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | undefined;
  readonly holidays?: readonly HolidayInput[] | undefined;
  /** A new site that names none gets 11:00 and 17:00, Monday to Friday. */
  readonly reminders?: readonly ReminderScheduleInput[] | undefined;
  readonly slackPresence?: SlackPresenceInput | undefined;
  readonly digest?: DigestInput | undefined;
  /** How long visits are kept; 30 when absent. */
  readonly retentionDays?: number | undefined;
  /** Nobody when absent. */
  readonly whoSees?: 'off' | 'members' | undefined;
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

/** A door of a site. */
export type EntranceInput = {
  /** Part of addresses and QR codes; made from the name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly place?: PlaceInput | undefined;
};

/** A place on earth, in degrees. */
export type PlaceInput = {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
};

/** A day on which the site is closed: one may sign in, but nobody is reminded. */
export type HolidayInput = {
  /** "2026-12-25". */
  readonly date: string;
  readonly name?: string | undefined;
};

/** When people who are still inside are reminded to sign out. */
export type ReminderScheduleInput = {
  /** "reminder" or "reminder_pm". */
  readonly template: string;
  /** Time of day at the site, "17:00". */
  readonly time: string;
  /** Monday to Friday when empty. */
  readonly days?: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | undefined;
  /** A further call on the same day, "18:30"; none when empty. */
  readonly secondTime?: string | undefined;
};

/** A Slack channel that is told who is inside, through the workspace's own app. */
export type SlackPresenceInput = {
  /** "#building", or a channel's id. Not to be left out, except in a change of the others. */
  readonly channel?: string | undefined;
  /** In place when absent. */
  readonly mode?: 'posts' | 'in_place' | undefined;
  /** How much of the names is told; the full name when absent. */
  readonly privacy?: 'name' | 'initials' | 'count' | undefined;
};

/** A summary of the day: how many came, the most at once, how many are still inside. No names. */
export type DigestInput = {
  /** Time of day at the site, "18:00". Not to be left out, except in a change of the others. */
  readonly time?: string | undefined;
  /** A Slack channel; none when empty. */
  readonly slackChannel?: string | undefined;
  readonly emails?: readonly string[] | undefined;
};

export type ExportSettingsInput = {
  readonly name: string;
  readonly kind: 'visits' | 'summary' | 'stats' | 'occupancy';
  /** csv when absent. */
  readonly format?: 'json' | 'csv' | 'xlsx' | undefined;
  readonly period: 'day_before' | 'week_before' | 'month_before' | 'same_day';
  /** Time of day at the site, "07:00". */
  readonly time: string;
  /** On these weekdays. Either this or a day of the month. */
  readonly weekdays?: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[] | undefined;
  /** 1 to 31; in a shorter month its last day. */
  readonly dayOfMonth?: number | undefined;
  /** People, by their ids. */
  readonly personIds?: readonly string[] | undefined;
  readonly emails?: readonly string[] | undefined;
  /** Nothing is sent while it is paused. */
  readonly paused?: boolean | undefined;
};

export type VisitorInput = {
  readonly id?: string | undefined;
  readonly siteId?: string | undefined;
  /** A visitor when absent. */
  readonly kind?: 'visitor' | 'contractor' | undefined;
  readonly status?: 'expected' | 'inside' | 'left' | 'cancelled' | 'missed' | 'not_signed_out' | undefined;
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  /** Where the invitation goes; none when empty. */
  readonly email?: string | undefined;
  /** Number plate. */
  readonly vehicle?: string | undefined;
  readonly purpose?: string | undefined;
  /** The person who is visited; nobody in particular when empty. */
  readonly hostId?: string | undefined;
  readonly hostName?: string | undefined;
  /** The calendar day at the site, "2026-03-02"; today when empty. */
  readonly expectedOn?: string | undefined;
  /** From when on that day, "09:30"; any time when empty. */
  readonly expectedFrom?: string | undefined;
  /** Until when, "11:00". */
  readonly expectedUntil?: string | undefined;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  readonly visitId?: string | undefined;
  /** On the watch list; said to the desk only. */
  readonly watched?: boolean | undefined;
  readonly acceptances?: readonly AcceptanceInput[] | undefined;
  readonly hasPhoto?: boolean | undefined;
  readonly hostAnswer?: 'coming' | 'later' | 'declined' | 'collected' | undefined;
  /** Why a contractor was let in without a valid induction. */
  readonly overrideReason?: string | undefined;
  /** Until when a contractor is inducted, "2026-12-31"; absent when nobody recorded one. */
  readonly inductedUntil?: string | undefined;
  /** Name and what else is personal was erased. */
  readonly erased?: boolean | undefined;
  /** With country code, "+44 20 7946 0018": reached by SMS in an evacuation, and for nothing else. None when empty. */
  readonly phone?: string | undefined;
  readonly approval?: 'pending' | 'approved' | 'refused' | undefined;
  /** What was said to the refusal. */
  readonly approvalReason?: string | undefined;
  /** Who announced the visitor; empty for walk-ins. */
  readonly announcedById?: string | undefined;
};

export type ReceptionInput = {
  readonly siteId?: string | undefined;
  readonly documents?: readonly ReceptionDocumentInput[] | undefined;
  /** After how many minutes of waiting the host is reminded; 0 for never. 10 at first. */
  readonly waitingMinutes?: number | undefined;
  readonly photo?: 'off' | 'optional' | undefined;
  /** How long after the visit name, company and photo are kept, 1 to 365 days. 30 at first. */
  readonly detailsKeptDays?: number | undefined;
  /** After how many seconds without a touch the kiosk starts afresh, 5 to 300. 20 at first. */
  readonly idleSeconds?: number | undefined;
  /** The languages of the kiosk, the first one first: "en", "fr". */
  readonly languages?: readonly string[] | undefined;
  /** OPTIONAL at first. */
  readonly phone?: 'off' | 'optional' | undefined;
  /** OFF at first. */
  readonly approval?: 'off' | 'needed' | undefined;
};

/** What visitors accept when they come: an agreement, the rules of the house. */
export type ReceptionDocumentInput = {
  /** Lower-case letters, digits and hyphens, such as "nda". */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Rises with each change of the text. */
  readonly version?: number | undefined;
  /** Asked of contractors only. */
  readonly contractorsOnly?: boolean | undefined;
  /** Accepted with a drawn signature. */
  readonly needsSignature?: boolean | undefined;
};

export type WatchEntryInput = {
  readonly id?: string | undefined;
  /** A full name; any when empty. */
  readonly name?: string | undefined;
  /** Any when empty. */
  readonly company?: string | undefined;
  /** What to do, for the desk. */
  readonly note?: string | undefined;
  /** Who is told at once by their preferred contact, besides the host. */
  readonly notifyPersonIds?: readonly string[] | undefined;
};

export type InductionInput = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly company?: string | undefined;
  /** The last day on which it counts, "2026-12-31". */
  readonly expiresOn: string;
};

export type Guest = {
  readonly siteId: string;
  readonly name: string;
  readonly company?: string | undefined;
  readonly email?: string | undefined;
  readonly purpose?: string | undefined;
  /** The calendar day at the site, "2026-03-02"; today when empty. */
  readonly expectedOn?: string | undefined;
  /** "09:30"; any time when empty. */
  readonly expectedFrom?: string | undefined;
  readonly expectedUntil?: string | undefined;
  /** With country code, "+44 20 7946 0018": reached by SMS in an evacuation, and for nothing else. None when empty. */
  readonly phone?: string | undefined;
};

export type WebhookSettingsInput = {
  /** https, to an address in the internet. */
  readonly url: string;
  readonly events?: readonly ('visit_opened' | 'visit_closed' | 'visit_rolled_over' | 'visit_corrected' | 'site_crowded' | 'cover_changed' | 'roll_call_started' | 'roll_call_ended' | 'ping' | 'snapshot_taken')[] | undefined;
  /** Every site when empty. */
  readonly siteId?: string | undefined;
  readonly description?: string | undefined;
  /** Nothing is delivered while it is not active. */
  readonly active?: boolean | undefined;
};

export type OpportunityInput = {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  /** Who has this role may come; every volunteer when empty. */
  readonly role?: string | undefined;
  /** The site of the register where it is: who signs in there has come. None when empty. */
  readonly siteId?: string | undefined;
  /** Volunteers see it. */
  readonly published?: boolean | undefined;
};

export type ShiftInput = {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity?: number | undefined;
};

export type RuleInput = {
  readonly role: string;
  /** The channel's id or name, or a template with {area}, {district} or {branch}. */
  readonly channel: string;
  readonly where?: WhereInput | undefined;
  /** Of a template: channels are made in Slack where they are not there. */
  readonly autoCreate?: boolean | undefined;
};

/** Where a rule counts: an absent part is any. */
export type WhereInput = {
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
};

export type AssignmentInput = {
  readonly area: string;
  readonly district: string;
  readonly branch: string;
  /** The role's key. */
  readonly role: string;
  /** The first day, today when absent (YYYY-MM-DD). */
  readonly from?: string | undefined;
  /** The last day; none when absent. */
  readonly to?: string | undefined;
};

/** What changes of an assignment: what is absent stays. */
export type AssignmentChange = {
  /** Which one; may be absent where there is one alone. */
  readonly assignmentId?: string | undefined;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly role?: string | undefined;
  readonly from?: string | undefined;
  /** Empty takes the last day away. */
  readonly to?: string | undefined;
};

export type IdentitySignUpRequest = {
  readonly email: string;
  /** 12 to 128 characters, none of the well-known passwords. */
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  /** IANA, such as "Europe/London". */
  readonly timeZone?: string | undefined;
  /** BCP 47, such as "en-GB". */
  readonly locale?: string | undefined;
};

export type ConfirmAccountRequest = {
  /** From the link. */
  readonly token: string;
  /** What this browser was given when it asked, if it did. */
  readonly browserSecret?: string | undefined;
};

export type LogInRequest = {
  readonly email: string;
  readonly password: string;
};

export type RequestPasswordResetRequest = {
  readonly email: string;
};

export type CompletePasswordResetRequest = {
  readonly token: string;
  readonly password: string;
};

export type ChangePasswordRequest = {
  readonly password: string;
  /** May be absent within a quarter of an hour of signing in. */
  readonly currentPassword?: string | undefined;
};

export type StartServiceSignInRequest = {
  readonly provider: 'google' | 'microsoft' | 'zoom';
  /** Where to go afterwards, a path of ours; "/" when absent. */
  readonly next?: string | undefined;
};

export type FinishServiceSignInRequest = {
  readonly state: string;
  /** One of `code` and `error`, as the service sent it. */
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  /** The issuer, where the service names itself. */
  readonly iss?: string | undefined;
  readonly browserSecret: string;
};

export type StartServiceLinkRequest = {
  readonly provider: 'google' | 'microsoft' | 'zoom';
  readonly next?: string | undefined;
};

export type LinkServiceRequest = {
  readonly linkToken: string;
};

export type UnlinkServiceRequest = {
  readonly linkId: string;
};

export type ExchangeMicrosoftTokenRequest = {
  /** An access token of Microsoft for this organisation's app. */
  readonly token: string;
};

export type CreateAppTokenRequest = {
  /** What the device list calls it; the browser's or system's name when absent. */
  readonly device?: string | undefined;
};

export type RefreshAppTokenRequest = {
  readonly refreshToken: string;
};

export type CreatePasskeyRequest = {
  readonly ceremonyId: string;
  readonly credential: PasskeyCredential;
  /** What the caller calls it; the device's name when absent. */
  readonly label?: string | undefined;
};

export type RenamePasskeyRequest = {
  readonly passkeyId: string;
  readonly label: string;
};

export type RemovePasskeyRequest = {
  readonly passkeyId: string;
};

export type FinishPasskeySignInRequest = {
  readonly ceremonyId: string;
  readonly credential: PasskeyCredential;
};

export type ReauthenticateRequest = {
  readonly code?: ReauthenticationCode | undefined;
  readonly password?: ReauthenticationPassword | undefined;
  readonly passkey?: ReauthenticationPasskey | undefined;
};

export type AddContactRequest = {
  readonly method: 'email' | 'sms' | 'push';
  /** An e-mail address, or a phone number with or without its country code. */
  readonly value: string;
};

export type VerifyContactRequest = {
  readonly challengeId: string;
  readonly code: string;
};

export type RemoveContactRequest = {
  readonly contactId: string;
};

export type SetPinRequest = {
  /** Six to twelve digits that are not easily guessed. */
  readonly pin: string;
};

export type CreateChallengeRequest = {
  readonly method: 'email' | 'sms' | 'push';
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
  /** first_name, last_name, time_zone, locale, preferred_contact_id, reminders, visible. */
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

export type PreviewMergeRequest = {
  readonly survivorId: string;
  readonly mergedIds?: readonly string[] | undefined;
  readonly keepPermissions?: boolean | undefined;
};

export type MergePeopleRequest = {
  /** Who remains. */
  readonly survivorId: string;
  /** Who become the survivor. */
  readonly mergedIds?: readonly string[] | undefined;
  /** Whether the survivor gets the roles of the others too. */
  readonly keepPermissions?: boolean | undefined;
};

export type UndoMergeRequest = {
  readonly mergeId: string;
};

export type ErasePersonRequest = {
  readonly personId: string;
};

export type ExportPersonRequest = {
  readonly personId: string;
};

export type RunPersonRetentionRequest = {
  /** Only tells whom it would erase. */
  readonly dryRun?: boolean | undefined;
};

export type ListPeopleAuditsRequest = {
  /** What it was done to: a person, a device, or an account at a service that was let in by nobody. */
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Such as "login.refused". */
  readonly action?: string | undefined;
  /** From this moment on. */
  readonly from?: string | undefined;
  /** Before this moment. */
  readonly to?: string | undefined;
  /** At most 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type RunDirectorySyncRequest = {
  /** Only tells what it would do. */
  readonly dryRun?: boolean | undefined;
};

export type GetHookRequest = {
  readonly hookId: string;
};

export type CreateHookRequest = {
  readonly hook: HookSettingsInput;
};

export type UpdateHookRequest = {
  readonly hookId: string;
  readonly hook: HookSettingsInput;
};

export type DeleteHookRequest = {
  readonly hookId: string;
};

export type RotateHookSecretRequest = {
  readonly hookId: string;
};

export type PingHookRequest = {
  readonly hookId: string;
};

export type ListHookCallsRequest = {
  readonly hookId: string;
  /** Every state when absent. */
  readonly state?: 'pending' | 'delivered' | 'failed' | undefined;
  /** At most 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetHookCallRequest = {
  readonly hookId: string;
  readonly callId: string;
};

export type ReplayHookCallRequest = {
  readonly hookId: string;
  readonly callId: string;
};

export type ReplayFailedHookCallsRequest = {
  readonly hookId: string;
};

export type ListInboxRequest = {
  readonly filter?: 'unread' | 'archived' | 'snoozed' | undefined;
  /** At most 100; 20 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type ReadInboxEntryRequest = {
  readonly entryId: string;
};

export type UnreadInboxEntryRequest = {
  readonly entryId: string;
};

export type SeeInboxEntryRequest = {
  readonly entryId: string;
};

export type SnoozeInboxEntryRequest = {
  readonly entryId: string;
  /** Within a year. */
  readonly until: string;
};

export type ArchiveInboxEntryRequest = {
  readonly entryId: string;
};

export type UnarchiveInboxEntryRequest = {
  readonly entryId: string;
};

export type ReadAllInboxRequest = {
  readonly seenOnly?: boolean | undefined;
};

export type GetMessageTimelineRequest = {
  readonly messageId: string;
};

export type GetStatisticsRequest = {
  readonly from: string;
  /** Not included. At most 93 days after `from`. */
  readonly to: string;
  readonly by?: 'channel' | 'category' | 'template' | 'provider' | undefined;
};

export type ExportMessagesRequest = {
  readonly format?: 'csv' | 'xlsx' | 'json' | undefined;
  /** The fields of ListMessages. */
  readonly channel?: 'email' | 'sms' | 'slack' | 'push' | 'inbox' | undefined;
  readonly state?: 'requested' | 'sending' | 'sent' | 'failed' | 'expired' | 'held' | 'cancelled' | 'delivered' | 'read' | undefined;
  readonly to?: string | undefined;
  readonly personId?: string | undefined;
  readonly template?: string | undefined;
  readonly category?: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer' | undefined;
  readonly lane?: 'emergency' | 'transactional' | 'bulk' | undefined;
  readonly sender?: string | undefined;
  readonly reference?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

export type GetDeadLetterRequest = {
  readonly deadLetterId: string;
};

export type ListMessagesRequest = {
  readonly channel?: 'email' | 'sms' | 'slack' | 'push' | 'inbox' | undefined;
  readonly state?: 'requested' | 'sending' | 'sent' | 'failed' | 'expired' | 'held' | 'cancelled' | 'delivered' | 'read' | undefined;
  /** The recipient, exactly. */
  readonly to?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly personId?: string | undefined;
  readonly template?: string | undefined;
  readonly category?: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer' | undefined;
  readonly lane?: 'emergency' | 'transactional' | 'bulk' | undefined;
  /** The service or person who asked. */
  readonly sender?: string | undefined;
  /** What the asking service calls it, exactly. */
  readonly reference?: string | undefined;
  /** Asked for from then on. */
  readonly from?: string | undefined;
  /** Asked for before. */
  readonly until?: string | undefined;
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

export type SetMyPreferencesRequest = {
  readonly preferences: NotificationPreferencesInput;
};

export type GetPersonPreferencesRequest = {
  readonly personId: string;
};

export type SetPersonPreferencesRequest = {
  readonly personId: string;
  readonly preferences: NotificationPreferencesInput;
};

export type SetDefaultPreferencesRequest = {
  readonly preferences: NotificationPreferencesInput;
};

export type ReadUnsubscribeLinkRequest = {
  readonly token: string;
};

export type UseUnsubscribeLinkRequest = {
  readonly token: string;
  /** False to take it back. */
  readonly unsubscribe?: boolean | undefined;
};

export type UnsubscribeByOneClickRequest = {
  readonly token: string;
  /** "List-Unsubscribe=One-Click", as a form. */
  readonly form?: Blob | undefined;
};

export type ListSuppressionsRequest = {
  readonly channel?: 'email' | 'sms' | 'slack' | 'push' | 'inbox' | undefined;
  /** The address, exactly. */
  readonly to?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type AddSuppressionRequest = {
  /** E-mail or text message. */
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  /** An e-mail address, or a phone number (E.164). */
  readonly to: string;
};

export type LiftSuppressionRequest = {
  readonly suppressionId: string;
};

export type SendMessagesRequest = {
  readonly template: string;
  /** As the template declares them; numbers and dates as text. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Whoever is in it twice, by whatever name, gets one message. */
  readonly recipients?: readonly Addressee[] | undefined;
  /** Bulk when absent. */
  readonly lane?: 'emergency' | 'transactional' | 'bulk' | undefined;
  readonly category: 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency' | 'volunteer';
  /** For people: only contacts of this channel. */
  readonly channel?: 'email' | 'sms' | 'slack' | 'push' | 'inbox' | undefined;
  /** For people: the preferred contact when absent. */
  readonly reach?: 'preferred' | 'every' | 'nth' | undefined;
  /** The same key asks for the same request once, for ever. */
  readonly idempotencyKey?: string | undefined;
  /** Never sent after it. */
  readonly expiresAt?: string | undefined;
  /** Not sent before it. */
  readonly sendAt?: string | undefined;
  /** With mails; 5 MB in all. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** Messages of one group to one recipient may become one digest. */
  readonly group?: string | undefined;
  /** E-mail only: where replies go. */
  readonly replyTo?: string | undefined;
  /** Messages of one key make one thread, where the channel has threads. */
  readonly threadKey?: string | undefined;
  /** In a Slack channel a message with a key that was used before there takes the earlier one's place. */
  readonly updateKey?: string | undefined;
  /** BCP 47; the recipient's own when absent. */
  readonly locale?: string | undefined;
  /** What the asking system calls it; comes back in facts and webhooks. */
  readonly reference?: string | undefined;
  /** Asks each recipient, who are people then, step by step until somebody answers. */
  readonly escalation?: Escalation | undefined;
  readonly throttle?: Throttle | undefined;
  readonly brand?: string | undefined;
};

export type ListSendRequestsRequest = {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetSendRequestRequest = {
  readonly requestId: string;
};

export type CancelSendRequestRequest = {
  readonly requestId: string;
};

export type CancelMessageRequest = {
  readonly messageId: string;
};

export type ListTopicsRequest = {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type ListSubscribersRequest = {
  readonly topic: string;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type AddSubscribersRequest = {
  /** Small letters, digits, dots, dashes and underscores. */
  readonly topic: string;
  readonly personIds?: readonly string[] | undefined;
};

export type RemoveSubscriberRequest = {
  readonly topic: string;
  readonly personId: string;
};

export type GetEscalationAnswerRequest = {
  readonly token: string;
};

export type AnswerEscalationRequest = {
  readonly token: string;
};

export type PreviewTemplateRequest = {
  readonly key: string;
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  /** BCP 47; the nearest there is, as a reader of that language would get it. The organisation's when absent. */
  readonly locale?: string | undefined;
  /** The first one when absent. */
  readonly sample?: string | undefined;
};

export type SendTestMessageRequest = {
  readonly key: string;
  readonly channel: 'email' | 'sms' | 'slack' | 'push' | 'inbox';
  readonly locale?: string | undefined;
  readonly sample?: string | undefined;
  /** Slack only, and needed there: the channel, such as "#general". */
  readonly slackChannel?: string | undefined;
};

export type UpdateBrandRequest = {
  readonly brand: BrandInput;
};

export type PreviewBroadcastRequest = {
  readonly siteId: string;
  /** Only those who came in by this entrance (its id or name); everybody when empty. */
  readonly entrance?: string | undefined;
};

export type SendBroadcastRequest = {
  readonly siteId: string;
  readonly entrance?: string | undefined;
  readonly text?: string | undefined;
};

export type ListBroadcastsRequest = {
  readonly siteId: string;
};

export type StartIncidentRequest = {
  readonly siteId: string;
  readonly kind: 'live' | 'drill' | 'test';
  /** Added to the call. */
  readonly message?: string | undefined;
  /** How long an answer is waited for before the next contact is tried; as the plan of the site says when 0. */
  readonly escalateAfterSeconds?: number | undefined;
  /** Where people gather; those of the site when empty. */
  readonly musterPoints?: readonly string[] | undefined;
};

export type ListIncidentsRequest = {
  readonly siteId: string;
  /** Only those under way. */
  readonly open?: boolean | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetIncidentRequest = {
  readonly incidentId: string;
};

export type StreamIncidentRequest = {
  readonly incidentId: string;
};

export type EndIncidentRequest = {
  readonly incidentId: string;
  /** For the report. */
  readonly note?: string | undefined;
};

export type MarkEntryRequest = {
  readonly incidentId: string;
  readonly entryId: string;
  /** Chosen by the caller, a ULID at best; a mark of the same id is the same mark. */
  readonly markId: string;
  readonly state: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear';
  /** Now when absent. */
  readonly at?: string | undefined;
  readonly note?: string | undefined;
  readonly musterPoint?: string | undefined;
};

export type AddMarksRequest = {
  readonly incidentId: string;
  readonly marks?: readonly GivenMark[] | undefined;
  /** The phone's clock as it sends: times of marks are corrected by how wrong it is. */
  readonly sentAt?: string | undefined;
};

export type AddEntryRequest = {
  readonly incidentId: string;
  /** Chosen by the caller, a ULID at best; the same key is the same entry. */
  readonly key: string;
  readonly displayName: string;
  readonly kind?: 'person' | 'visitor' | 'contractor' | undefined;
  readonly state?: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear' | undefined;
  readonly note?: string | undefined;
};

export type ScanBadgeRequest = {
  readonly incidentId: string;
  /** What the badge's QR code says, or the number of a member's badge. */
  readonly code: string;
  /** Of this mark; a mark of the same id is the same mark. */
  readonly markId: string;
  readonly musterPoint?: string | undefined;
  /** When it was scanned, by the phone's clock; now when absent. */
  readonly at?: string | undefined;
  /** The phone's clock as it sends. */
  readonly sentAt?: string | undefined;
};

export type ListMusterPointsRequest = {
  readonly incidentId: string;
};

export type GetMusterCodeRequest = {
  readonly incidentId: string;
  readonly number: number;
};

export type ScanMusterRequest = {
  /** The code, or the whole address that it is the end of. */
  readonly code: string;
};

export type GetAnswerRequest = {
  readonly token: string;
};

export type GiveAnswerRequest = {
  readonly token: string;
  readonly state: 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear';
  /** "Second floor, by the lift." */
  readonly note?: string | undefined;
};

export type GetEvacuationListRequest = {
  readonly siteId: string;
  /** The etag of the list that the phone has; the same list is not sent again. */
  readonly known?: string | undefined;
};

export type GetSnapshotRequest = {
  readonly siteId: string;
};

export type GetSnapshotPageRequest = {
  readonly siteId: string;
};

export type GetEvacuationPlanRequest = {
  readonly siteId: string;
};

export type SetEvacuationPlanRequest = {
  readonly siteId: string;
  /** Where people gather. */
  readonly musterPoints?: readonly string[] | undefined;
  /** How long an answer is waited for before the next contact is tried; 60 when 0. */
  readonly escalateAfterSeconds?: number | undefined;
  /** How often the signed list is sent; 0 for never. */
  readonly snapshotEveryMinutes?: number | undefined;
  /** Whom it is sent to by mail. */
  readonly snapshotEmails?: readonly string[] | undefined;
  /** Also delivered to the webhooks that listen to SNAPSHOT_TAKEN. */
  readonly snapshotToWebhooks?: boolean | undefined;
};

export type GetIncidentReportRequest = {
  readonly incidentId: string;
};

export type GetIncidentReportPdfRequest = {
  readonly incidentId: string;
};

export type GetIncidentReportCsvRequest = {
  readonly incidentId: string;
};

export type CreateKioskRequest = {
  readonly kiosk: KioskInput;
};

export type ListKiosksRequest = {
  /** All sites when absent. */
  readonly siteId?: string | undefined;
};

export type UpdateKioskRequest = {
  readonly kioskId: string;
  readonly kiosk: KioskChange;
  readonly updateMask?: string | undefined;
};

export type CreatePairingCodeRequest = {
  readonly kioskId: string;
};

export type RevokeKioskRequest = {
  readonly kioskId: string;
};

export type PairKioskRequest = {
  /** Spaces, hyphens and case do not matter. */
  readonly code: string;
};

export type MoveByPinRequest = {
  readonly number: string;
  readonly pin: string;
  /** The other one of what the person is when absent. */
  readonly direction?: 'in' | 'out' | undefined;
};

export type FindHostsRequest = {
  readonly name: string;
};

export type FindExpectedRequest = {
  readonly name: string;
};

export type ReceiveAtKioskRequest = {
  /** The token in the QR code of the invitation. */
  readonly invitation?: string | undefined;
  /** Or one who was announced. */
  readonly visitorId?: string | undefined;
  /** Or somebody who was not. */
  readonly walkIn?: WalkIn | undefined;
  readonly vehicle?: string | undefined;
  /** The id or name of one of the site's entrances. */
  readonly entrance?: string | undefined;
  /** One for each document that the site asks for. */
  readonly acceptances?: readonly AcceptanceInput[] | undefined;
};

export type LeaveAtKioskRequest = {
  /** From the QR code of invitation or badge. */
  readonly token?: string | undefined;
  readonly visitorId?: string | undefined;
};

export type SetPhotoAtKioskRequest = {
  readonly visitorId: string;
  readonly photo?: Blob | undefined;
};

export type GetBadgeAtKioskRequest = {
  readonly visitorId: string;
};

export type SyncKioskRequest = {
  readonly events?: readonly KioskEvent[] | undefined;
};

export type RecordBadgeEventsRequest = {
  readonly events?: readonly BadgeEvent[] | undefined;
};

export type ScanKioskRequest = {
  /** What the QR code says: the address, or the part after the last slash. */
  readonly code: string;
};

export type AssignBadgeRequest = {
  /** What the reader reads. Kept as a keyed hash, never answered. */
  readonly badgeId: string;
  readonly personId: string;
  /** What is printed on it, to find it again. */
  readonly label?: string | undefined;
};

export type ListBadgesRequest = {
  /** Of everybody when absent. */
  readonly personId?: string | undefined;
};

export type RemoveBadgeRequest = {
  readonly id: string;
};

export type GetPrivacyNoticeRequest = {
  /** BCP 47. */
  readonly language?: string | undefined;
};

export type SetPrivacyNoticeRequest = {
  readonly language: string;
  /** Takes the notice away when empty. */
  readonly text?: string | undefined;
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

export type ListMyVisitsRequest = {
  /** Every site when empty. */
  readonly siteId?: string | undefined;
  /** First day, "2026-03-02"; thirty days before the last when absent. */
  readonly from?: string | undefined;
  /** Last day; today when absent. */
  readonly to?: string | undefined;
};

export type CorrectMyVisitRequest = {
  readonly visitId: string;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
};

export type GetVisitRequest = {
  readonly visitId: string;
};

export type CorrectVisitRequest = {
  readonly visitId: string;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  /** Closes an open visit of which nobody knows when it ended. */
  readonly close?: boolean | undefined;
  readonly reason: string;
};

export type AddVisitRequest = {
  readonly siteId: string;
  readonly personId: string;
  readonly arrivedAt: string;
  /** Absent: the person is inside now. */
  readonly leftAt?: string | undefined;
  readonly entrance?: string | undefined;
  readonly reason: string;
};

export type ReadSignOutLinkRequest = {
  readonly token: string;
};

export type UseSignOutLinkRequest = {
  readonly token: string;
};

export type GetWhoIsInRequest = {
  readonly siteId: string;
};

export type GetAppStatusRequest = {
  /** May be absent where there is one site only. */
  readonly siteId?: string | undefined;
};

export type SetAppStatusRequest = {
  /** Nothing moves when absent. */
  readonly action?: 'enter' | 'exit' | undefined;
  /** Where the app takes push messages. */
  readonly pushToken?: string | undefined;
  /** May be absent where there is one site only. */
  readonly siteId?: string | undefined;
};

export type GetQrSvgRequest = {
  readonly siteId: string;
  /** The name or id of an entrance; the site as a whole when empty. */
  readonly entrance?: string | undefined;
  /** A mark in the middle. */
  readonly logo?: boolean | undefined;
};

export type GetQrPngRequest = {
  readonly siteId: string;
  /** The name or id of an entrance; the site as a whole when empty. */
  readonly entrance?: string | undefined;
  /** A mark in the middle. */
  readonly logo?: boolean | undefined;
};

export type GetPresenceRequest = {
  readonly siteId: string;
};

export type StreamPresenceRequest = {
  readonly siteId: string;
};

export type RegisterGetStatsRequest = {
  readonly siteId: string;
  /** First day, "2026-03-02"; thirty days before the last when absent. */
  readonly from?: string | undefined;
  /** Last day; today when absent. */
  readonly to?: string | undefined;
  /** JSON when absent. */
  readonly format?: 'json' | 'csv' | 'xlsx' | undefined;
};

export type ListAuditsRequest = {
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly actorId?: string | undefined;
  readonly siteId?: string | undefined;
  /** From this moment on. */
  readonly from?: string | undefined;
  /** Before this moment. */
  readonly to?: string | undefined;
};

export type RunRemindersRequest = {
  readonly siteId: string;
  /** "reminder" when empty. */
  readonly template?: string | undefined;
  /** Only says whom it would ask. */
  readonly dryRun?: boolean | undefined;
};

export type ListReminderRunsRequest = {
  readonly siteId: string;
  /** At most 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetReminderRunRequest = {
  readonly runId: string;
};

export type SnoozeRemindersRequest = {
  /** Every site when empty. */
  readonly siteId?: string | undefined;
};

export type GetReportRequest = {
  readonly siteId: string;
  /** A day at the site, "2026-03-02"; today when absent. */
  readonly date?: string | undefined;
};

export type ListVisitsRequest = {
  readonly siteId: string;
  /** First day, "2026-03-02"; thirty days before the last when absent. */
  readonly from?: string | undefined;
  /** Last day; today when absent. */
  readonly to?: string | undefined;
  /** JSON when absent. */
  readonly format?: 'json' | 'csv' | 'xlsx' | undefined;
  /** One more list, or sheet: each person over the whole range. A csv then has this list only. */
  readonly summary?: boolean | undefined;
};

export type GetOccupancySeriesRequest = {
  readonly siteId: string;
  /** First day, "2026-03-02"; six days before the last when absent. */
  readonly from?: string | undefined;
  /** Last day; today when absent. At most 93 days. */
  readonly to?: string | undefined;
  /** JSON when absent. */
  readonly format?: 'json' | 'csv' | 'xlsx' | undefined;
};

export type ExportReportRequest = {
  readonly siteId: string;
  readonly kind: 'visits' | 'summary' | 'stats' | 'occupancy';
  /** First day, "2026-03-02". */
  readonly from?: string | undefined;
  /** Last day; today when absent. */
  readonly to?: string | undefined;
  /** csv when absent. */
  readonly format?: 'json' | 'csv' | 'xlsx' | undefined;
};

export type ListExportsRequest = {
  readonly siteId: string;
};

export type CreateExportRequest = {
  readonly siteId: string;
  readonly export: ExportSettingsInput;
};

export type UpdateExportRequest = {
  readonly siteId: string;
  readonly exportId: string;
  readonly export: ExportSettingsInput;
};

export type DeleteExportRequest = {
  readonly siteId: string;
  readonly exportId: string;
};

export type RunExportRequest = {
  readonly siteId: string;
  readonly exportId: string;
};

export type RunRetentionRequest = {
  /** Every site when empty. */
  readonly siteId?: string | undefined;
  /** Only says what would go. */
  readonly dryRun?: boolean | undefined;
  /** Keep visits this many days, for this run only; what the site says when absent. */
  readonly days?: number | undefined;
};

export type ListRetentionRunsRequest = {
  /** Every site when empty. */
  readonly siteId?: string | undefined;
  /** At most 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type ExportPersonRecordsRequest = {
  readonly personId: string;
};

export type ExpectVisitorRequest = {
  readonly siteId: string;
  readonly visitor: VisitorInput;
};

export type ListVisitorsRequest = {
  readonly siteId: string;
  /** The day at the site, "2026-03-02"; today when absent. */
  readonly date?: string | undefined;
  /** Only those; all when absent. */
  readonly status?: 'expected' | 'inside' | 'left' | 'cancelled' | 'missed' | 'not_signed_out' | undefined;
  /** Part of the name or company. */
  readonly name?: string | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type UpdateVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
  readonly visitor: VisitorInput;
  readonly updateMask?: string | undefined;
};

export type CancelVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type ListPendingVisitorsRequest = {
  readonly siteId: string;
};

export type DecideVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
  /** Refuses the visit when false. */
  readonly approve?: boolean | undefined;
  readonly reason?: string | undefined;
};

export type ReceiveVisitorRequest = {
  readonly siteId: string;
  /** One who was announced. */
  readonly visitorId?: string | undefined;
  /** Or somebody who was not. */
  readonly walkIn?: WalkIn | undefined;
  readonly vehicle?: string | undefined;
  /** The id or name of one of the site's entrances. */
  readonly entrance?: string | undefined;
  /** One for each document that the site asks for. */
  readonly acceptances?: readonly AcceptanceInput[] | undefined;
  /** Lets a contractor in whose induction is missing or over. */
  readonly overrideReason?: string | undefined;
};

export type ReleaseVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type CollectVisitorRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type GetBadgeRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type SetPhotoRequest = {
  readonly siteId: string;
  readonly visitorId: string;
  readonly photo?: Blob | undefined;
};

export type GetPhotoRequest = {
  readonly siteId: string;
  readonly visitorId: string;
};

export type GetSignatureRequest = {
  readonly siteId: string;
  readonly visitorId: string;
  readonly documentId: string;
};

export type FindReturningVisitorsRequest = {
  readonly siteId: string;
  /** Two letters at least. */
  readonly name: string;
};

export type SearchHostsRequest = {
  readonly siteId: string;
  readonly name: string;
};

export type GetReceptionRequest = {
  readonly siteId: string;
};

export type UpdateReceptionRequest = {
  readonly siteId: string;
  readonly reception: ReceptionInput;
  readonly updateMask?: string | undefined;
};

export type ListWatchEntriesRequest = {
  readonly siteId: string;
};

export type AddWatchEntryRequest = {
  readonly siteId: string;
  readonly entry: WatchEntryInput;
};

export type RemoveWatchEntryRequest = {
  readonly siteId: string;
  readonly entryId: string;
};

export type ListInductionsRequest = {
  readonly siteId: string;
  /** Part of the name or company. */
  readonly name?: string | undefined;
};

export type RecordInductionRequest = {
  readonly siteId: string;
  readonly induction: InductionInput;
};

export type RemoveInductionRequest = {
  readonly siteId: string;
  readonly inductionId: string;
};

export type InviteGuestRequest = {
  readonly guest: Guest;
};

export type CancelGuestRequest = {
  readonly visitorId: string;
};

export type DecideGuestRequest = {
  readonly visitorId: string;
  /** Refuses the visit when false. */
  readonly approve?: boolean | undefined;
  readonly reason?: string | undefined;
};

export type SendInvitationRequest = {
  readonly visitorId: string;
};

export type AnswerArrivalRequest = {
  readonly visitorId: string;
  readonly answer: 'coming' | 'later' | 'declined' | 'collected';
};

export type GetInvitationRequest = {
  readonly token: string;
};

export type GetInvitationQrRequest = {
  readonly token: string;
};

export type LeaveByLinkRequest = {
  readonly token: string;
};

export type GetArrivalLinkRequest = {
  readonly token: string;
};

export type AnswerByLinkRequest = {
  readonly token: string;
  readonly answer: 'coming' | 'later' | 'declined' | 'collected';
};

export type GetWebhookRequest = {
  readonly webhookId: string;
};

export type CreateWebhookRequest = {
  readonly webhook: WebhookSettingsInput;
};

export type UpdateWebhookRequest = {
  readonly webhookId: string;
  readonly webhook: WebhookSettingsInput;
};

export type DeleteWebhookRequest = {
  readonly webhookId: string;
};

export type RotateWebhookSecretRequest = {
  readonly webhookId: string;
};

export type PingWebhookRequest = {
  readonly webhookId: string;
};

export type ListWebhookDeliveriesRequest = {
  readonly webhookId: string;
  /** Every state when absent. */
  readonly state?: 'pending' | 'delivered' | 'failed' | undefined;
  /** At most 200; 50 when absent. */
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
};

export type GetWebhookDeliveryRequest = {
  readonly webhookId: string;
  readonly deliveryId: string;
};

export type ReplayWebhookDeliveryRequest = {
  readonly webhookId: string;
  readonly deliveryId: string;
};

export type ReplayFailedWebhookDeliveriesRequest = {
  readonly webhookId: string;
};

export type CreateInviteLinkRequest = {
  readonly url: string;
  /** The setting when absent. */
  readonly cap?: number | undefined;
  readonly expiresAt?: string | undefined;
  /** Places that are taken already, where the link was used before. */
  readonly reserved?: number | undefined;
};

export type RetireInviteLinkRequest = {
  readonly linkId: string;
};

export type ReconcileRequest = {
  readonly dryRun?: boolean | undefined;
};

export type GetReconciliationRequest = {
  readonly reconciliationId: string;
};

export type GetDriftRequest = {
  readonly kind?: string | undefined;
  readonly channelId?: string | undefined;
};

export type TestConnectionRequest = {
  readonly system: string;
};

export type SetConnectionRequest = {
  readonly system: string;
  /** Empty goes back to the one of the environment; absent leaves it as it is. */
  readonly token?: string | undefined;
  /** Of an owner, for closing accounts. */
  readonly scimToken?: string | undefined;
};

export type ListTasksRequest = {
  /** open when absent. */
  readonly state?: string | undefined;
  readonly volunteerId?: string | undefined;
};

export type CompleteTaskRequest = {
  readonly taskId: string;
};

export type VolunteersGetStatsRequest = {
  /** YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly groupBy?: string | undefined;
};

export type CreateOpportunityRequest = {
  readonly opportunity: OpportunityInput;
};

export type GetOpportunityRequest = {
  readonly opportunityId: string;
};

export type UpdateOpportunityRequest = {
  readonly opportunityId: string;
  readonly opportunity: OpportunityInput;
  /** Not checked when 0. */
  readonly version?: number | undefined;
};

export type ListShiftsRequest = {
  /** YYYY-MM-DD; today when absent. */
  readonly from?: string | undefined;
  /** YYYY-MM-DD; four weeks later when absent. */
  readonly to?: string | undefined;
};

export type CreateShiftRequest = {
  readonly opportunityId: string;
  readonly shift: ShiftInput;
};

export type GetShiftRequest = {
  readonly shiftId: string;
};

export type UpdateShiftRequest = {
  readonly shiftId: string;
  readonly shift: ShiftInput;
};

export type CancelShiftRequest = {
  readonly shiftId: string;
  readonly reason?: string | undefined;
};

export type RecordAttendanceRequest = {
  readonly shiftId: string;
  readonly volunteerId: string;
  /** They did not come; no times then. */
  readonly absent?: boolean | undefined;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
  /** Required where something else was known. */
  readonly reason?: string | undefined;
};

export type VolunteersSignUpRequest = {
  readonly shiftId: string;
};

export type WithdrawRequest = {
  readonly shiftId: string;
};

export type GetMyHoursRequest = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export type GetHoursRequest = {
  readonly volunteerId: string;
  /** YYYY-MM-DD; from the beginning when absent. */
  readonly from?: string | undefined;
  /** YYYY-MM-DD; until today when absent. */
  readonly to?: string | undefined;
};

export type GetRecognitionRequest = {
  /** YYYY-MM-DD; the first day of the year when absent. */
  readonly from?: string | undefined;
  /** YYYY-MM-DD; today when absent. */
  readonly to?: string | undefined;
};

export type ExportRecognitionRequest = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export type ApplyRequest = {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  /** What they would like to do, in their own words. */
  readonly wish?: string | undefined;
  /** They read the privacy notice and agree; nothing is kept otherwise. */
  readonly consent?: boolean | undefined;
  /** Which version of the notice they read; 0 where the organisation has written none. */
  readonly privacyNoticeVersion?: number | undefined;
  /** BCP 47; mails are in this language. */
  readonly language?: string | undefined;
};

export type ConfirmApplicationRequest = {
  readonly token: string;
};

export type ListApplicationsRequest = {
  /** waiting when absent. */
  readonly state?: string | undefined;
};

export type ApproveApplicationRequest = {
  readonly applicationId: string;
  readonly role?: string | undefined;
  /** The place of the application when absent. */
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  /** Made when absent. */
  readonly volunteerId?: string | undefined;
};

export type RefuseApplicationRequest = {
  readonly applicationId: string;
  readonly reason?: string | undefined;
};

export type GetReviewRequest = {
  readonly reviewId: string;
};

export type ListReviewItemsRequest = {
  readonly reviewId: string;
  readonly state?: string | undefined;
  /** Only those that the caller was asked about. */
  readonly mine?: boolean | undefined;
  /** 100 when absent. */
  readonly pageSize?: number | undefined;
  readonly cursor?: string | undefined;
};

export type DecideReviewItemsRequest = {
  readonly reviewId: string;
  readonly itemIds?: readonly string[] | undefined;
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
};

export type GetReviewReportRequest = {
  readonly reviewId: string;
};

export type StartImportRequest = {
  /** CSV with commas, semicolons or tabs, or XLSX: up to 8 MB. */
  readonly file?: string | undefined;
  /** What the file is called. */
  readonly name?: string | undefined;
  /** Checks everything and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Checks everything first, and changes nothing where a line is wrong. */
  readonly allOrNothing?: boolean | undefined;
  /** A line whose id is there changes that volunteer; else it is wrong. An empty cell changes nothing. */
  readonly updateExisting?: boolean | undefined;
};

export type GetImportRequest = {
  readonly importId: string;
};

export type CancelImportRequest = {
  readonly importId: string;
};

export type CreateRoleRequest = {
  readonly key?: string | undefined;
  /** The key when absent. */
  readonly label?: string | undefined;
  readonly needsApproval?: boolean | undefined;
  /** Names or ids of channels that it gives everywhere. */
  readonly channels?: readonly string[] | undefined;
};

export type UpdateRoleRequest = {
  readonly key: string;
  readonly label?: string | undefined;
  readonly active?: boolean | undefined;
  readonly needsApproval?: boolean | undefined;
};

export type DeleteRoleRequest = {
  readonly key: string;
};

export type CreateLocationRequest = {
  readonly area: string;
  readonly district: string;
  readonly branch: string;
};

export type UpdateLocationRequest = {
  readonly locationId: string;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly active?: boolean | undefined;
  /** How many accesses are taken, as the refusal said: confirms it. */
  readonly confirmRemoved?: number | undefined;
};

export type DeleteLocationRequest = {
  readonly locationId: string;
};

export type CreateChannelRequest = {
  /** slack when absent. */
  readonly system?: string | undefined;
  readonly name: string;
  /** The group's address, the folder's id; of Slack it is found by the name. */
  readonly externalId?: string | undefined;
  readonly isPrivate?: boolean | undefined;
  readonly autoCreate?: boolean | undefined;
};

export type UpdateChannelRequest = {
  readonly channelId: string;
  readonly name?: string | undefined;
  readonly externalId?: string | undefined;
  readonly isPrivate?: boolean | undefined;
  readonly autoCreate?: boolean | undefined;
};

export type DeleteChannelRequest = {
  readonly channelId: string;
};

export type PreviewRulesRequest = {
  readonly add?: readonly RuleInput[] | undefined;
  readonly remove?: readonly string[] | undefined;
};

export type ChangeRulesRequest = {
  readonly add?: readonly RuleInput[] | undefined;
  readonly remove?: readonly string[] | undefined;
  /** How many accesses are taken, as the preview said: confirms it. */
  readonly confirmRemoved?: number | undefined;
  /** The version of the rules that was read; any when absent. */
  readonly version?: number | undefined;
};

export type CreateRuleRequest = {
  readonly role: string;
  readonly channel: string;
  readonly where?: WhereInput | undefined;
  /** Of a template: channels are made in Slack where they are not there. */
  readonly autoCreate?: boolean | undefined;
};

export type DeleteRuleRequest = {
  readonly ruleId: string;
  readonly confirmRemoved?: number | undefined;
};

export type ExcludeRolesRequest = {
  readonly roles?: readonly string[] | undefined;
  readonly reason?: string | undefined;
};

export type DeleteExclusionRequest = {
  readonly exclusionId: string;
};

export type SetManagerRequest = {
  readonly personId: string;
  readonly scopes?: readonly WhereInput[] | undefined;
};

export type DeleteManagerRequest = {
  readonly personId: string;
};

export type CreateVolunteerRequest = {
  /** As the organisation writes it, leading zeros included: letters, digits and hyphens. */
  readonly volunteerId?: string | undefined;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | undefined;
  readonly assignments?: readonly AssignmentInput[] | undefined;
};

export type ListVolunteersRequest = {
  /** active, leaving or left; those who have not left when absent. */
  readonly status?: string | undefined;
  /** The state of onboarding. */
  readonly state?: string | undefined;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly role?: string | undefined;
  /** The beginning of a name, of the address or of the volunteer's id. */
  readonly q?: string | undefined;
  /** 50 when absent, 200 at most. */
  readonly pageSize?: number | undefined;
  readonly cursor?: string | undefined;
};

export type ExportVolunteersRequest = {
  readonly status?: string | undefined;
  readonly state?: string | undefined;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly role?: string | undefined;
  readonly q?: string | undefined;
  /** csv when absent. */
  readonly format?: string | undefined;
};

export type GetVolunteerRequest = {
  readonly volunteerId: string;
};

export type UpdateVolunteerRequest = {
  readonly volunteerId: string;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** Empty takes it away. */
  readonly phone?: string | undefined;
  /** Of the only assignment: short for one entry in `assignments`. */
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly role?: string | undefined;
  readonly assignments?: readonly AssignmentChange[] | undefined;
  /** The version that was read, from `If-Match` or here: another one is refused. Any when absent. */
  readonly version?: number | undefined;
};

export type PreviewVolunteerRequest = {
  readonly volunteerId: string;
  readonly area?: string | undefined;
  readonly district?: string | undefined;
  readonly branch?: string | undefined;
  readonly role?: string | undefined;
  readonly assignments?: readonly AssignmentChange[] | undefined;
};

export type AddAssignmentRequest = {
  readonly volunteerId: string;
  readonly assignment: AssignmentInput;
};

export type EndAssignmentRequest = {
  readonly volunteerId: string;
  readonly assignmentId: string;
};

export type DecideAssignmentRequest = {
  readonly volunteerId: string;
  readonly assignmentId: string;
  /** approve or refuse. */
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
};

export type ResendInviteRequest = {
  readonly volunteerId: string;
};

export type LinkSlackRequest = {
  readonly volunteerId: string;
  readonly slackUserId?: string | undefined;
};

export type UnlinkSlackRequest = {
  readonly volunteerId: string;
};

export type LeaveRequest = {
  readonly volunteerId: string;
  /** YYYY-MM-DD; now when absent. */
  readonly date?: string | undefined;
  readonly reason?: string | undefined;
};

export type ReinstateRequest = {
  readonly volunteerId: string;
  readonly reason?: string | undefined;
};

export type GetTimelineRequest = {
  readonly volunteerId: string;
};

export type StreamInboxEvents = {
  readonly snapshot: InboxCounts;
  readonly 'inbox-changed': InboxChanged;
};

export type StreamIncidentEvents = {
  readonly snapshot: Incident;
  readonly 'roll-call-started': RollCallStarted;
  readonly 'roll-call-entry-added': RollCallEntryAdded;
  readonly 'roll-call-marked': RollCallMarked;
  readonly 'roll-call-signed-out': RollCallSignedOut;
  readonly 'roll-call-calls-changed': RollCallCallsChanged;
  readonly 'roll-call-ended': RollCallEnded;
};

export type StreamPresenceEvents = {
  readonly snapshot: Presence;
  readonly 'visit-opened': VisitOpened;
  readonly 'visit-closed': VisitClosed;
  readonly 'visit-rolled-over': VisitRolledOver;
  readonly 'visitor-renamed': VisitorRenamed;
  readonly 'visit-corrected': VisitCorrected;
  readonly 'visit-reassigned': VisitReassigned;
};

export const createApi = (call: Call) => ({
  gateway: gateway(call),
  identity: identity(call),
  notifier: notifier(call),
  register: register(call),
  volunteers: volunteers(call),
});

export type Api = ReturnType<typeof createApi>;
