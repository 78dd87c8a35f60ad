import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { VariablesOf } from '@guildhall/contracts';
import { Category, Channel, Lane, Reach } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import type { GuestContact, SnapshotFiles } from '../../app/evacuation/ports.ts';
import type { Links } from '../../app/links.ts';
import { callReference } from '../../domain/evacuation/delivery.ts';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import { answersUntil, type Incident } from '../../domain/evacuation/incident.ts';
import type { EvacuationPlan } from '../../domain/evacuation/plan.ts';

type Call = Extract<EntryMessage, { type: 'call' }>;
type WardenNews = Extract<EntryMessage, { type: 'tell-wardens' }>;

/** What the texts need besides the incident. */
export type Around = Readonly<{ links: Pick<Links, 'sign'>; publicUrl: string }>;

const emergency = { lane: Lane.EMERGENCY, category: Category.EMERGENCY } as const;

const aboutIncident = ({ siteName, kind, message, startedAt }: Incident) => {
  const variables = { siteName, message: sentence(message), drill: kind !== 'live' };
  return { variables, expiresAt: timestampFromDate(answersUntil({ startedAt })) };
};

/** Texts go on behind it. */
const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

/** Asks somebody how they are: at first by every contact at once, then by one after the other. */
export function callPerson({ entry, turn, at }: Call, incident: Incident, around: Around): Envelope {
  const reach = turn === 0 ? { reach: Reach.EVERY } : { reach: Reach.NTH, nth: turn - 1 };
  return sendTemplate(at, { ...callOf(entry, turn, incident, around), personId: entry.personId, ...reach });
}

/** The same for somebody whom only the register knows. */
export function callGuest(call: Call, to: readonly GuestContact[], incident: Incident, around: Around): Envelope[] {
  const { entry, turn, at } = call;
  const body = callOf(entry, turn, incident, around);
  const contacts = turn === 0 ? to : to.slice(turn - 1, turn);
  return contacts.map(({ channel, value }) =>
    sendTemplate(at, {
      ...body,
      idempotencyKey: `${body.idempotencyKey}:${channel}`,
      channel: channel === 'sms' ? Channel.SMS : Channel.EMAIL,
      to: value,
    }),
  );
}

function callOf(entry: Entry, turn: number, incident: Incident, { links, publicUrl }: Around) {
  const until = answersUntil(incident);
  const { variables, expiresAt } = aboutIncident(incident);
  const answerUrl = `${publicUrl}/safe/${links.sign('answer', { e: entry.id }, until)}`;
  return {
    ...emergency,
    idempotencyKey: callReference(entry.id, turn),
    template: turn === 0 ? ('evacuation-call' as const) : ('evacuation-escalation' as const),
    variables: { ...variables, answerUrl },
    expiresAt,
    answerable: true,
    answerUntil: timestampFromDate(until),
    reference: callReference(entry.id, turn),
  };
}

const bucketMs = 60_000;

/**
 * Tells everybody in charge that somebody needs help, at once and by name; or that some have not answered, at most once
 * a minute: the board has the names.
 */
export function tellWardens({ entry, about, at }: WardenNews, incident: Incident, { publicUrl }: Around): Envelope[] {
  const isHelp = about === 'help';
  const once = isHelp ? `help:${entry.id}:${entry.marks.length}` : `unanswered:${Math.floor(at.getTime() / bucketMs)}`;
  const text = {
    isHelp,
    isStarted: false,
    displayName: isHelp ? entry.displayName : '',
    note: isHelp ? lastNote(entry) : '',
  };
  return toWardens(incident, at, once, { ...text, boardUrl: boardUrl(incident, publicUrl) });
}

/** It has begun. */
export const summonWardens = (incident: Incident, at: Date, { publicUrl }: Around): Envelope[] =>
  toWardens(incident, at, 'started', {
    isHelp: false,
    isStarted: true,
    displayName: '',
    note: '',
    boardUrl: boardUrl(incident, publicUrl),
  });

type WardenText = Omit<VariablesOf<'evacuation-warden'>, 'siteName' | 'message' | 'drill'>;

function toWardens(incident: Incident, at: Date, once: string, text: WardenText): Envelope[] {
  const { variables, expiresAt } = aboutIncident(incident);
  return incident.wardenIds.map((personId) =>
    sendTemplate(at, {
      ...emergency,
      idempotencyKey: `roll-call-warden:${incident.id}:${once}:${personId}`,
      personId,
      reach: Reach.EVERY,
      template: 'evacuation-warden',
      variables: { ...variables, ...text },
      expiresAt,
    }),
  );
}

const lastNote = ({ marks }: Entry): string => marks.at(-1)?.note ?? '';
const boardUrl = ({ id }: Incident, publicUrl: string): string => `${publicUrl}/evacuation?incident=${id}`;

/** Sends the signed list to everybody whom the plan names. An old list is worth nothing. */
export function sendSnapshot(plan: EvacuationPlan, files: SnapshotFiles): Envelope[] {
  const { siteId, snapshotEmails, snapshotEveryMinutes } = plan;
  const { siteName, count, at, page, jws } = files;
  const stem = `${siteId}-${at.toISOString().slice(0, 16).replace(':', '')}`;
  return snapshotEmails.map((to) =>
    sendTemplate(at, {
      lane: Lane.TRANSACTIONAL,
      category: Category.PRESENCE,
      idempotencyKey: `snapshot:${siteId}:${at.getTime()}:${to}`,
      channel: Channel.EMAIL,
      to,
      template: 'site-snapshot',
      variables: { siteName, count },
      expiresAt: timestampFromDate(new Date(at.getTime() + snapshotEveryMinutes * 60_000)),
      reference: `snapshot:${siteId}`,
      attachments: [
        { name: `${stem}.html`, contentType: 'text/html', content: Buffer.from(page) },
        { name: `${stem}.jws`, contentType: 'application/jose', content: Buffer.from(jws) },
      ],
    }),
  );
}
