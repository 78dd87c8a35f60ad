export type ApplicationState = 'unconfirmed' | 'waiting' | 'approving' | 'approved' | 'refused';

/** Somebody asks to become a volunteer. Nobody reads it before they proved that the address is theirs. */
export type Application = Readonly<{
  id: string;
  version: number;
  state: ApplicationState;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  locationId: string;
  wish: string;
  language: string;
  privacyNoticeVersion: number;
  /** The link of the latest mail holds it; an older link counts no more. */
  nonce: string;
  mailedAt: Date;
  /** How many mails went out while nobody confirmed. */
  mails: number;
  appliedAt: Date;
  confirmedAt?: Date;
  /** While it is approved: by whom, as what. Another may approve it after `until`. */
  approval?: Readonly<{ volunteerId: string; roleKey: string; by: string; until: Date }>;
  decidedAt?: Date;
  decidedBy?: string;
  reason: string;
  /** As the organisation writes it: whom it became. */
  volunteerId: string;
}>;

export type Applicant = Pick<
  Application,
  'firstName' | 'lastName' | 'email' | 'phone' | 'locationId' | 'wish' | 'language' | 'privacyNoticeVersion'
>;

const hour = 3_600_000;
const linkCounts = 48 * hour;
const mailsApart = 10 * 60_000;
const mostMails = 5;
const approvalTakes = 60_000;

const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

export const isOpenApplication = ({ state }: Pick<Application, 'state'>): boolean =>
  state === 'unconfirmed' || state === 'waiting' || state === 'approving';

/**
 * The application after somebody applied, again perhaps; nothing when it stays as it is: it waits for a decision, a mail
 * went out a moment ago, or enough of them did.
 */
export function apply(
  known: Application | undefined,
  given: Readonly<{ id: string; nonce: string; applicant: Applicant; now: Date }>,
): Application | undefined {
  const isTooSoon = known !== undefined && given.now < after(known.mailedAt, mailsApart);
  const isEnough = known !== undefined && (known.state !== 'unconfirmed' || known.mails >= mostMails);
  if (isTooSoon || isEnough) return undefined;
  return {
    ...given.applicant,
    id: known?.id ?? given.id,
    version: (known?.version ?? 0) + 1,
    state: 'unconfirmed',
    nonce: given.nonce,
    mailedAt: given.now,
    mails: (known?.mails ?? 0) + 1,
    appliedAt: known?.appliedAt ?? given.now,
    reason: '',
    volunteerId: '',
  };
}

/** Nothing when the link does not count; the same when it was confirmed before. */
export function confirm(application: Application, nonce: string, now: Date): Application | undefined {
  if (application.nonce !== nonce) return undefined;
  if (application.state !== 'unconfirmed') return application;
  if (now >= after(application.mailedAt, linkCounts)) return undefined;
  return { ...application, version: application.version + 1, state: 'waiting', confirmedAt: now };
}

type Approving = Readonly<{ volunteerId: string; roleKey: string; by: string; now: Date }>;

/** Nobody else approves or refuses it meanwhile. */
export const beginApproval = (application: Application, { now, ...approval }: Approving): Application => ({
  ...application,
  version: application.version + 1,
  state: 'approving',
  approval: { ...approval, until: after(now, approvalTakes) },
});

export function finishApproval({ approval, ...rest }: Application, made: Omit<Approving, 'roleKey'>): Application {
  const { volunteerId, by, now } = made;
  return {
    ...rest,
    version: rest.version + 1,
    state: 'approved',
    volunteerId,
    decidedAt: now,
    decidedBy: approval?.by ?? by,
  };
}

/** It could not be approved: it waits as before. */
export const giveUpApproval = ({ approval: _approval, ...rest }: Application): Application => ({
  ...rest,
  version: rest.version + 1,
  state: 'waiting',
});

export const refuse = (application: Application, by: string, reason: string, now: Date): Application => ({
  ...application,
  version: application.version + 1,
  state: 'refused',
  decidedAt: now,
  decidedBy: by,
  reason,
});
