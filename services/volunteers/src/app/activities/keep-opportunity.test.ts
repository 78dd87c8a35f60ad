import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance, technion } from '../testing/governing.ts';
import { createOpportunityHandler, updateOpportunityHandler } from './keep-opportunity.ts';
import { createShiftHandler } from './keep-shift.ts';
import {
  getOpportunityHandler,
  getShiftHandler,
  listOpportunitiesHandler,
  listShiftsHandler,
} from './read-activities.ts';

const given = { title: ' Soup ', description: '', place: technion, role: '', siteId: '', published: false };
const mona = aCaller('mona');

const limited = () => {
  const governance = aGovernance();
  governance.scopes.managers.set('mona', [technion]);
  return governance;
};

describe('an opportunity', () => {
  it('is kept with who made it', async () => {
    const governance = aGovernance();
    const { id } = await createOpportunityHandler(governance)({ given, caller: aCaller() });
    const { opportunity } = await getOpportunityHandler(governance)({ opportunityId: id, caller: aCaller() });
    expect(opportunity).toMatchObject({ title: 'Soup', createdBy: 'root', version: 1 });
  });

  it.each([
    ['/title', { title: ' ' }],
    ['/branch', { place: { ...technion, branch: 'tecnion' } }],
    ['/role', { role: 'volunter' }],
  ])('names %s where it is wrong', async (pointer, change) => {
    const creating = createOpportunityHandler(aGovernance())({ given: { ...given, ...change }, caller: aCaller() });
    await expect(creating).rejects.toMatchObject({ errors: [{ pointer }] });
  });

  it('beyond the scope is neither made nor seen', async () => {
    const governance = limited();
    const carmel = { ...given, place: { ...technion, branch: 'carmel' } };
    const creating = createOpportunityHandler(governance)({ given: carmel, caller: mona });
    await expect(creating).rejects.toMatchObject({ code: 'volunteers.out_of_scope' });
    const { id: opportunityId } = await createOpportunityHandler(governance)({ given: carmel, caller: aCaller() });
    expect(await listOpportunitiesHandler(governance)(mona)).toEqual([]);
    const asked = { opportunityId, version: 0, given, caller: mona };
    const changing = updateOpportunityHandler(governance)(asked);
    await expect(changing).rejects.toMatchObject({ code: 'volunteers.opportunity_not_found' });
  });

  it('is changed by who read it last', async () => {
    const governance = aGovernance();
    const { id: opportunityId } = await createOpportunityHandler(governance)({ given, caller: aCaller() });
    const change = { opportunityId, version: 1, given: { ...given, title: 'Stew' }, caller: aCaller() };
    expect((await updateOpportunityHandler(governance)(change)).version).toBe(2);
    const stale = updateOpportunityHandler(governance)(change);
    await expect(stale).rejects.toMatchObject({ code: 'volunteers.version_conflict' });
  });
});

describe('a shift', () => {
  const times = (startsAt: string, endsAt: string) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    capacity: 1,
  });

  it.each([
    ['/startsAt', '2026-03-01T10:00:00Z', '2026-03-01T12:00:00Z'],
    ['/endsAt', '2026-03-10T10:00:00Z', '2026-03-10T10:00:00Z'],
    ['/endsAt', '2026-03-10T10:00:00Z', '2026-03-11T10:00:01Z'],
  ])('names %s where it cannot be: %s to %s', async (pointer, startsAt, endsAt) => {
    const governance = aGovernance();
    const { id: opportunityId } = await createOpportunityHandler(governance)({ given, caller: aCaller() });
    const asked = { opportunityId, times: times(startsAt, endsAt), caller: aCaller() };
    await expect(createShiftHandler(governance)(asked)).rejects.toMatchObject({ errors: [{ pointer }] });
  });

  it('is seen within the scope, in the days that are asked for', async () => {
    const governance = limited();
    const shiftId = await governance.aShift();
    await governance.aShift({ place: { ...technion, branch: 'carmel' } });
    const list = (from: string, to: string) => listShiftsHandler(governance)({ from, to, caller: mona });
    expect((await list('', '')).map(({ shift }) => shift.id)).toEqual([shiftId]);
    expect(await list('2026-03-11', '2026-03-12')).toEqual([]);
    await expect(list('tomorrow', '')).rejects.toMatchObject({ code: 'volunteers.bad_date' });
    expect((await getShiftHandler(governance)({ shiftId, caller: mona })).opportunity.title).toBe('Soup');
  });

  it('that there is not is not found', async () => {
    const asking = getShiftHandler(aGovernance())({ shiftId: 'none', caller: aCaller() });
    await expect(asking).rejects.toMatchObject({ code: 'volunteers.shift_not_found' });
  });
});
