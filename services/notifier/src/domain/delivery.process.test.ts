import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, expire, fail, type Outcome, postpone, succeed } from './delivery.ts';
import { type Attempt, isExpired, isSettled, type Message } from './message.ts';
import { aMessage, later, nine } from './testing.ts';

/** What can happen to a message, in the order in which it happens. */
type Input = 'accepted' | 'unavailable' | 'slow-down' | 'rested' | 'refused' | 'claimed' | 'postponed' | 'too-late';

const inputs: readonly Input[] = [
  'accepted',
  'unavailable',
  'slow-down',
  'rested',
  'refused',
  'claimed',
  'postponed',
  'too-late',
];

function follow(message: Message, input: Input, at: Date): Outcome {
  const attempt: Attempt = { at, provider: 'smtp', outcome: 'failed', durationMs: 1 };
  const trouble = { permanent: false, attempted: true, reason: 'It is failing.' };
  switch (input) {
    case 'accepted':
      return succeed(message, { ...attempt, outcome: 'sent' }, at);
    case 'unavailable':
      return fail(message, attempt, trouble, at, 0.5);
    case 'slow-down':
      return fail(message, attempt, { ...trouble, retryAfterSeconds: 30 }, at, 0.5);
    case 'rested':
      return fail(message, attempt, { ...trouble, attempted: false, retryAfterSeconds: 5 }, at, 0.5);
    case 'refused':
      return fail(message, attempt, { ...trouble, permanent: true }, at, 0.5);
    case 'claimed':
      return claim(message, at);
    case 'postponed':
      return postpone(message, at, 1_000);
    case 'too-late':
      return expire(message, at);
  }
}

/** Runs a script until the message is settled; a minute passes between inputs. */
function run(script: readonly Input[], message = aMessage()) {
  const facts: string[] = [];
  let current = message;
  let at = nine;
  for (const input of script) {
    if (isSettled(current)) break;
    at = later(60, at);
    const { next, facts: told } = follow(current, input, at);
    facts.push(...told.map(({ type }) => type));
    current = next;
  }
  return { message: current, facts, at };
}

describe('the way of a message', () => {
  it.each<readonly [readonly Input[], string, readonly string[]]>([
    [['accepted'], 'sent', ['message-sent']],
    [['unavailable', 'claimed', 'accepted'], 'sent', ['message-sent']],
    [['slow-down', 'claimed', 'slow-down', 'claimed', 'accepted'], 'sent', ['message-sent']],
    [['rested', 'claimed', 'rested', 'claimed', 'accepted'], 'sent', ['message-sent']],
    [['refused', 'accepted'], 'failed', ['message-failed']],
    [['unavailable', 'too-late', 'accepted'], 'expired', ['message-failed']],
    [['postponed', 'claimed', 'unavailable'], 'requested', []],
  ])('%j ends as %s', (script, status, facts) => {
    expect(run(script)).toMatchObject({ message: { status }, facts });
  });

  it('tells exactly one fact when it ends and none before, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...inputs), { maxLength: 40 }), (script) => {
        const { message, facts } = run(script);
        expect(facts).toHaveLength(isSettled(message) ? 1 : 0);
      }),
    );
  });

  it('raises the version by one at each step and always has a due time: when it ends, that of being forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...inputs), { minLength: 1, maxLength: 40 }), (script) => {
        const steps: Message[] = [aMessage()];
        for (let length = 1; length <= script.length; length += 1) steps.push(run(script.slice(0, length)).message);
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1] ?? { ...step, version: step.version - 1, status: 'requested' };
          expect(step.version - before.version).toBe(isSettled(before) ? 0 : 1);
          const days = ((step.dueAt?.getTime() ?? NaN) - nine.getTime()) / 86_400_000;
          expect(days >= 30).toBe(isSettled(step));
        }
      }),
    );
  });

  it('is never tried after it expires', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Input>('unavailable', 'slow-down', 'rested'), { maxLength: 12 }),
        (script) => {
          const expiresAt = later(400);
          const { message } = run(script, aMessage({ expiresAt }));
          const { dueAt = nine } = message;
          expect(!isSettled(message) && isExpired(message, dueAt)).toBe(false);
        },
      ),
    );
  });
});
