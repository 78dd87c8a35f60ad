import { sealer } from '@guildhall/messaging';
import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { templateBook } from '../../adapters/templates/book.ts';
import { templates } from '../../adapters/templates/templates.ts';
import { later, nine } from '../../domain/testing.ts';
import { inMemoryAttachments } from '../testing.ts';
import { sendMessagesHandler } from './send-messages.ts';
import type { Named, SendMessages } from './wanted-messages.ts';
import { inMemoryLists, inMemoryRequests, oneRole } from './testing.ts';

const book = templateBook(
  templates({
    sealer: sealer(new Uint8Array(32).fill(7)),
    brand: () => {
      throw new Error('nothing is rendered');
    },
  }),
);

function setUp() {
  const [requests, lists, attachments] = [inMemoryRequests(), inMemoryLists(), inMemoryAttachments()];
  const state = { nudged: 0, ids: 0 };
  const send = sendMessagesHandler({
    requests,
    lists,
    attachments,
    roles: oneRole,
    book,
    clock: testClock(nine.toISOString()),
    newId: () => `r${(state.ids += 1)}`,
    idOf: (text) => text,
    nudge: () => void (state.nudged += 1),
  });
  return { requests, lists, attachments, state, send };
}

const mailTo = (to: string): Named => ({ channel: 'email', to, field: 'email' });
const slackUser = (to: string): Named => ({ channel: 'slack', to, field: 'slackUser' });
const channel = (to: string): Named => ({ channel: 'slack', to, field: 'slackChannel' });
const textTo = (to: string): Named => ({ channel: 'sms', to, field: 'phone' });
const asked = (change: Partial<SendMessages> = {}): SendMessages => ({
  template: 'watch-alert',
  variables: { visitorName: 'Eve', siteName: 'North' },
  recipients: [mailTo('ada@example.org')],
  lane: 'bulk',
  category: 'course',
  reach: 'preferred',
  idempotencyKey: '',
  attachments: [],
  reference: '',
  by: 'ada',
  fingerprint: 'f',
  ...change,
});
const steps = [{ reach: { kind: 'preferred', nth: 0, channel: 'slack' }, waitSeconds: 60 }] as const;
const megabytes = (count: number) => ({ name: 'a', contentType: 'a/b', content: new Uint8Array(count * 2 ** 20) });

