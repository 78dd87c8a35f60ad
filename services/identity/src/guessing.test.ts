import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { restOf } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from './domain/challenge.ts';
import type { ContactFact } from './domain/contact.ts';
import {
  anonymousCaller,
  inMemoryAccessTokens,
  inMemoryAdministrators,
  inMemoryContacts,
  inMemoryPeople,
  inMemorySessions,
  inMemoryTextBudgets,
  predictableSecrets,
  rules,
} from './app/testing.ts';
import { inMemoryAppTokens, inMemoryDevices, plainTokens } from './app/credentials.testing.ts';
import type { Codes } from './app/ports.ts';
import { useCases } from './app/use-cases.ts';

const guesses = 1_000_000;
const possible = 1_000_000;
/** A hundred guesses a second: all of them within three hours. */
const stepMs = 10;
const email = 'ada@example.org';

const anyCode = (): string => String(randomInt(possible)).padStart(6, '0');

/** As random as the real ones, and faster to compare. */
function plainCodes(): Codes {
  let made = 0;
  return {
    make: () => {
      const code = anyCode();
      return { challengeId: `challenge-${(made += 1)}`, code, codeHash: code };
    },
    matches: ({ codeHash }, code) => codeHash === code,
  };
}

/** The service over memory. */
function identityOf(clock: TestClock) {
  const facts: Readonly<{ type: string }>[] = [];
  const given = {
    contacts: inMemoryContacts(facts),
    people: inMemoryPeople(facts),
    sessions: inMemorySessions(facts),
    accessTokens: inMemoryAccessTokens(facts),
    appTokens: inMemoryAppTokens(facts),
    devices: inMemoryDevices(facts),
    signedTokens: plainTokens,
    administrators: inMemoryAdministrators(),
    textBudgets: inMemoryTextBudgets(),
    textsRunLow: () => undefined,
    audits: { record: async () => undefined },
    phones: { normalise: (value: string) => value },
    ...predictableSecrets(),
    codes: plainCodes(),
    clock,
  };
  const sent = (value: string): string =>
    facts
      .filter((said): said is ContactFact & { code: string } => said.type === 'code-requested')
      .findLast(({ contact }) => contact.value === value)?.code ?? '';
  return { ...useCases(given, rules), sent };
}

type Identity = ReturnType<typeof identityOf>;

async function enter(identity: Identity, method: 'email' | 'sms', value: string) {
  const { id: challengeId } = await identity.createChallenge({ method, value });
  return identity.verifyChallenge({ challengeId, code: identity.sent(value), caller: anonymousCaller });
}

/** What one address may ask for within an hour, as the gateway counts it. */
const asksPerHour = restOf(IdentityService.method.createChallenge).limits[0]?.count ?? 0;

type Outcome = Readonly<{ compared: number; successes: number; refused: number }>;

/** Somebody who asks for a code whenever one may be asked for, and guesses all the time, from so many addresses. */
async function attack(identity: Identity, clock: TestClock, addresses: number): Promise<Outcome> {
  const asked = Array.from({ length: addresses }, () => ({ count: 0, hour: -1 }));
  const outcome = { compared: 0, successes: 0, refused: 0 };
  let challengeId = 'none';
  for (let n = 0; n < guesses; n += 1) {
    clock.advance(stepMs);
    const address = asked[n % addresses]!;
    const hour = Math.floor(clock.now().getTime() / 3_600_000);
    if (address.hour !== hour) Object.assign(address, { hour, count: 0 });
    if (address.count < asksPerHour && n % 100 === 0) {
      address.count += 1;
      const made = await identity.createChallenge({ method: 'email', value: email }).catch(() => undefined);
      challengeId = made?.id ?? challengeId;
    }
    await identity.verifyChallenge({ challengeId, code: anyCode(), caller: anonymousCaller }).then(
      () => void (outcome.successes += 1),
      (error: unknown) => {
        const wasCompared = error instanceof AppError && error.code === 'identity.wrong_code';
        outcome[wasCompared ? 'compared' : 'refused'] += 1;
      },
    );
  }
  return outcome;
}

describe.each([1, 1_000])('a million guesses at one owner’s codes from %i addresses', (addresses) => {
  const clock = testClock('2026-03-02T08:55:00Z');
  const identity = identityOf(clock);
  const depth = Error.stackTraceLimit;
  let outcome: Outcome;

  beforeAll(async () => {
    Error.stackTraceLimit = 0;
    const first = await enter(identity, 'email', email);
    if (first.status !== 'needs-name') throw new Error('the address is new');
    const { registrationToken } = first;
    await identity.register({ registrationToken, firstName: 'Ada', lastName: 'Lovelace', caller: anonymousCaller });
    clock.advance(60_000);
    outcome = await attack(identity, clock, addresses);
  }, 300_000);
  afterAll(() => {
    Error.stackTraceLimit = depth;
  });

  it('were all made, and hardly any was compared with a code', () => {
    const { compared, successes, refused } = outcome;
    expect(compared + successes + refused).toBe(guesses);
    expect(compared).toBeGreaterThan(0);
    // Ten within an hour lock, and a lock lasts a quarter of one.
    const hours = (guesses * stepMs) / 3_600_000;
    expect(compared).toBeLessThanOrEqual(limits.failuresPerHour * Math.ceil(hours + 1));
  });

  it('succeed 0.01 times at most', () => {
    expect((outcome.compared + outcome.successes) / possible).toBeLessThanOrEqual(0.01);
  });

  it('leave the owner able to get in', async () => {
    clock.advance(limits.windowMs);
    expect(await enter(identity, 'email', email)).toMatchObject({ status: 'signed-in' });
  });
});
