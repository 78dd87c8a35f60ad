import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance } from '../testing/governing.ts';
import { cancelShiftHandler, updateShiftHandler } from './keep-shift.ts';
import { myOpportunitiesHandler, myShiftsHandler } from './my-activities.ts';
import { leaveShiftsHandler, shiftDueHandler } from './shift-due.ts';
import { signUpHandler, withdrawHandler } from './sign-up.ts';

async function people(count: number) {
  const governance = aGovernance();
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  for (const id of ids) await governance.person(id);
  const lettersOf = async (email: string) =>
    (await governance.toldOfShifts()).filter(({ to }) => 'email' in to && to.email === email).map(({ about }) => about);
  return { ...governance, ids, lettersOf };
}

describe('signing up', () => {
  it('never gives more places than there are, however many ask at once', async () => {
    const governance = await people(12);
    const shiftId = await governance.aShift({ capacity: 3 });
    const signUp = signUpHandler(governance);
    await Promise.all(governance.ids.map((id) => signUp({ shiftId, caller: aCaller(id) })));
    const states = governance.shifts.stored.get(shiftId)?.places.map(({ state }) => state) ?? [];
    expect([states.filter((state) => state === 'confirmed').length, states.length]).toEqual([3, 12]);
  });

  it('is for volunteers', async () => {
    const governance = await people(0);
    const signing = signUpHandler(governance)({ shiftId: await governance.aShift(), caller: aCaller('nobody') });
    await expect(signing).rejects.toMatchObject({ code: 'volunteers.not_a_volunteer' });
  });

  it('and withdrawing by who is none changes nothing', async () => {
    const governance = await people(0);
    const shiftId = await governance.aShift();
    const { volunteerId } = await withdrawHandler(governance)({ shiftId, caller: aCaller('nobody') });
    expect([volunteerId, governance.shifts.stored.get(shiftId)?.version]).toEqual(['', 1]);
  });

  it('needs the role, where the opportunity does', async () => {
    const governance = await people(1);
    const shiftId = await governance.aShift({ role: 'branch_manager' });
    const signing = signUpHandler(governance)({ shiftId, caller: aCaller('p0') });
    await expect(signing).rejects.toMatchObject({ code: 'volunteers.role_needed' });
    expect(await myOpportunitiesHandler(governance)(aCaller('p0'))).toEqual([]);
  });

  it('to a draft finds nothing', async () => {
    const governance = await people(1);
    const shiftId = await governance.aShift({ published: false });
    const signing = signUpHandler(governance)({ shiftId, caller: aCaller('p0') });
    await expect(signing).rejects.toMatchObject({ code: 'volunteers.shift_not_found' });
    const withdrawing = withdrawHandler(governance)({ shiftId, caller: aCaller('nobody') });
    await expect(withdrawing).rejects.toMatchObject({ code: 'volunteers.shift_not_found' });
  });

  it('is over once the shift has begun', async () => {
    const governance = await people(1);
    const shiftId = await governance.aShift();
    governance.clock.set('2026-03-10T10:00:00Z');
    const asked = { shiftId, caller: aCaller('p0') };
    await expect(signUpHandler(governance)(asked)).rejects.toMatchObject({ code: 'volunteers.shift_over' });
    await expect(withdrawHandler(governance)(asked)).rejects.toMatchObject({ code: 'volunteers.shift_over' });
  });

  it('is shown to the volunteer, in what they can do and in what they do', async () => {
    const governance = await people(2);
    const shiftId = await governance.aShift({ capacity: 1 });
    for (const id of governance.ids) await signUpHandler(governance)({ shiftId, caller: aCaller(id) });
    const [opportunity] = await myOpportunitiesHandler(governance)(aCaller('p1'));
    expect(opportunity?.shifts.map(({ shift }) => shift.id)).toEqual([shiftId]);
    const mine = await myShiftsHandler(governance)(aCaller('p1'));
    expect(mine.map(({ shift, volunteerId }) => [shift.id, volunteerId])).toEqual([
      [shiftId, governance.current('p1').id],
    ]);
  });
});

describe('who has a place', () => {
  const bothIn = async (capacity: number) => {
    const governance = await people(2);
    const shiftId = await governance.aShift({ capacity });
    for (const id of governance.ids) await signUpHandler(governance)({ shiftId, caller: aCaller(id) });
    return { ...governance, shiftId };
  };

  it('is told when one before them withdraws', async () => {
    const governance = await bothIn(1);
    await withdrawHandler(governance)({ ...governance, caller: aCaller('p0') });
    expect(await governance.lettersOf('p1@x.org')).toMatchObject([
      { template: 'shift_changed', isCancelled: false, title: 'Soup' },
    ]);
  });

  it('is told as the person they are, by whatever they prefer', async () => {
    const governance = await bothIn(2);
    const volunteer = governance.current('p0');
    governance.volunteers.stored.set(volunteer.id, { ...volunteer, personId: 'p0' });
    await cancelShiftHandler(governance)({ ...governance, reason: 'Flood', caller: aCaller() });
    expect((await governance.toldOfShifts())[0]).toMatchObject({ to: { personId: 'p0' }, about: { reason: 'Flood' } });
  });

  it('is told once that it is cancelled', async () => {
    const governance = await bothIn(1);
    for (const reason of ['Flood', 'Again'])
      await cancelShiftHandler(governance)({ ...governance, reason, caller: aCaller() });
    expect(await governance.lettersOf('p1@x.org')).toMatchObject([{ isCancelled: true, reason: 'Flood' }]);
  });

  it('is reminded on the day before', async () => {
    const governance = await bothIn(1);
    governance.clock.set('2026-03-09T10:00:00Z');
    await shiftDueHandler(governance)(governance.shiftId);
    await shiftDueHandler(governance)(governance.shiftId);
    expect(await governance.lettersOf('p0@x.org')).toMatchObject([
      { template: 'shift_reminder', place: 'haifa/north/technion' },
    ]);
    expect(await governance.lettersOf('p1@x.org')).toEqual([]);
  });

  it('loses none by a smaller capacity', async () => {
    const governance = await bothIn(2);
    const times = { startsAt: new Date('2026-03-10T10:00:00Z'), endsAt: new Date('2026-03-10T12:00:00Z'), capacity: 1 };
    const changing = updateShiftHandler(governance)({ ...governance, times, caller: aCaller() });
    await expect(changing).rejects.toMatchObject({ errors: [{ pointer: '/capacity' }] });
  });

  it('gives it back by leaving, and is written nothing any more', async () => {
    const governance = await bothIn(1);
    const gone = governance.current('p0');
    governance.volunteers.stored.set(gone.id, { ...gone, status: 'left' });
    await leaveShiftsHandler(governance)(gone.id);
    expect(governance.shifts.stored.get(governance.shiftId)?.places).toMatchObject([{ state: 'confirmed' }]);
    expect(await governance.lettersOf('p0@x.org')).toEqual([]);
    expect(await governance.lettersOf('p1@x.org')).toHaveLength(1);
  });
});
