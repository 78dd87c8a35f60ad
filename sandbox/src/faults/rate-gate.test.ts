import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { RateGate } from './rate-gate.ts';

const slack: Fault = { provider: 'slack', effect: 'rate-limit' };

/** How many calls at the same moment get through. */
function through(path: string, recipient = '', fault = slack): number {
  const gate = new RateGate();
  let count = 0;
  while (count < 1_000 && gate.waitSeconds(fault, [path, recipient], 0) === undefined) count += 1;
  return count;
}

describe('the limits that Slack publishes', () => {
  it.each([
    ['/slack/api/chat.postMessage', 1],
    ['/slack/services/T0/B0NORTH/x', 1],
    ['/slack/api/users.list', 20],
    ['/slack/api/users.lookupByEmail', 50],
    ['/slack/api/chat.postEphemeral', 100],
  ])('%s: %i at once', (path, calls) => {
    expect(through(path)).toBe(calls);
  });

  it('are each channel’s own for messages', () => {
    const gate = new RateGate();
    const post = (to: string, at: number) => gate.waitSeconds(slack, ['/slack/api/chat.postMessage', to], at);
    expect([post('#a', 0), post('#b', 0), post('#a', 500), post('#a', 1_000)]).toEqual([
      undefined,
      undefined,
      1,
      undefined,
    ]);
  });

  it('say after how many seconds there is room', () => {
    const gate = new RateGate();
    const list = (at: number) => gate.waitSeconds(slack, ['/slack/api/users.list', ''], at);
    for (let call = 0; call < 20; call += 1) list(0);
    expect([list(15_000), list(59_999), list(60_000)]).toEqual([45, 1, undefined]);
  });
});

it('a limit of one’s own is for everything that the fault matches', () => {
  expect(through('/twilio/x', '+447700900123', { provider: 'twilio', effect: 'rate-limit', limit: 7 })).toBe(7);
});
