import { describe, expect, it } from 'vitest';
import type { Fault } from '../faults/fault.ts';
import { clock, faults, tabs } from './panels.ts';
import type { View } from './view.ts';

const view = (more: Partial<View> = {}): View => ({
  query: {},
  listed: [],
  found: 0,
  shown: undefined,
  conversation: [],
  counts: { email: 2, sms: 0, slack: 3, push: 1 },
  now: new Date('2030-01-02T03:04:05Z'),
  offsetMs: 0,
  faults: [],
  ...more,
});

describe('the tabs', () => {
  it('count the messages of each channel, and of all', () => {
    const counts = [...tabs(view()).text.matchAll(/class="count">(\d+)/g)].map(([, count]) => count);
    expect(counts).toEqual(['6', '2', '0', '3', '1']);
  });

  it('keep what is searched for, and mark the one that is open', () => {
    const { text } = tabs(view({ query: { q: 'a b', channel: 'sms', m: 'x' } }));
    expect(text).toContain('href="/?q=a+b&amp;channel=email"');
    expect(text).toContain('href="/?q=a+b&amp;channel=sms" aria-current="page"');
  });
});

describe('the clock', () => {
  it('offers the way back only when it was moved', () => {
    expect(clock(view()).text).not.toContain('Back to real time');
    expect(clock(view({ offsetMs: 1 })).text).toContain('Back to real time');
  });

  it('shows the time without a script too', () => {
    expect(clock(view()).text).toContain('2030-01-02 03:04:05 UTC');
  });
});

describe('the faults', () => {
  it('are not there when nothing fails', () => {
    expect(faults(view())).toBeUndefined();
  });

  it.each<[Fault, string]>([
    [{ provider: 'smtp', status: 451, times: 1 }, 'smtp answers 451 1 more time'],
    [{ provider: 'slack', effect: 'reset', match: '#north' }, 'slack reset for “#north”'],
    [{ provider: 'twilio', delayMs: 200, forSeconds: 9.5 }, 'twilio after 200 ms for 10 s more'],
  ])('%j are told as a sentence', (fault, sentence) => {
    expect(faults(view({ faults: [fault] }))?.text).toContain(sentence);
  });

  it('are escaped', () => {
    const { text = '' } = faults(view({ faults: [{ provider: 'slack', status: 500, match: '<b>' }] })) ?? {};
    expect(text).toContain('“&lt;b&gt;”');
  });
});
