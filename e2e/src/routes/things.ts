import { vi } from 'vitest';
import { type Device, newDevice } from '../platform/device.ts';
import { environment } from '../platform/environment.ts';
import { ask, content } from '../platform/http.ts';
import { administrator, askForCode, type Member, newEmail, newPhone, patiently } from '../platform/people.ts';
import { clock } from '../platform/sandbox.ts';
import { spareLink } from '../platform/service-users.ts';
import { move, newSite } from '../platform/sites.ts';
import { unique } from '../platform/unique.ts';
import { accessThings } from './access-things.ts';
import { governanceThings } from './governance-things.ts';
import { ruleThings } from './rule-things.ts';
import { always, forAll, onesOwn, type Thing } from './thing.ts';
import { volunteerThings } from './volunteer-things.ts';

type Made = Readonly<{ id: string }>;
type Sessions = Readonly<{ sessions: readonly Readonly<{ id: string; current: boolean }>[] }>;

let site: Promise<string> | undefined;
/** The site that all paths are about. */
const siteForAll = (): Promise<string> => (site ??= newSite({ whoSees: 'members' }).then(({ id }) => id));

async function adding(path: string, body: object): Promise<string> {
  const { device } = await administrator();
  return content(await device.call<Made>('POST', `/api/register/${path}`, { body }), 200, 201).id;
}

const addingAtSite = async (path: string, body: object): Promise<string> =>
  adding(`sites/${await siteForAll()}/${path}`, body);

/** A session of theirs besides the one they use. */
async function spareSession({ device }: Member): Promise<string> {
  const asked = () => device.call<{ token: string }>('POST', '/api/auth/access-token', { body: {} });
  const { token } = content(await patiently(asked), 201);
  content(await patiently(() => newDevice().call('POST', '/api/auth/access-token/redeem', { body: { token } })));
  const { sessions } = content(await device.call<Sessions>('GET', '/api/auth/sessions'));
  return firstOf(sessions.filter(({ current }) => !current));
}

function firstOf(made: readonly Made[]): string {
  const [first] = made;
  if (first === undefined) throw new Error('what the path names was not made');
  return first.id;
}

async function ownContact({ device }: Member): Promise<string> {
  type Own = Readonly<{ contacts: readonly Made[] }>;
  return firstOf(content(await device.call<Own>('GET', '/api/people/me')).contacts);
}

async function anyMessage(): Promise<string> {
  const { device } = await administrator();
  const listed = await device.call<{ messages: readonly Made[] }>('GET', '/api/notifier/messages');
  return firstOf(content(listed).messages);
}

/** The smallest picture there is of its kind. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const documentId = 'nda';

/** Somebody at the site, with a photo, who has signed what one signs there. */
async function visitorInside(): Promise<string> {
  const { device } = await administrator();
  const at = `/api/register/sites/${await siteForAll()}`;
  const documents = [{ id: documentId, title: 'Confidentiality', text: 'I keep it to myself.', needsSignature: true }];
  type Reception = Readonly<{ documents: readonly Readonly<{ version: number }>[] }>;
  const reception = content(await device.call<Reception>('PATCH', `${at}/reception`, { body: { documents } }));
  const version = reception.documents[0]?.version;
  const acceptances = [{ documentId, version, signature: png.toString('base64') }];
  const body = { walkIn: { name: 'Vi Sitor' }, acceptances };
  const { visitor } = content(await device.call<{ visitor: Made }>('POST', `${at}/arrivals`, { body }));
  const photo = { body: png, headers: { 'content-type': 'image/png' } };
  content(await device.call('PUT', `${at}/visitors/${visitor.id}/photo`, photo), 204);
  return visitor.id;
}

async function anyVisit(): Promise<string> {
  const { device } = await administrator();
  const { visitId } = content(await move(device, 'in', await siteForAll()));
  if (visitId === undefined) throw new Error('there is no visit');
  return visitId;
}

async function anyKiosk(): Promise<string> {
  const { device } = await administrator();
  const body = { siteId: await siteForAll(), name: 'Hall' };
  return content(await device.call<{ kiosk: Made }>('POST', '/api/register/kiosks', { body }), 201).kiosk.id;
}

/** Of a kind that this site never has anything to say of. */
const webhook = forAll(async () => {
  const siteId = await siteForAll();
  return adding('webhooks', { url: `${environment.sandboxUrl}/none`, events: ['cover_changed'], siteId, active: true });
});

