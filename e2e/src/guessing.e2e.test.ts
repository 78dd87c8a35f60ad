import { beforeAll, describe, expect, it } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { addPerson, type Contact, newEmail, signIn } from './platform/people.ts';
import { clock, codeIn, messagesTo } from './platform/sandbox.ts';
import { medianWithin } from './timing/median.ts';

type Asked = Readonly<{ challengeId: string }>;

const ask = (contact: Contact) => newDevice().call<Asked>('POST', '/api/auth/challenges', { body: contact });
const guess = (challengeId: string, code: string) =>
  newDevice().call<{ code: string }>('POST', `/api/auth/challenges/${challengeId}/verify`, { body: { code } });

/** A guess that is never the code: how often one would be is arithmetic, and no matter of this test's luck. */
async function wrongCode({ value }: Contact, nth: number): Promise<string> {
  const sent = new Set((await messagesTo('email', value)).map(codeIn));
  const numbers = Array.from({ length: sent.size + 1 }, (_, i) => String((nth * 7_919 + i) % 1_000_000));
  const codes = numbers.map((number) => number.padStart(6, '0'));
  return codes.find((code) => !sent.has(code)) ?? expect.fail('every guess is a code');
}

/** For an hour, asks for codes and tries as many guesses as are taken; how many that were. */
async function attack(contact: Contact): Promise<number> {
  let tried = 0;
  const endsAt = (await clock.now()).getTime() + 3_600_000;
  for (let now = 0; now < endsAt; now = (await clock.advance(120)).getTime()) {
    const { status, json } = await ask(contact);
    if (status !== 202) continue;
    for (let isTaken = true; isTaken;) {
      const answer = await guess(json.challengeId, await wrongCode(contact, tried));
      isTaken = answer.json.code === 'identity.wrong_code';
      if (isTaken) tried += 1;
    }
  }
  return tried;
}

describe('whoever guesses codes', () => {
  const hours = 3;
  let owner: Contact;
  let tried = 0;
  beforeAll(async () => {
    ({ contact: owner } = await addPerson());
    for (let hour = 0; hour < hours; hour += 1) tried += await attack(owner);
  });

  it('has a dozen guesses at an address in an hour, from wherever: a million codes make 0.01 successes in a month', () => {
    expect(tried).toBeGreaterThan(0);
    const perHour = tried / hours;
    expect(perHour).toBeLessThanOrEqual(13.5);
    expect((perHour * 24 * 30) / 1_000_000).toBeLessThanOrEqual(0.01);
  });

  it('does not shut the owner out for longer than the lock', async () => {
    await clock.advance(3_601);
    expect((await signIn(owner)).device.cookie()).not.toBe('');
  });
});

describe('an address that is known and one that is not', () => {
  /** Each is asked for once within an hour: a code that had to be waited for would be another answer. */
  const everybody: Contact[] = [];
  let known: Contact;
  beforeAll(async () => {
    for (let n = 0; n < 9; n += 1) everybody.push((await addPerson()).contact);
    [known] = everybody as [Contact];
  });

  it('are answered alike: same status, same fields, the same wrong code', async () => {
    await clock.advance(3_601);
    const answers = [await ask(known), await ask(newEmail())] as const;
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(Object.keys(answers[0].json)).toEqual(Object.keys(answers[1].json));
    const guesses = await Promise.all(answers.map(({ json }) => guess(json.challengeId, '00000x')));
    expect(guesses[0]?.status).toBe(guesses[1]?.status);
    expect(guesses[0]?.json.code).toBe(guesses[1]?.json.code);
  });

  it('are answered equally fast, within a millisecond', async () => {
    const [asking, guessing]: [number[], number[]] = [[], []];
    for (let round = 0; round < 120; round += 1) {
      // Nine pairs stay below what one source may ask for in an hour.
      if (round % 9 === 0) await clock.advance(3_601);
      const one = everybody[round % 9] ?? known;
      const people: readonly [Contact, Contact] = round % 2 === 0 ? [one, newEmail()] : [newEmail(), one];
      const sign = round % 2 === 0 ? 1 : -1;
      const [first, second] = [await timed(people[0]), await timed(people[1])];
      asking.push(sign * (first.asking - second.asking));
      guessing.push(sign * (first.guessing - second.guessing));
    }
    for (const differences of [asking, guessing]) expect(medianWithin(differences, 1)).toBe(true);
  });
});

async function timed(contact: Contact): Promise<{ asking: number; guessing: number }> {
  const startedAt = performance.now();
  const asked = await ask(contact);
  const askedAt = performance.now();
  await guess(content(asked, 202).challengeId, await wrongCode(contact, 1));
  return { asking: askedAt - startedAt, guessing: performance.now() - askedAt };
}
