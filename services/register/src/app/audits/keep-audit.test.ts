import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../domain/audit.ts';
import { inMemoryAudits, inMemoryPeople } from '../testing.ts';
import { keepAuditHandler } from './keep-audit.ts';

const entry: AuditEntry = {
  id: 'v1-c2',
  at: new Date('2026-03-02T09:00:00Z'),
  action: 'visit.correct',
  actorId: 'alex',
  subjectId: 'ada',
  siteId: 'vw',
  via: 'admin',
  ip: '192.0.2.7',
  userAgent: 'Firefox',
};

const aList = () => {
  const [people, audits] = [inMemoryPeople(), inMemoryAudits()];
  const keep = keepAuditHandler({ people, audits });
  return { people, keep, kept: () => [...audits.entries.values()] };
};

describe('an entry that rode in a change', () => {
  it('is in the list once, however often it is delivered', async () => {
    const { keep, kept } = aList();
    await keep(entry);
    await keep(entry);
    expect(kept()).toEqual([entry]);
  });

  it('tells nothing of whoever did it and was erased meanwhile', async () => {
    const { people, keep, kept } = aList();
    await people.forget('alex');
    await keep(entry);
    expect(kept()).toEqual([{ ...entry, actorId: '', ip: '', userAgent: '' }]);
  });

  it('tells nothing of whom it was about and who was erased meanwhile', async () => {
    const { people, keep, kept } = aList();
    await people.forget('ada');
    await keep(entry);
    expect(kept()).toEqual([{ ...entry, subjectId: '' }]);
  });
});
