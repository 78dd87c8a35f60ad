import { describe, expect, it, vi } from 'vitest';
import { memberWithPhone } from './platform/contacts.ts';
import { newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content } from './platform/http.ts';
import { administrator, askForCode, type Member, memberWith } from './platform/people.ts';
import { type Message, messagesTo, nextMessage } from './platform/sandbox.ts';
import { move, newSite } from './platform/sites.ts';

type Cell = Readonly<{ category: string; channel: string; enabled: boolean }>;
type View = Readonly<{
  own: Readonly<{ switches: readonly Cell[] }>;
  effective: Readonly<{ switches: readonly Cell[]; timeZone: string }>;
  critical: readonly string[];
}>;
type Suppressions = Readonly<{ suppressions: readonly Readonly<{ id: string; to: string; reason: string }>[] }>;
type Run = Readonly<{ targets: readonly Readonly<{ state: string; reason?: string }>[] }>;

const mine = '/api/notifier/me/preferences';
const within = { timeout: 20_000, interval: 100 };
const noReminders = { category: 'reminder', channel: 'email', enabled: false };

const isReminder = ({ text }: Message): boolean => /have not signed out yet|sign out|Still at/i.test(text);
const remindersTo = async (to: string) => (await messagesTo('email', to)).filter(isReminder);

/** Has the member reminded at a site of their own; answers what became of it. */
async function remind({ device }: Member): Promise<Run['targets'][number]> {
  const site = await newSite();
  content(await move(device, 'in', site.id));
  const admin = (await administrator()).device;
  const body = { template: 'reminder' };
  const { id } = content(
    await admin.call<{ id: string }>('POST', `/api/register/sites/${site.id}/reminders`, { body }),
  );
  return vi.waitFor(async () => {
    const [target] = content(await admin.call<Run>('GET', `/api/register/reminder-runs/${id}`)).targets;
    if (!target || target.state === 'asked') throw new Error('it is on its way');
    return target;
  }, within);
}

const linkIn = ({ raw }: Message): string => {
  const headers = raw['headers'] as Readonly<Record<string, string>>;
  expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  return /<([^>]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';
};

/** What a mail program sends: a form, no cookie, from wherever it stands. */
const pressOnce = (link: string) =>
  fetch(environment.webUrl + new URL(link).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    body: 'List-Unsubscribe=One-Click',
  });

