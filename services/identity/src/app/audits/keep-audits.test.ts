import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../domain/audit.ts';
import { arrive, inMemoryTrail, inMemoryWorld } from '../world.testing.ts';
import { keepAuditsHandler } from './keep-audits.ts';

const clock = testClock('2026-03-02T08:55:00Z');
const at = clock.now();

async function told() {
  const world = inMemoryWorld(clock);
  const [ada, root] = [await arrive(world, 'Ada'), await arrive(world, 'Root')];
  const kept: AuditEntry[] = [];
  const auditTrail = inMemoryTrail(kept);
  const handle = keepAuditsHandler({ people: world.people, auditTrail });
  const entry = (more: Partial<AuditEntry>): AuditEntry => ({
    at,
    action: 'login',
    subjectId: ada.person.id,
    via: 'web',
    ip: '192.0.2.7',
    userAgent: 'Firefox',
    ...more,
  });
  return { ...world, ada, root, kept, entry, handle };
}

describe('entries that arrive', () => {
  it('are kept as they were said', async () => {
    const { handle, kept, entry } = await told();
    await handle([{ id: 'm1', entry: entry({}) }]);
    expect(kept).toEqual([entry({})]);
  });

  it('say nothing of where an erased person acted', async () => {
    const { handle, kept, entry, ada, root, ...world } = await told();
    await world.erasePerson({ personId: ada.person.id, caller: ada.caller });
    const byAda = entry({ actorId: ada.person.id, subjectId: root.person.id, action: 'person.roles_changed' });
    await handle([
      { id: 'm1', entry: entry({}) },
      { id: 'm2', entry: byAda },
    ]);
    expect(kept).toEqual([entry({ ip: '', userAgent: '' }), { ...byAda, ip: '', userAgent: '' }]);
  });

  it('still say where somebody else did something to an erased person', async () => {
    const { handle, kept, entry, ada, root, ...world } = await told();
    await world.erasePerson({ personId: ada.person.id, caller: ada.caller });
    const byRoot = entry({ actorId: root.person.id, action: 'person.erased', via: 'admin' });
    await handle([{ id: 'm1', entry: byRoot }]);
    expect(kept).toEqual([byRoot]);
  });
});
