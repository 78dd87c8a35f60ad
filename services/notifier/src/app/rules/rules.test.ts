import { describe, expect, it } from 'vitest';
import type { Order } from '../../domain/message.ts';
import { ORGANISATION } from '../../domain/rules/preferences.ts';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { inMemoryRecipients } from '../testing.ts';
import { recollection } from './recollection.ts';
import { admitMessages } from './admit-messages.ts';
import { rules } from './rules.ts';
import { inMemoryPreferences, inMemoryRules, inMemorySuppressions, inMemoryTallies, plainMark } from './testing.ts';

const aMail = (change: Partial<Order> = {}): Order =>
  anOrder({ channel: 'email', to: 'ada@example.org', personId: 'ada', category: 'reminder', ...change });

const off = { switches: { reminder: { email: false } } } as const;

describe('the rules', () => {
  it('answer each message in its order', async () => {
    const { preferences, suppressions, ...ours } = inMemoryRules();
    preferences.say('ada', off);
    const place = { id: 'sms +1', channel: 'sms', to: '+1', version: 1, since: nine, strikes: [] } as const;
    suppressions.kept.set('sms +1', { ...place, isActive: true, reason: 'stop' });

    const orders = [
      aMail(),
      aMail({ personId: 'grace' }),
      aMail({ channel: 'sms', to: '+1' }),
      aMail({ category: 'auth' }),
    ];
    const rulings = await ours.of(
      orders.map((order, n) => ({ id: `m${n}`, order })),
      nine,
    );

    expect(rulings.map(({ kind }) => kind)).toEqual(['drop', 'send', 'drop', 'send']);
  });

  it('read each thing once for a whole batch, and nothing again for the next', async () => {
    const [preferences, suppressions] = [inMemoryPreferences(), inMemorySuppressions()];
    const reads: (readonly string[])[] = [];
    const people = inMemoryRecipients();
    const ours = rules({
      preferences: recollection(preferences.find, 100),
      suppressions: recollection(suppressions.find, 1_000),
      recipients: {
        findMany: (ids) => {
          reads.push(ids);
          return people.findMany(ids);
        },
      },
      admit: admitMessages({ tallies: inMemoryTallies(), markOf: plainMark }),
      markOf: plainMark,
    });
    const batch = Array.from({ length: 256 }, (_, n) => ({ id: `m${n}`, order: aMail({ personId: `p${n % 8}` }) }));

    await ours.of(batch, nine);
    await ours.of(batch, nine);

    expect(preferences.reads).toHaveLength(8 + 1);
    expect(suppressions.reads).toEqual(['email ada@example.org']);
    expect(reads.map((ids) => ids.length)).toEqual([8, 8]);
  });

  it('ask for nothing but the address of what is critical', async () => {
    const { preferences, suppressions, ...ours } = inMemoryRules();
    await ours.of([{ id: 'm', order: aMail({ category: 'emergency' }) }], nine);
    expect(preferences.reads).toEqual([]);
    expect(suppressions.reads).toHaveLength(1);
  });

  it('take the survivor’s word for a person who was merged, in the zone of the profile', async () => {
    const recipients = inMemoryRecipients();
    const { preferences, ...ours } = inMemoryRules({
      ...recipients,
      findMany: async () =>
        new Map([['ada', { personId: 'ada', survivorId: 'grace', version: 1, contacts: [], timeZone: 'Asia/Tokyo' }]]),
    });
    preferences.say('grace', { quietHours: [{ weekday: 1, from: '17:00', to: '19:00' }] });

    expect(await ours.of([{ id: 'm', order: aMail() }], nine)).toMatchObject([
      { kind: 'hold', why: 'quiet_hours', until: new Date('2026-03-02T10:00:00Z') },
    ]);
  });

  it('take an address’s own word, and not the organisation’s, where no person is known', async () => {
    const { preferences, ...ours } = inMemoryRules();
    preferences.say(ORGANISATION, off);
    const { personId: _nobody, ...order } = aMail();
    expect(await ours.of([{ id: 'm', order }], nine)).toEqual([{ kind: 'send' }]);

    preferences.say('email ada@example.org', off);
    expect(await ours.of([{ id: 'm', order }], nine)).toMatchObject([{ kind: 'drop' }]);
  });
});

describe('a throttle', () => {
  const throttle = { key: 'sign-ins', count: 2, windowMs: 60_000, over: 'hold' } as const;
  const batch = (names: readonly string[], change: Partial<Order> = {}) =>
    names.map((id) => ({ id, order: aMail({ throttle, ...change }) }));

  it('counts the messages of one batch, and those of the next, in one document', async () => {
    const { tallies, ...ours } = inMemoryRules();
    const first = await ours.of(batch(['a', 'b', 'c']), nine);
    const again = await ours.of(batch(['c', 'd']), later(1));

    expect([...first, ...again].map((one) => ('until' in one ? one.until : one.kind))).toEqual([
      'send',
      'send',
      later(60),
      later(60),
      later(60),
    ]);
    expect([...tallies.kept.values()]).toMatchObject([{ version: 2 }]);
  });

  it('counts for each person by themselves, whatever the address', async () => {
    const ours = inMemoryRules();
    await ours.of(batch(['a', 'b']), nine);
    expect(await ours.of(batch(['c'], { personId: 'grace' }), nine)).toEqual([{ kind: 'send' }]);
  });

  it('does not count what is not sent, nor what is still scheduled', async () => {
    const { tallies, preferences, ...ours } = inMemoryRules();
    await ours.of(batch(['a'], { notBefore: later(60) }), nine);
    preferences.say('ada', off);
    await ours.of(batch(['b']), nine);
    expect(tallies.kept.size).toBe(0);
  });

  it('lets two replicas together send as much as one', async () => {
    const tallies = inMemoryTallies();
    const replica = () => admitMessages({ tallies, markOf: plainMark });
    const items = Array.from({ length: 20 }, (_, n) => ({ id: `m${n}`, order: aMail({ throttle }) }));
    const [one, other] = [replica(), replica()];
    const answers = await Promise.all(items.map((item, n) => (n % 2 ? one : other)([item], nine)));

    const kinds = answers.flatMap((answer) => [...answer.values()].map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'now')).toHaveLength(2);
    const [tally] = tallies.kept.values();
    expect(tally?.slots.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, n) => later(60 * Math.floor(n / 2))),
    );
  });
});
