import { describe, expect, it } from 'vitest';
import { chaosReport } from './chaos-report.ts';
import { Ledger } from './ledger.ts';

function report(): string {
  const ledger = new Ledger();
  ledger.successes.push(1_100, 1_900, 2_500);
  ledger.setbacks.push({ at: 1_200, how: '503 gateway.no_responder' }, { at: 2_200, how: 'ECONNRESET' });
  return chaosReport({
    at: new Date('2026-03-02T09:05:00Z'),
    command: 'npm run chaos',
    machine: '2 cores',
    beganAt: 1_000,
    endedAt: 3_000,
    settledAfterMs: 1_234,
    ledger,
    strikes: [
      { what: 'register', at: 1_050 },
      { what: 'nats', at: 2_000 },
    ],
    findings: [
      { promise: 'mails lost', seen: '0 of 3', isKept: true },
      { promise: 'notices lost', seen: '1 of 3', isKept: false },
    ],
  });
}

const lineWith = (text: string): string | undefined =>
  report()
    .split('\n')
    .find((line) => line.includes(text))
    ?.replaceAll(/ +/g, ' ');

describe('the report of a chaos run', () => {
  it('says which promise was kept and which was not', () => {
    expect(lineWith('mails lost')).toBe('| mails lost | 0 of 3 | kept |');
    expect(lineWith('notices lost')).toBe('| notices lost | 1 of 3 | BROKEN |');
  });

  it('says for each kill how long nothing succeeded and what failed until the next one', () => {
    expect(lineWith('| register')).toBe('| register | 0.1 | 800 | 1 |');
    expect(lineWith('| nats')).toBe('| nats | 1.0 | 500 | 1 |');
  });

  it('names every kind of failure', () => {
    expect(report()).toContain('1 × 503 gateway.no_responder, 1 × ECONNRESET');
  });

  it('says how long the last delivery took', () => expect(report()).toContain('1.2 s after the last one'));
});
