import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, type Contact, newcomer, newEmail, newPhone, patiently } from './platform/people.ts';
import { breakProvider, type Channel, clock, messagesTo } from './platform/sandbox.ts';
import { move, newSite } from './platform/sites.ts';

type Attempt = Readonly<{ at: string; provider: string; outcome: string }>;
type Sent = Readonly<{ state: string; attempts: readonly Attempt[] }>;

const askForCode = async (contact: Contact): Promise<string> => {
  const request = () => newDevice().call<{ challengeId: string }>('POST', '/api/auth/challenges', { body: contact });
  return content(await patiently(request), 202).challengeId;
};

/** What the notifier says of the newest message to this recipient. */
const recordOf = async (channel: Channel, to: string): Promise<Sent | undefined> => {
  const { device } = await administrator();
  const path = `/api/notifier/messages?channel=${channel}&pageSize=1&to=${encodeURIComponent(to)}`;
  return content(await device.call<{ messages: readonly Sent[] }>('GET', path)).messages[0];
};

/** Lets time pass until the message has come to this. */
const until = (state: string, channel: Channel, to: string): Promise<Sent> =>
  vi.waitFor(
    async () => {
      const record = await recordOf(channel, to);
      if (record?.state === state) return record;
      await clock.advance(10);
      throw new Error(`it is ${record?.state}`);
    },
    { timeout: 20_000, interval: 100 },
  );

const stateOf = async (challengeId: string): Promise<unknown> =>
  (await newDevice().call('GET', `/api/auth/challenges/${challengeId}`)).json['state'];

const outcomes = ({ attempts }: Sent): readonly string[] => attempts.map(({ outcome }) => outcome);

const withFault = async (fault: Parameters<typeof breakProvider>[0]): Promise<() => Promise<void>> => {
  const mend = await breakProvider(fault);
  onTestFinished(mend);
  return mend;
};

describe('a code', () => {
  it.each([
    ['email', 'smtp', newEmail, 451],
    ['sms', 'twilio', newPhone, 503],
  ] as const)('by %s arrives once, although the provider failed twice', async (channel, provider, make, status) => {
    const contact = make();
    await withFault({ provider, match: contact.value, status, times: 2 });
    const challengeId = await askForCode(contact);
    const record = await until('sent', channel, contact.value);
    expect(outcomes(record)).toEqual(['failed', 'failed', 'sent']);
    expect(await messagesTo(channel, contact.value)).toHaveLength(1);
    await expect.poll(() => stateOf(challengeId)).toBe('sent');
  });

  it('that the mail server refuses for good is tried once, and the page is told', async () => {
    const contact = newEmail();
    await withFault({ provider: 'smtp', match: contact.value, status: 550 });
    const challengeId = await askForCode(contact);
    const record = await until('failed', 'email', contact.value);
    expect(outcomes(record)).toEqual(['refused']);
    await expect.poll(() => stateOf(challengeId)).toBe('send_failed');
  });

  it('that has expired is dropped, never sent late', async () => {
    const contact = newEmail();
    const mend = await withFault({ provider: 'smtp', match: contact.value, status: 451 });
    await askForCode(contact);
    await vi.waitFor(async () => expect((await recordOf('email', contact.value))?.attempts).not.toEqual([]));
    await clock.advance(16 * 60);
    await mend();
    await until('expired', 'email', contact.value);
    await clock.advance(3_600);
    expect(await messagesTo('email', contact.value)).toEqual([]);
  });
});

describe('a post to Slack', () => {
  it('waits as long as Slack asks for, then arrives once', async () => {
    const site = await newSite();
    const { device } = await newcomer('Sister Mary', 'Keller');
    // How long a provider wants to be left alone is its own time, which no clock of ours moves.
    await withFault({ provider: 'slack', match: site.channel, status: 429, retryAfterSeconds: 3, times: 1 });
    content(await move(device, 'in', site.id));
    const arrived = async () => expect(await messagesTo('slack', site.channel)).toHaveLength(1);
    const askedAt = performance.now();
    await vi.waitFor(arrived, { timeout: 15_000, interval: 50 });
    expect(performance.now() - askedAt).toBeGreaterThan(2_500);
  });
});
