import { describe, expect, it, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content, type Reply } from './platform/http.ts';
import { addPerson, administrator, memberWith, newEmail } from './platform/people.ts';
import { clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { unique } from './platform/unique.ts';

type Accepted = Readonly<{ requestId: string; messageIds: readonly string[]; accepted: number }>;
type Progress = Readonly<{
  state: string;
  total: number;
  created: number;
  sent: number;
  cancelled: number;
  answered: number;
}>;
type Refused = Readonly<{ code: string; errors: readonly Readonly<{ pointer: string }>[] }>;

const alert = (change: object = {}) => ({
  template: 'watch-alert',
  variables: { visitorName: 'Eve', siteName: 'North' },
  category: 'presence',
  recipients: [{ email: newEmail().value }],
  ...change,
});

async function send<T = Accepted>(body: object, headers: Readonly<Record<string, string>> = {}): Promise<Reply<T>> {
  const { device } = await administrator();
  return device.call<T>('POST', '/api/notifier/messages', { body, headers });
}

async function progressOf(requestId: string): Promise<Progress> {
  const { device } = await administrator();
  return content(await device.call<Progress>('GET', `/api/notifier/requests/${requestId}`));
}

const inAMonth = async (): Promise<string> => new Date((await clock.now()).getTime() + 30 * 86_400_000).toISOString();

const within = { timeout: 15_000, interval: 50 };
const until = (requestId: string, wanted: Partial<Progress>) =>
  vi.waitFor(async () => expect(await progressOf(requestId)).toMatchObject(wanted), within);

describe('asking for messages', () => {
  it('is accepted at once and carried out once, whatever is repeated', async () => {
    const to = newEmail().value;
    const { person, contact } = await addPerson();
    const body = alert({ recipients: [{ email: to }, { email: to.toUpperCase() }, { personId: person.id }] });
    const headers = { 'idempotency-key': unique() };

    const first = await send(body, headers);
    const second = await send(body, headers);

    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.json).toEqual(first.json);
    await until(first.json.requestId, { state: 'done', sent: 2, created: 2 });
    expect(await nextMessage('email', contact.value)).toMatchObject({ text: expect.stringContaining('Eve') });
    const arrived = [...(await messagesTo('email', to)), ...(await messagesTo('email', to.toUpperCase()))];
    expect(new Set(arrived.map(({ id }) => id)).size).toBe(1);
  });

  it('reaches everybody who subscribed to a topic, or has a role', async () => {
    const { device } = await administrator();
    const topic = `t${unique()}`.toLowerCase();
    const { person, contact } = await addPerson(['reception']);
    const path = `/api/notifier/topics/${topic}/subscribers`;
    content(await device.call('POST', path, { body: { personIds: [person.id] } }));

    const byTopic = content(await send(alert({ recipients: [{ topic }] })), 202);
    await until(byTopic.requestId, { state: 'done', total: 1, sent: 1 });
    const byRole = content(await send(alert({ recipients: [{ role: 'reception' }] })), 202);
    await until(byRole.requestId, { state: 'done' });

    await vi.waitFor(async () => expect(await messagesTo('email', contact.value)).toHaveLength(2), within);
    content(await device.call('DELETE', `${path}/${person.id}`), 204);
    expect(content(await device.call('GET', path))).toMatchObject({ personIds: [] });
  });

  it('waits for its time, and can be called off until then', async () => {
    const { device } = await administrator();
    const sendAt = await inAMonth();
    const { requestId } = content(await send(alert({ sendAt })), 202);
    await until(requestId, { state: 'scheduled', created: 0 });

    content(await device.call('POST', `/api/notifier/requests/${requestId}/cancel`, { body: {} }));

    await until(requestId, { state: 'cancelled', created: 0 });
  });

  it('takes a hundred thousand recipients at once', async () => {
    const { device } = await administrator();
    const recipients = Array.from({ length: 100_000 }, (_, index) => ({ email: `member${index}@example.org` }));
    const sendAt = await inAMonth();

    const { requestId, accepted } = content(await send(alert({ recipients, sendAt })), 202);

    expect(accepted).toBe(100_000);
    expect(await progressOf(requestId)).toMatchObject({ state: 'scheduled', total: 100_000 });
    content(await device.call('POST', `/api/notifier/requests/${requestId}/cancel`, { body: {} }));
  }, 40_000);
});

describe('what cannot be sent', () => {
  const megabytes = (count: number) => ({
    name: 'a',
    contentType: 'a/b',
    content: Buffer.alloc(count * 2 ** 20).toString('base64'),
  });
  it.each<readonly [string, () => object, readonly string[]]>([
    ['an unknown template', () => ({ template: 'nonesuch' }), ['#/template']],
    ['a missing variable', () => ({ variables: { siteName: 'N' } }), ['#/variables/visitorName']],
    ['an unknown variable', () => ({ variables: { visitorName: 'E', siteName: 'N', x: '' } }), ['#/variables/x']],
    ['an impossible number', () => ({ recipients: [{ phone: '+4477' }] }), ['#/recipients/0/phone']],
    ['no channel of the template', () => ({ recipients: [{ slackChannel: '#a' }] }), ['#/recipients/0/slackChannel']],
    ['an attachment of 10 MB', () => ({ attachments: [megabytes(10)] }), ['#/attachments/0/content']],
    ['attachments of 6 MB in all', () => ({ attachments: [megabytes(3), megabytes(3)] }), ['#/attachments']],
    [
      '100,001 recipients',
      () => ({ recipients: Array.from({ length: 100_001 }, () => ({ email: 'a@example.org' })) }),
      ['#/recipients'],
    ],
    ['nobody', () => ({ recipients: [] }), ['#/recipients']],
    ['a recipient without a name', () => ({ recipients: [{}] }), ['#/recipients/0/to']],
  ])('is refused at once with the field: %s', async (_what, change, pointers) => {
    const { status, json } = await send<Refused>(alert(change()));
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('is refused for whoever may not', async () => {
    const { device } = await memberWith(['member']);
    expect((await device.call('POST', '/api/notifier/messages', { body: alert() })).status).toBe(403);
  });
});

describe('an escalation', () => {
  it('is answered by the link in its message, without signing in', async () => {
    const { person, contact } = await addPerson();
    const { requestId } = content(
      await send({
        template: 'evacuation-call',
        variables: { siteName: 'North' },
        category: 'emergency',
        lane: 'emergency',
        recipients: [{ personId: person.id }],
        escalation: { steps: [{ channel: 'email', waitSeconds: 86_400 }] },
      }),
      202,
    );
    const { text } = await nextMessage('email', contact.value);
    const token = /\/answer\/([\w-]+)/.exec(text)?.[1] ?? '';
    const stranger = newDevice();

    expect(content(await stranger.call('GET', `/api/notifier/answers/${token}`))).toEqual({ answered: false });
    expect(content(await stranger.call('POST', `/api/notifier/answers/${token}`, { body: {} }))).toEqual({
      answered: true,
    });

    expect(await progressOf(requestId)).toMatchObject({ answered: 1 });
    expect((await stranger.call('POST', '/api/notifier/answers/forged', { body: {} })).status).toBe(410);
  });
});
