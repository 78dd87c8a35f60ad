import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provider } from './provider.ts';
import { slack } from './slack.ts';
import type { SlackMessage } from './slack-message.ts';
import { type FakeAnswer, type FakeCall, type HttpFake, httpFake } from './testing.ts';

const answers: Readonly<Record<string, unknown>> = {
  'users.lookupByEmail': { ok: true, user: { id: 'U0ADA' } },
  'conversations.open': { ok: true, channel: { id: 'D0ADA' } },
  'chat.postMessage': { ok: true, channel: 'D0ADA', ts: '1700000000.000100' },
  'chat.postEphemeral': { ok: true, message_ts: '1700000000.000200' },
};
const methodOf = ({ path }: FakeCall) => path.split('/').at(-1) ?? '';

let vendor: HttpFake;
let messages: Provider<SlackMessage>;
beforeEach(async () => {
  vendor = await httpFake();
  say({});
  messages = slack({ token: 'xoxb-secret', state: 'sandbox', apiUrl: `${vendor.url}/`, perSecond: 100, burst: 100 });
});
afterEach(async () => {
  await messages.close();
  await vendor.close();
});

const say = (change: Readonly<Record<string, FakeAnswer>>): void =>
  vendor.answer((call) => change[methodOf(call)] ?? { body: answers[methodOf(call)] });
const send = (change: Partial<SlackMessage> = {}, idempotencyKey = 'm1') =>
  messages.send({ to: 'ada@example.org', text: 'Hello', ...change }, { idempotencyKey });
const called = () => vendor.calls.map(methodOf);
const formOf = (method: string) =>
  Object.fromEntries(new URLSearchParams(vendor.calls.findLast((call) => methodOf(call) === method)?.body));

describe('a direct message in Slack', () => {
  it('reaches somebody by their address, whose conversation is opened', async () => {
    expect(await send()).toEqual({ providerMessageId: '1700000000.000100', place: 'D0ADA' });

    expect(called()).toEqual(['users.lookupByEmail', 'conversations.open', 'chat.postMessage']);
    expect(formOf('conversations.open')).toMatchObject({ users: 'U0ADA' });
    expect(formOf('chat.postMessage')).toMatchObject({ channel: 'D0ADA', text: 'Hello' });
  });

  it('reaches somebody by their id', async () => {
    await send({ to: 'U0ADA' });

    expect(called()).toEqual(['conversations.open', 'chat.postMessage']);
  });

  it('looks nobody up twice', async () => {
    await send();
    await send({ to: 'Ada@Example.org' }, 'm2');

    expect(called().slice(3)).toEqual(['chat.postMessage']);
  });

  it('is refused for good where nobody has the address, and asked again next time', async () => {
    say({ 'users.lookupByEmail': { body: { ok: false, error: 'users_not_found' } } });
    await expect(send()).rejects.toMatchObject({
      permanent: true,
      reason: 'Slack refused the message: nobody there has this address (users_not_found).',
    });

    say({});
    await send();
    expect(called()).toContain('chat.postMessage');
  });

  it.each([
    ['hangs up', { status: 504, body: 'gateway' }],
    ['talks nonsense', { status: 200, body: '<html>' }],
  ])('surely was not sent when the search %s', async (_how, answer) => {
    say({ 'users.lookupByEmail': answer });

    await expect(send()).rejects.toMatchObject({ permanent: false, unclear: false });
  });
});

describe('a message that one user alone sees', () => {
  it('is shown in the channel to them', async () => {
    expect(await send({ to: '#building', onlyFor: 'ada@example.org' })).toEqual({
      providerMessageId: '1700000000.000200',
    });

    expect(called()).toEqual(['users.lookupByEmail', 'chat.postEphemeral']);
    expect(formOf('chat.postEphemeral')).toMatchObject({ channel: '#building', user: 'U0ADA', text: 'Hello' });
  });

  it('is refused for good where they are not in the channel', async () => {
    say({ 'chat.postEphemeral': { body: { ok: false, error: 'user_not_in_channel' } } });

    await expect(send({ to: '#building', onlyFor: 'U0ADA' })).rejects.toMatchObject({
      permanent: true,
      reason: 'Slack refused the message: the user is not a member of the channel (user_not_in_channel).',
    });
  });
});

describe('a message in a thread', () => {
  const thread = { place: 'C1', providerMessageId: '1690000000.000100' };

  it('answers the first one', async () => {
    await send({ to: '#building', thread });

    expect(formOf('chat.postMessage')).toMatchObject({ channel: '#building', thread_ts: '1690000000.000100' });
  });

  it('is one of its own where the thread is gone', async () => {
    vendor.answer((call) =>
      call.body.includes('thread_ts')
        ? { body: { ok: false, error: 'thread_not_found' } }
        : { body: answers[methodOf(call)] },
    );

    expect(await send({ to: '#building', thread })).toMatchObject({ providerMessageId: '1700000000.000100' });
    expect(called()).toEqual(['chat.postMessage', 'chat.postMessage']);
  });
});