async function anyDelivery(): Promise<string> {
  const member = await administrator();
  return adding(`webhooks/${await webhook.of(member, 'GET')}/ping`, {});
}

/** Of a kind that never happens to what the journeys send. */
const messageWebhook = forAll(async () => {
  const { device } = await administrator();
  const body = { url: `${environment.sandboxUrl}/none`, events: ['message_read'], active: true };
  return content(await device.call<Made>('POST', '/api/notifier/webhooks', { body }), 201).id;
});

async function anyHookCall(): Promise<string> {
  const member = await administrator();
  const path = `/api/notifier/webhooks/${await messageWebhook.of(member, 'GET')}/ping`;
  return content(await member.device.call<Made>('POST', path, { body: {} })).id;
}

async function anyBadge(): Promise<string> {
  const { person } = await administrator();
  return adding('badges', { badgeId: unique(), personId: person.id });
}

/** The number of somebody who wants no texts. */
async function anySuppression(): Promise<string> {
  const { device } = await administrator();
  const from = newPhone().value;
  content(await ask(`${environment.sandboxUrl}/sandbox/sms`, 'POST', { body: { from, body: 'STOP' } }), 202);
  const path = `/api/notifier/suppressions?to=${encodeURIComponent(from)}`;
  return vi.waitFor(
    async () => firstOf(content(await device.call<{ suppressions: readonly Made[] }>('GET', path)).suppressions),
    { timeout: 10_000, interval: 50 },
  );
}

/** One that is for tomorrow. */
async function anyRequest(): Promise<string> {
  const { device } = await administrator();
  const variables = { visitorName: 'Eve', siteName: 'North' };
  const recipients = [{ email: newEmail().value }];
  const sendAt = new Date((await clock.now()).getTime() + 86_400_000).toISOString();
  const body = { template: 'watch-alert', category: 'presence', variables, recipients, sendAt };
  const asked = await device.call<{ requestId: string }>('POST', '/api/notifier/messages', { body });
  return content(asked, 202).requestId;
}

const everyMonth = { name: 'Month', kind: 'visits', period: 'month_before', time: '07:00', dayOfMonth: 1 };

/** The {names} of paths. What is only posted to may be nothing: a body that nobody takes is refused before it is looked for. */
export const things: Readonly<Record<string, Thing>> = {
  personId: onesOwn(async ({ person }) => person.id),
  sessionId: onesOwn(spareSession),
  linkId: onesOwn(spareLink),
  contactId: onesOwn(ownContact),
  siteId: { isOnesOwn: false, of: siteForAll },
  passkeyId: always('none'),
  mergeId: always('none'),
  provider: always('google'),
  number: always('1'),
  token: always('x'),
  kind: always('visits'),
  ...ruleThings,
  ...accessThings,
  ...governanceThings,
  ...volunteerThings,
  documentId: always(documentId),
  language: always('en'),
  challengeId: forAll(async () => (await askForCode(newDevice(), newEmail())).challengeId),
  messageId: forAll(anyMessage),
  requestId: forAll(anyRequest),
  topic: always('news'),
  suppressionId: forAll(anySuppression),
  visitId: forAll(anyVisit),
  visitorId: forAll(visitorInside),
  kioskId: forAll(anyKiosk),
  webhookId: webhook,
  deliveryId: forAll(anyDelivery),
  hookId: messageWebhook,
  callId: forAll(anyHookCall),
  // A dead letter cannot be made by what a client may do.
  deadLetterId: always('0'),
  id: forAll(anyBadge),
  incidentId: forAll(() => addingAtSite('incidents', { kind: 'test', musterPoints: ['Yard'] })),
  runId: forAll(() => addingAtSite('reminders', { template: 'reminder' })),
  entryId: forAll(() => addingAtSite('watch-list', { name: unique() })),
  inductionId: forAll(() => addingAtSite('inductions', { name: unique(), expiresOn: '2999-12-31' })),
  exportId: forAll(() => addingAtSite('exports', { ...everyMonth, emails: [newEmail().value] })),
};

/** A device of the site, signed in as such. */
export async function kioskForAll(): Promise<Device> {
  const { device } = await administrator();
  const body = { siteId: await siteForAll(), name: 'Door' };
  const { code } = content(await device.call<{ code: string }>('POST', '/api/register/kiosks', { body }), 201);
  const pair = () => newDevice().call<{ token: string }>('POST', '/api/register/kiosks/pair', { body: { code } });
  return newDevice({ token: content(await patiently(pair)).token });
}