describe('one’s own preferences', () => {
  it('are everything until one says otherwise, and name what cannot be switched off', async () => {
    const { device } = await memberWith(['member']);
    const view = content(await device.call<View>('GET', mine));
    expect(view.own.switches).toEqual([]);
    expect(view.effective.switches.every(({ enabled }) => enabled)).toBe(true);
    expect(view.critical).toEqual(['auth', 'emergency']);
  });

  it('stop what is switched off, and nothing that is critical', async () => {
    const member = await memberWith(['member']);
    content(await member.device.call('PUT', mine, { body: { switches: [noReminders] } }));

    // It goes to the inbox instead, the only contact that is left.
    await remind(member);

    expect(await remindersTo(member.contact.value)).toEqual([]);
    // A code comes all the same.
    expect((await askForCode(newDevice(), member.contact)).code).toMatch(/^\d{6}$/);
  });

  it.each([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, '/timeZone'],
    [
      'a time that is none',
      { quietHours: { spans: [{ weekday: 1, from: '25:00', to: '07:00' }] } },
      '/quietHours/spans/0/from',
    ],
    ['a digest without its time', { digests: [{ category: 'board', every: 'day' }] }, '/digests/0/at'],
    ['a category that is critical', { switches: [{ ...noReminders, category: 'auth' }] }, '/switches/0/category'],
  ])('refuse %s at its field', async (_what, body, pointer) => {
    const { device } = await memberWith(['member']);
    const { status, json } = await device.call<{ errors: { pointer: string }[] }>('PUT', mine, { body });
    expect([status, json.errors.map((one) => one.pointer.replace(/^#/, ''))]).toEqual([422, [pointer]]);
  });

  it('are set for others, and for all, by whoever may', async () => {
    const member = await memberWith(['member']);
    const admin = (await administrator()).device;
    const path = `/api/notifier/people/${member.person.id}/preferences`;
    expect((await member.device.call('GET', path)).status).toBe(403);

    content(await admin.call('PUT', path, { body: { switches: [noReminders] } }));

    expect(content(await member.device.call<View>('GET', mine)).own.switches).toEqual([noReminders]);
    expect((await member.device.call('PUT', '/api/notifier/preferences', { body: {} })).status).toBe(403);
    content(await admin.call('GET', '/api/notifier/preferences'));
  });
});

describe('the way out of a mail', () => {
  it('is one press in the mail program, without signing in; the page takes it back', async () => {
    const member = await memberWith(['member']);
    expect((await remind(member)).state).toBe('sent');
    const mail = await vi.waitFor(async () => {
      const [first] = await remindersTo(member.contact.value);
      if (!first) throw new Error('no mail yet');
      return first;
    }, within);
    const link = linkIn(mail);
    expect(mail.html).toContain(new URL(link).pathname.split('/').slice(0, 2).join('/'));

    expect((await pressOnce(link)).status).toBe(200);
    expect((await pressOnce(link)).status).toBe(200);

    expect(content(await member.device.call<View>('GET', mine)).own.switches).toEqual([noReminders]);
    await remind(member);
    expect(await remindersTo(member.contact.value)).toHaveLength(1);

    const token = new URL(link).pathname.split('/').at(-1);
    const path = `/api/notifier/unsubscribe/${token}`;
    const nobody = newDevice();
    expect(content(await nobody.call('GET', path))).toEqual({ category: 'reminder', subscribed: false });
    content(await nobody.call('POST', path, { body: { unsubscribe: false } }));
    await vi.waitFor(async () => expect((await remind(member)).state).toBe('sent'), within);
  });

  it('is a page for a browser, and nothing for whatever only follows links', async () => {
    const page = await fetch(`${environment.webUrl}/unsubscribe/x`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const { status, json } = await newDevice().call('GET', '/api/notifier/unsubscribe/x');
    expect([status, json['code']]).toEqual([410, 'notifier.link_unusable']);
  });

  it('is not in mails that cannot be switched off', async () => {
    const { contact } = await memberWith(['member']);
    const code = await nextMessage('email', contact.value);
    const headers = code.raw['headers'] as Readonly<Record<string, string>>;
    expect(headers).not.toHaveProperty('list-unsubscribe');
  });
});

describe('a number whose owner says STOP', () => {
  it('is listed, gets nothing, and gets everything again after START', async () => {
    const { phone } = await memberWithPhone();
    const admin = (await administrator()).device;
    const says = async (body: string) =>
      content(await ask(`${environment.sandboxUrl}/sandbox/sms`, 'POST', { body: { from: phone.value, body } }), 202);
    const path = `/api/notifier/suppressions?to=${encodeURIComponent(phone.value)}`;
    const listed = async () => content(await admin.call<Suppressions>('GET', path)).suppressions;

    await says('STOP');
    await vi.waitFor(async () => expect(await listed()).toMatchObject([{ to: phone.value, reason: 'stop' }]), within);

    await says('START');
    await vi.waitFor(async () => expect(await listed()).toEqual([]), within);

    await says('STOP');
    const [again] = await vi.waitFor(async () => {
      const found = await listed();
      expect(found).toHaveLength(1);
      return found;
    }, within);
    content(await admin.call('DELETE', `/api/notifier/suppressions/${again?.id}`), 204);
    expect(await listed()).toEqual([]);
    expect((await admin.call('DELETE', `/api/notifier/suppressions/${again?.id}`)).status).toBe(404);
  });
});
