import { describe, expect, it } from 'vitest';
import { sealer } from '@guildhall/messaging';
import { unsubscribeTokens } from '../../adapters/node/unsubscribe-tokens.ts';
import { CATEGORIES, CHANNELS, type Order } from '../../domain/message.ts';
import { anOrder, nine } from '../../domain/testing.ts';
import { inMemoryRecipients } from '../testing.ts';
import { inMemoryRules, plainMark } from './testing.ts';
import { unsubscribeLink } from './unsubscribe-link.ts';
import { readUnsubscribeLinkHandler, useUnsubscribeLinkHandler } from './unsubscribe.ts';

const aMail = (change: Partial<Order> = {}): Order =>
  anOrder({ channel: 'email', to: 'ada@example.org', personId: 'ada', category: 'reminder', ...change });

const scenario = () => {
  const recipients = inMemoryRecipients();
  const ours = inMemoryRules(recipients);
  const tokens = unsubscribeTokens(sealer(new Uint8Array(32).fill(7)));
  const deps = { preferences: ours.preferences, recipients, tokens, clock: { now: () => nine } };
  const link = unsubscribeLink({ tokens, markOf: plainMark, publicUrl: 'https://guildhall.example' });
  const tokenOf = (order: Order): string => link(order)?.split('/').at(-1) ?? '';
  const rule = async (order: Order) => (await ours.of([{ id: 'm', order }], nine))[0]?.kind;
  return {
    ...ours,
    tokens,
    link,
    tokenOf,
    rule,
    read: readUnsubscribeLinkHandler(deps),
    use: useUnsubscribeLinkHandler(deps),
  };
};

describe('the link in a mail', () => {
  it.each(CATEGORIES)('is in every mail one may say no to: %s', (category) => {
    const isThere = category !== 'auth' && category !== 'emergency';
    expect(scenario().link(aMail({ category })) !== undefined).toBe(isThere);
  });

  it.each(CHANNELS)('is in mails: %s', (channel) => {
    expect(scenario().link(aMail({ channel })) !== undefined).toBe(channel === 'email');
  });

  it('changes nothing when it is only looked at', async () => {
    const { read, tokenOf, rule, preferences } = scenario();
    expect(await read(tokenOf(aMail()))).toEqual({ category: 'reminder', isSubscribed: true });
    expect(await rule(aMail())).toBe('send');
    expect(preferences.facts).toEqual([]);
  });

  it('ends mails of its category and no others, once, and takes that back', async () => {
    const { use, read, tokenOf, rule, preferences } = scenario();
    const token = tokenOf(aMail());

    await use({ token, isSubscribed: false });
    await use({ token, isSubscribed: false });
    expect(await read(token)).toEqual({ category: 'reminder', isSubscribed: false });
    expect([
      await rule(aMail()),
      await rule(aMail({ category: 'board' })),
      await rule(aMail({ channel: 'sms', to: '+1' })),
    ]).toEqual(['drop', 'send', 'send']);
    expect(preferences.facts).toHaveLength(1);

    await use({ token, isSubscribed: true });
    expect(await rule(aMail())).toBe('send');
  });

  it('works for an address that is nobody’s', async () => {
    const { use, tokenOf, rule } = scenario();
    const { personId: _nobody, ...visitor } = aMail();
    await use({ token: tokenOf(visitor), isSubscribed: false });
    expect([await rule(visitor), await rule({ ...visitor, to: 'grace@example.org' })]).toEqual(['drop', 'send']);
  });

  it('tells nobody whose it is', () => {
    const token = scenario().tokenOf(aMail());
    const plain = Buffer.from(token, 'base64url').toString('latin1');
    expect(plain).not.toContain('ada');
    expect(plain).not.toContain('reminder');
  });

  it('is worthless with any bit of it changed', async () => {
    const { read, tokenOf } = scenario();
    const bytes = Buffer.from(tokenOf(aMail()), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await expect(read(changed.toString('base64url'))).rejects.toMatchObject({ code: 'notifier.link_unusable' });
    }
  });

  it.each(['', 'a', '%%%', 'x'.repeat(400)])('is not %j', async (token) => {
    await expect(scenario().read(token)).rejects.toMatchObject({ kind: 'gone' });
  });
});
