import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance, technion } from '../testing/governing.ts';
import { getVolunteerHandler } from '../volunteers/get-volunteer.ts';
import { exportRecognitionHandler, getRecognitionHandler } from './get-recognition.ts';
import { hearRegisterHandler, type Movement } from './hear-register.ts';
import { getHoursHandler, getMyHoursHandler } from './hours.ts';
import { listOnSiteHandler } from './on-site.ts';
import { recordAttendanceHandler } from './record-attendance.ts';
import { signUpHandler } from './sign-up.ts';

const at = (time: string): Date => new Date(`2026-03-10T${time}:00Z`);
const wholeYear = { from: '', to: '', caller: aCaller() };

/** Somebody who signed up for a shift from 10:00 to 14:00. */
async function aVolunteer() {
  const governance = aGovernance();
  const volunteer = await governance.person('dana');
  const shiftId = await governance.aShift();
  await signUpHandler(governance)({ shiftId, caller: aCaller('dana') });
  const hear = (what: Movement['what'], time: string, change: Partial<Movement> = {}): Promise<void> => {
    const known = { visitId: 'v1', personId: 'dana', siteId: 'site1', version: what === 'came' ? 1 : 2 };
    return hearRegisterHandler(governance)({ ...known, at: at(time), what, ...change });
  };
  const attendance = () => governance.shifts.stored.get(shiftId)?.places[0]?.attendance;
  const onSite = (caller = aCaller()) => listOnSiteHandler(governance)(caller);
  const hours = { ...governance, getVolunteer: getVolunteerHandler(governance) };
  return { ...governance, ...hours, volunteer, shiftId, hear, attendance, onSite };
}

describe('what the register tells', () => {
  it('marks who came and went, and whether they are there', async () => {
    const one = await aVolunteer();
    one.clock.set('2026-03-10T11:00:00Z');
    await one.hear('came', '09:50');
    expect(await one.onSite()).toMatchObject([{ visit: { siteId: 'site1' }, shift: { id: one.shiftId } }]);
    await one.hear('left', '13:00');
    expect(one.attendance()).toEqual({ arrivedAt: at('09:50'), leftAt: at('13:00'), by: 'register', reason: '' });
    expect(await one.onSite()).toEqual([]);
  });

  it('marks nobody at another site, and shows them there', async () => {
    const one = await aVolunteer();
    await one.hear('came', '09:50', { siteId: 'site2' });
    expect(one.attendance()).toBeUndefined();
    expect((await one.onSite())[0]?.shift).toBeUndefined();
  });

  it('keeps nothing of who is no volunteer', async () => {
    const one = await aVolunteer();
    await one.hear('came', '09:50', { personId: 'stranger' });
    expect(await one.presences.inside()).toEqual([]);
  });

  it('told late again does not bring anybody back', async () => {
    const one = await aVolunteer();
    await one.hear('came', '09:50');
    await one.hear('left', '13:00');
    await one.hear('came', '09:50');
    expect(await one.onSite()).toEqual([]);
    expect(one.attendance()?.leftAt).toEqual(at('13:00'));
  });

  it('of a visit that nobody ended ends it, and leaves the hours open to the end of the shift', async () => {
    const one = await aVolunteer();
    await one.hear('came', '11:00');
    await one.hear('lost', '22:00');
    one.clock.set('2026-03-11T08:00:00Z');
    expect(await one.onSite()).toEqual([]);
    expect((await getMyHoursHandler(one)({ from: '', to: '', caller: aCaller('dana') })).minutes).toBe(180);
  });

  it('is shown to managers of the place only', async () => {
    const one = await aVolunteer();
    one.scopes.managers.set('carmela', [{ ...technion, branch: 'carmel' }]);
    await one.hear('came', '09:50');
    expect(await one.onSite(aCaller('carmela'))).toEqual([]);
  });
});

