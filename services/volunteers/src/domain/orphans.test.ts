import { describe, expect, it } from 'vitest';
import { aBook, place, role } from '../app/testing.ts';
import type { Assignment } from './assignment.ts';
import { oddities, oddRules } from './orphans.ts';

const today = '2026-03-02';
const technion = 'haifa-north-technion';
const given = (roleKey: string, change: Partial<Assignment> = {}): Assignment => ({
  id: roleKey,
  roleKey,
  locationId: technion,
  from: '2026-01-01',
  ...change,
});

describe('what is odd about somebody', () => {
  it('is nothing where a role counts', () => {
    expect(oddities({ assignments: [given('volunteer')] }, aBook(), today)).toEqual([]);
  });

  it('is having no role that counts now or will', () => {
    expect(oddities({ assignments: [given('volunteer', { to: '2026-02-01' })] }, aBook(), today)).toEqual([
      { kind: 'no_role', subject: '' },
    ]);
    expect(oddities({ assignments: [given('volunteer', { from: '2026-04-01' })] }, aBook(), today)).toEqual([]);
  });

  it('is a role or a place that is given no more', () => {
    const roles = [role('volunteer', { active: false })];
    const locations = [{ ...place('haifa', 'north', 'technion'), active: false }];
    expect(oddities({ assignments: [given('volunteer')] }, aBook({ roles, locations }), today)).toEqual([
      { kind: 'inactive_role', subject: 'volunteer' },
      { kind: 'inactive_location', subject: 'haifa/north/technion' },
    ]);
  });

  it('is two roles that nobody may have both of', () => {
    const exclusions = [{ id: 'x', roles: ['volunteer', 'area_manager'] as const, reason: '' }];
    const assignments = [given('volunteer'), given('area_manager')];
    expect(oddities({ assignments }, aBook({ exclusions }), today)).toEqual([
      { kind: 'excluded_roles', subject: 'volunteer + area_manager' },
    ]);
  });
});

describe('what is odd about the rules', () => {
  it('is a rule that reaches nobody, and a channel that no rule names', () => {
    const book = aBook();
    const rules = book.rules.filter(({ roleKey }) => roleKey === 'volunteer');
    expect(oddRules({ ...book, rules }, [])).toEqual([
      { kind: 'unused_rule', subject: 'volunteer → teams' },
      ...['t_area_district', 't_area_district_nat', 't_branches_area_mang', 'branches_manag'].map((subject) => ({
        kind: 'unused_channel',
        subject,
      })),
    ]);
    const held = [{ roleKey: 'volunteer', locationId: technion }];
    expect(oddRules({ ...book, rules }, held).map(({ kind }) => kind)).not.toContain('unused_rule');
  });

  it('is a rule for places where nobody has the role', () => {
    const book = aBook();
    const rules = [{ id: 'r', roleKey: 'volunteer', channelId: 'c5', where: { branch: 'carmel' } }];
    const found = oddRules({ ...book, rules }, [{ roleKey: 'volunteer', locationId: technion }]);
    expect(found[0]).toEqual({ kind: 'unused_rule', subject: 'volunteer → teams' });
  });

  it('is a channel that cannot be used', () => {
    const channels = aBook().channels.map((one) => (one.id === 'c5' ? { ...one, state: 'archived' as const } : one));
    expect(oddRules(aBook({ channels }), []).at(-1)).toEqual({ kind: 'broken_channel', subject: 'teams: archived' });
  });
});
