import { describe, expect, it } from 'vitest';
import {
  type Application,
  apply,
  beginApproval,
  confirm,
  finishApproval,
  giveUpApproval,
  refuse,
} from './application.ts';
import { applicationDueAt, isForgotten } from './application-due.ts';

const at = (iso: string): Date => new Date(`2026-03-${iso}:00Z`);
const first = at('02T08:00');
const applicant = {
  firstName: 'Noa',
  lastName: 'Levi',
  email: 'noa@x.org',
  phone: '',
  locationId: 'l1',
  wish: '',
  language: 'en',
  privacyNoticeVersion: 1,
};

function applied(known?: Application, now = first, nonce = 'n1'): Application {
  const next = apply(known, { id: 'a1', nonce, applicant, now });
  if (!next) throw new Error('nothing came of it');
  return next;
}

function confirmed(): Application {
  const next = confirm(applied(), 'n1', first);
  if (!next) throw new Error('the link did not count');
  return next;
}

describe('applying again', () => {
  it('within ten minutes changes nothing, so that nobody is flooded', () => {
    const given = { id: 'a2', nonce: 'n2', applicant, now: at('02T08:09') };
    expect(apply(applied(), given)).toBeUndefined();
  });

  it('later makes the same application new, and the older link count no more', () => {
    const again = applied(applied(), at('02T09:00'), 'n2');
    expect([again.id, again.version, again.appliedAt]).toEqual(['a1', 2, first]);
    expect(confirm(again, 'n1', at('02T09:01'))).toBeUndefined();
  });

  it('more than five times changes nothing, whoever goes on', () => {
    const hours = [9, 10, 11, 12].map((hour) => at(`02T${String(hour).padStart(2, '0')}:00`));
    const fifth = hours.reduce((known, now) => applied(known, now), applied());
    expect(apply(fifth, { id: 'a2', nonce: 'n2', applicant, now: at('03T08:00') })).toBeUndefined();
  });

  it('while it waits for a decision changes nothing', () => {
    expect(apply(confirmed(), { id: 'a2', nonce: 'n2', applicant, now: at('09T08:00') })).toBeUndefined();
  });
});

describe('confirming', () => {
  it('brings it into the queue, and twice is once', () => {
    const application = confirmed();
    expect(application.state).toBe('waiting');
    expect(confirm(application, 'n1', at('02T09:00'))).toBe(application);
  });

  it('counts for 48 hours', () => {
    expect(confirm(applied(), 'n1', at('04T07:59'))?.state).toBe('waiting');
    expect(confirm(applied(), 'n1', at('04T08:00'))).toBeUndefined();
  });
});

describe('what is kept', () => {
  const days = (count: number): Date => new Date(first.getTime() + count * 86_400_000);

  it('without a confirmed address is forgotten after 7 days', () => {
    expect(applicationDueAt(applied())).toEqual(days(7));
    expect([isForgotten(applied(), days(6)), isForgotten(applied(), days(7))]).toEqual([false, true]);
  });

  it('waits for ever for a decision', () => {
    expect(applicationDueAt(confirmed())).toBeUndefined();
  });

  it('is forgotten 30 days after it was refused', () => {
    expect(applicationDueAt(refuse(confirmed(), 'root', 'No', first))).toEqual(days(30));
  });
});

describe('an approval', () => {
  const claim = { volunteerId: 'v1', roleKey: 'volunteer', by: 'mona', now: first };

  it('is looked after when whoever began it does not end it', () => {
    expect(applicationDueAt(beginApproval(confirmed(), claim))).toEqual(at('02T08:01'));
    expect(isForgotten(beginApproval(confirmed(), claim), at('09T08:00'))).toBe(false);
  });

  it('is whose it was that began it', () => {
    const next = finishApproval(beginApproval(confirmed(), claim), { volunteerId: 'v1', by: '', now: at('02T09:00') });
    expect([next.state, next.decidedBy, next.volunteerId, next.approval]).toEqual([
      'approved',
      'mona',
      'v1',
      undefined,
    ]);
  });

  it('that is given up leaves it waiting', () => {
    const next = giveUpApproval(beginApproval(confirmed(), claim));
    expect([next.state, next.approval]).toEqual(['waiting', undefined]);
  });
});