describe('attendance by hand', () => {
  const byHand = { volunteerId: 'dana', isAbsent: false, reason: '', caller: aCaller() };

  it('counts as it is said, and is in the history of the volunteer', async () => {
    const one = await aVolunteer();
    one.clock.set('2026-03-10T20:00:00Z');
    const times = { arrivedAt: at('08:00'), leftAt: at('15:00') };
    await recordAttendanceHandler(one)({ ...byHand, ...times, shiftId: one.shiftId });
    expect(one.shifts.said.at(-1)).toMatchObject({ entry: { action: 'shift.attended', subjectId: one.volunteer.id } });
    const hours = await getHoursHandler(one)({ volunteerId: 'dana', from: '', to: '', caller: aCaller() });
    expect([hours.minutes, hours.shifts, hours.noShows]).toEqual([420, 1, 0]);
  });

  it('over what the register told needs a reason', async () => {
    const one = await aVolunteer();
    await one.hear('came', '09:50');
    one.clock.set('2026-03-10T20:00:00Z');
    const absent = { ...byHand, isAbsent: true, shiftId: one.shiftId };
    await expect(recordAttendanceHandler(one)(absent)).rejects.toMatchObject({ errors: [{ pointer: '/reason' }] });
    await recordAttendanceHandler(one)({ ...absent, reason: 'only fetched a coat' });
    expect(one.attendance()).toEqual({ by: 'hand', reason: 'only fetched a coat' });
  });

  it.each([
    ['/arrivedAt', {}],
    ['/arrivedAt', { arrivedAt: at('21:00') }],
    ['/arrivedAt', { arrivedAt: new Date('2026-03-01T10:00:00Z') }],
    ['/leftAt', { arrivedAt: at('10:00'), leftAt: at('09:00') }],
    ['/leftAt', { arrivedAt: at('10:00'), leftAt: at('21:00') }],
  ])('names %s where it cannot be', async (pointer, times) => {
    const one = await aVolunteer();
    one.clock.set('2026-03-10T20:00:00Z');
    const recording = recordAttendanceHandler(one)({ ...byHand, ...times, shiftId: one.shiftId });
    await expect(recording).rejects.toMatchObject({ errors: [{ pointer }] });
  });

  it('is for volunteers whom the caller sees', async () => {
    const one = await aVolunteer();
    const asked = { ...byHand, shiftId: one.shiftId, isAbsent: true };
    const recording = recordAttendanceHandler(one)({ ...asked, volunteerId: 'nobody' });
    await expect(recording).rejects.toMatchObject({ code: 'volunteers.volunteer_not_found' });
    one.scopes.managers.set('carmela', [{ ...technion, branch: 'carmel' }]);
    const beyond = recordAttendanceHandler(one)({ ...asked, caller: aCaller('carmela') });
    await expect(beyond).rejects.toMatchObject({ code: 'volunteers.opportunity_not_found' });
  });
});

describe('recognition', () => {
  it('names who gave what, unless they were erased, and can be had as a file', async () => {
    const one = await aVolunteer();
    one.clock.set('2026-03-10T20:00:00Z');
    const times = { arrivedAt: at('08:00'), leftAt: at('18:00') };
    const said = { volunteerId: 'dana', isAbsent: false, reason: '', caller: aCaller(), shiftId: one.shiftId };
    await recordAttendanceHandler(one)({ ...said, ...times });
    const recognition = getRecognitionHandler(one);
    const found = await recognition(wholeYear);
    expect([found.from, found.to, found.rows[0]?.recognised.milestones]).toEqual(['2026-01-01', '2026-03-10', [10]]);
    const writeTable = async (_: string, __: readonly string[], rows: readonly unknown[]) => ({
      contentType: 'text/csv',
      data: Buffer.from(JSON.stringify(rows)),
    });
    const file = await exportRecognitionHandler({ recognition, writeTable })(wholeYear);
    expect(JSON.parse(String(file.data))).toMatchObject([{ volunteer_id: 'dana', hours: '10.00', milestones: '10' }]);
    one.volunteers.stored.set(one.volunteer.id, { ...one.volunteer, erased: true });
    expect((await recognition(wholeYear)).rows).toEqual([]);
  });

  it.each([
    ['2026-02-30', '', 'volunteers.bad_date'],
    ['2026-03-02', '2026-03-01', 'volunteers.invalid_field'],
  ])('refuses the span from %s to %s', async (from, to, code) => {
    const asking = getRecognitionHandler(aGovernance())({ from, to, caller: aCaller() });
    await expect(asking).rejects.toMatchObject({ code });
  });
});