describe('a request for messages', () => {
  it('is kept with its list before it is answered, and begun at once', async () => {
    const { send, requests, lists, state } = setUp();
    const accepted = await send(asked({ recipients: [mailTo('ada@x.org'), mailTo('ada@x.org'), { personId: 'bob' }] }));

    expect(accepted).toEqual({ requestId: 'r1', messageIds: [], accepted: 3 });
    expect(requests.stored.get('r1')).toMatchObject({
      status: 'running',
      sources: [{ kind: 'listed', count: 2 }],
      wish: { sender: 'ada', template: 'watch-alert' },
    });
    expect([...lists.kept.values()]).toEqual([[{ channel: 'email', to: 'ada@x.org' }, { personId: 'bob' }]]);
    expect(state.nudged).toBe(1);
  });

  it('is one for a key and a caller', async () => {
    const { send, requests } = setUp();
    const first = await send(asked({ idempotencyKey: 'k' }));
    expect(await send(asked({ idempotencyKey: 'k' }))).toEqual(first);
    await send(asked({ idempotencyKey: 'k', by: 'bob' }));
    expect(requests.stored.size).toBe(2);
    await expect(send(asked({ idempotencyKey: 'k', fingerprint: 'g' }))).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('names the messages to addresses, which follow from it', async () => {
    const { send } = setUp();
    const now = await send(asked({ recipients: [mailTo('ADA@x.org'), mailTo('ada@x.org'), textTo('+447700900123')] }));
    expect(now.messageIds).toEqual(['["r1","email","ada@x.org"]', '["r1","sms","+447700900123"]']);
    expect((await send(asked({ sendAt: later(60) }))).messageIds).toEqual([]);
  });

  it('is read role by role and topic by topic', async () => {
    const { send, requests } = setUp();
    await send(asked({ recipients: [{ role: 'steward' }, { permission: 'steward' }, { topic: 'news' }] }));
    expect(requests.stored.get('r1')?.sources).toEqual([
      { kind: 'role', name: 'steward' },
      { kind: 'permission', name: 'steward' },
      { kind: 'topic', name: 'news' },
    ]);
  });

  it('leaves its attachments for all of its messages', async () => {
    const { send, attachments } = setUp();
    await send(asked({ attachments: [megabytes(5)] }));
    expect([...attachments.kept.keys()]).toEqual(['r1']);
  });
});

describe('a request that cannot be carried out', () => {
  it.each<readonly [string, Partial<SendMessages>, readonly string[]]>([
    ['an unknown template', { template: 'nonesuch' }, ['/template']],
    ['a template by the name of what all objects have', { template: 'constructor' }, ['/template']],
    ['a template that takes secrets', { template: 'login', variables: { expiresMinutes: '15' } }, ['/template']],
    ['a missing variable', { variables: { siteName: 'N' } }, ['/variables/visitorName']],
    ['unknown variables', { variables: { visitorName: 'E', siteName: 'N', 'a/b~': '1' } }, ['/variables/a~1b~0']],
    [
      'variables of a wrong type',
      { template: 'site-crowded', variables: { siteName: 'N', count: 'many', capacity: '1.5' } },
      ['/variables/count', '/variables/capacity'],
    ],
    ['an impossible number', { recipients: [mailTo('a@x.org'), textTo('+4477')] }, ['/recipients/1/phone']],
    ['a number that is too short for its country', { recipients: [textTo('+3312345678')] }, ['/recipients/0/phone']],
    ['no address', { recipients: [mailTo('ada'), mailTo('a@b@c')] }, ['/recipients/0/email', '/recipients/1/email']],
    [
      'a channel without words in the template',
      { recipients: [{ channel: 'slack', to: '#general', field: 'slackChannel' }] },
      ['/recipients/0/slackChannel'],
    ],
    [
      'somebody in Slack who is a channel or a webhook, and a channel that is somebody',
      {
        template: 'presence',
        variables: { displayName: 'Ada', movement: 'in', count: '1', siteName: 'North' },
        recipients: [slackUser('#general'), slackUser('https://hooks.slack.com/services/T/B/x'), channel('a@x.org')],
      },
      ['/recipients/0/slackUser', '/recipients/1/slackUser', '/recipients/2/slackChannel'],
    ],
    ['such a channel for people', { channel: 'slack' }, ['/channel']],
    ['roles that nobody knows', { recipients: [{ role: 'steward' }, { role: 'king' }] }, ['/recipients/1/role']],
    ['a permission of no role', { recipients: [{ permission: 'fly' }] }, ['/recipients/0/permission']],
    ['more than 5 MB', { attachments: [megabytes(3), megabytes(3)] }, ['/attachments']],
    ['an end in the past', { expiresAt: nine }, ['/expiresAt']],
    ['a beginning after the end', { sendAt: later(60), expiresAt: later(60) }, ['/sendAt']],
    ['a beginning in years', { sendAt: later(367 * 86_400) }, ['/sendAt']],
    ['replies to nowhere', { replyTo: 'ada' }, ['/replyTo']],
    ['no language', { locale: 'a_b' }, ['/locale']],
    ['steps without words, to an address', { steps }, ['/escalation/steps/0/channel', '/recipients/0']],
    [
      'several at once',
      { variables: {}, locale: '!', recipients: [mailTo('x')] },
      ['/variables/visitorName', '/variables/siteName', '/locale', '/recipients/0/email'],
    ],
  ])('is refused at once with the fields: %s', async (_what, change, pointers) => {
    const { send, requests, state } = setUp();
    const refusal: unknown = await send(asked(change)).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ kind: 'invalid', code: 'notifier.invalid_request' });
    expect((refusal as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect([requests.stored.size, state.nudged]).toEqual([0, 0]);
  });

  it('names thirty fields at most', async () => {
    const recipients = Array.from({ length: 1_000 }, () => mailTo('x'));
    const refusal: unknown = await setUp()
      .send(asked({ recipients }))
      .catch((error: unknown) => error);
    expect((refusal as { errors: unknown[] }).errors).toHaveLength(30);
  });
});
