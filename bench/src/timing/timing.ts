import { randomUUID } from 'node:crypto';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { IdentityService, Method } from '@guildhall/contracts/identity/v1/service';
import { client } from '@guildhall/messaging';
import type { Trial } from '../platform/trial.ts';
import { type Differences, differencesOf, type Pair } from './differences.ts';

export type Timed = Readonly<{ asking: Differences; guessing: Differences }>;

/** What one address may ask for in an hour is 20; each known one once, so that none of them has to wait. */
const pairsPerHour = 9;
const hour = { advanceSeconds: 3_601 };

/** How much longer it takes to ask for a code, and to guess one, for an address that somebody has than for one of nobody. */
export async function timeAddresses(trial: Trial, pairs: number): Promise<Timed> {
  const known = Array.from({ length: pairsPerHour }, (_, index) => `known-${index}@example.org`);
  for (const value of known) await own(trial, value);
  say(`asking for ${pairs} pairs of codes`);
  const [asking, guessing]: [Pair[], Pair[]] = [[], []];
  for (let n = 0; n < pairs; n += 1) {
    if (n % pairsPerHour === 0) await call(`${trial.platform.sandboxUrl}/sandbox/clock`, 'PUT', hour);
    const both = [known[n % pairsPerHour] ?? '', `${randomUUID()}@example.org`] as const;
    // In turns, so that being first is nobody's advantage.
    const first = await ask(trial, both[n % 2] ?? '');
    const second = await ask(trial, both[1 - (n % 2)] ?? '');
    const [ofKnown, ofUnknown] = n % 2 === 0 ? [first, second] : [second, first];
    asking.push({ known: ofKnown.askMs, unknown: ofUnknown.askMs });
    guessing.push({ known: ofKnown.guessMs, unknown: ofUnknown.guessMs });
  }
  return { asking: differencesOf(asking), guessing: differencesOf(guessing) };
}

async function own({ bus }: Trial, value: string): Promise<void> {
  const identity = client(bus, IdentityService, { timeoutMs: 10_000 });
  await identity.createPerson({ firstName: 'Known', lastName: 'Owner', contacts: [{ method: Method.EMAIL, value }] });
}

async function ask({ webPort }: Trial, value: string) {
  const challenges = `http://127.0.0.1:${webPort}/api/auth/challenges`;
  const startedAt = performance.now();
  const { status, body } = await call(challenges, 'POST', { method: 'email', value });
  const askedAt = performance.now();
  if (status !== 202) throw new Error(`a code was refused with status ${status}`);
  const guess = await call(`${challenges}/${String(body['challengeId'])}/verify`, 'POST', { code: '000000' });
  const guessedAt = performance.now();
  if (guess.body['code'] !== 'identity.wrong_code') throw new Error(`a guess was answered with status ${guess.status}`);
  return { askMs: askedAt - startedAt, guessMs: guessedAt - askedAt };
}

async function call(url: string, method: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Readonly<Record<string, unknown>> };
}
