import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { Ledger } from './ledger.ts';
import { recordKey } from './records.ts';
import { noticeKey } from './sinks.ts';

const came = { personId: 'p', displayName: 'Ada Chaos', siteId: 'north', direction: 'in', visitId: 'v' } as const;
const left = { ...came, direction: 'out' } as const;

/** A run in which everything went well. */
function evidence() {
  const ledger = new Ledger();
  ledger.moved(came);
  ledger.moved(left);
  ledger.mailed({ address: 'a@example.org', challengeId: 'c' });
  const keys = () => new Set([recordKey('v', 'in'), recordKey('v', 'out')]);
  const notices = new Map([
    [noticeKey(came), 1],
    [noticeKey(left), 1],
  ]);
  const sinks = { notices, mails: new Map([['<1@x>', 1]]), mailed: new Set(['a@example.org']) };
  return { ledger, records: { stored: keys(), audited: keys(), visitors: 1 }, sinks, kills: 2, left: [] as string[] };
}

const broken = (given: ReturnType<typeof evidence>): string[] =>
  judge(given)
    .filter(({ isKept }) => !isKept)
    .map(({ promise, seen }) => `${promise}: ${seen}`);

describe('the judge', () => {
  it('finds nothing where everything went well', () => expect(broken(evidence())).toEqual([]));

  it('finds a movement that the store does not have', () => {
    const given = evidence();
    given.records.stored.delete(recordKey('v', 'out'));
    expect(broken(given)).toEqual(['acknowledged movements missing in the store: 1 of 2: v out']);
  });

  it('finds a movement without an audit entry', () => {
    const given = evidence();
    given.records.audited.clear();
    expect(broken(given)).toEqual(['acknowledged movements missing in the audit entries: 2 of 2: v in; v out']);
  });

  it('finds a sign-in that was not counted', () => {
    const given = evidence();
    given.records.visitors = 0;
    expect(broken(given)).toEqual(['acknowledged sign-ins missing in the statistics: 1 of 1: somebody']);
  });

  it('finds a notice and a mail that reached nobody', () => {
    const given = evidence();
    given.sinks.notices.delete(noticeKey(left));
    given.sinks.mailed.clear();
    expect(broken(given)).toEqual([
      'Slack notices lost: 1 of 2: north out Ada Chaos',
      'login mails lost: 1 of 1: a@example.org',
    ]);
  });

  it('allows one delivery twice for each kill, and no more', () => {
    const given = evidence();
    given.sinks.notices.set(noticeKey(came), 3);
    expect(broken(given)).toEqual([]);
    given.sinks.mails.set('<1@x>', 2);
    expect(broken(given)).toEqual(['deliveries twice, at most one per kill: 3 in 2 kills']);
  });

  it('finds answers that nobody should get, and what is left for a person', () => {
    const given = evidence();
    given.ledger.unexpected.push('500 gateway.internal_error', '500 gateway.internal_error');
    given.left.push('notifier is not ready');
    expect(broken(given)).toEqual([
      'answers that nobody should get: 2: 500 gateway.internal_error',
      'left for a person to mend: 1: notifier is not ready',
    ]);
  });

  it('is not content with a run in which nothing happened', () => {
    expect(broken({ ...evidence(), ledger: new Ledger() }).length).toBeGreaterThan(0);
  });
});
