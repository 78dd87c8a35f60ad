import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { comeIn, type InMemoryIdentity, inMemoryIdentity } from '../testing.ts';

const dayMs = 86_400_000;
let clock: TestClock;
let identity: InMemoryIdentity;
let challengeId: string;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
  challengeId = (await identity.createChallenge({ method: 'email', value: 'ada@example.org' })).id;
});

describe('a challenge', () => {
  it('shows what the notifier told of its message', async () => {
    expect(await identity.getChallenge({ challengeId })).toMatchObject({ state: 'pending' });
    await identity.recordDelivery({ challengeId, delivery: 'failed' });
    expect(await identity.getChallenge({ challengeId })).toMatchObject({ state: 'send_failed' });
  });

  it('is stored once however often a report is repeated', async () => {
    await identity.recordDelivery({ challengeId, delivery: 'sent' });
    await identity.recordDelivery({ challengeId, delivery: 'sent' });
    expect(identity.contacts.all()[0]?.version).toBe(2);
  });

  it('lets a report about something unknown pass', async () => {
    await expect(identity.recordDelivery({ challengeId: 'gone', delivery: 'sent' })).resolves.toBeUndefined();
  });

  it('is not found under an id that never was', async () => {
    await expect(identity.getChallenge({ challengeId: 'gone' })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('forgetting a contact', () => {
  const forget = () => identity.forgetContact({ contactId: identity.contacts.all()[0]!.id });

  it('removes it a day after its last code', async () => {
    clock.advance(dayMs - 1);
    await forget();
    expect(identity.contacts.all()).toHaveLength(1);
    clock.advance(1);
    await forget();
    expect(identity.contacts.all()).toEqual([]);
  });

  it('spares one that somebody owns', async () => {
    clock.advance(30_000);
    await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    clock.advance(2 * dayMs);
    await forget();
    expect(identity.contacts.all()).toHaveLength(1);
  });
});
