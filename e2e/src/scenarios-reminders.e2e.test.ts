import { beforeAll, describe, expect, it, vi } from 'vitest';
import { memberWithPhone, phoneOnly } from './platform/contacts.ts';
import { content } from './platform/http.ts';
import { administrator, type Member, memberWith } from './platform/people.ts';
import { clock, type Message, messagesTo } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';

type Target = Readonly<{ personId: string; state: string; reason?: string }>;
type Run = Readonly<{
  id?: string;
  template: string;
  missed: boolean;
  targets: readonly Target[];
  asked: number;
  skipped: number;
}>;

const delivered = { timeout: 15_000, interval: 50 };
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const atFive = [{ template: 'reminder_pm', time: '17:00', days }];
const zone = { timeZone: 'Europe/London', dayRollover: '00:00', reminders: atFive };

const isReminder = ({ text }: Message): boolean =>
  text.includes('Still at') || text.includes('have not signed out yet');
const remindersTo = async (channel: 'email' | 'sms', to: string): Promise<number> =>
  (await messagesTo(channel, to)).filter(isReminder).length;

async function runsAt(site: Site): Promise<readonly Run[]> {
  const { device } = await administrator();
  return content(await device.call<{ runs: readonly Run[] }>('GET', `/api/register/sites/${site.id}/reminders`)).runs;
}

/** The run of five o'clock, once nothing in it is on its way any more. */
const settled = (site: Site): Promise<Run> =>
  vi.waitFor(async () => {
    const run = (await runsAt(site)).find(({ template }) => template === 'reminder_pm');
    if (run === undefined) throw new Error('there was no run');
    const { device } = await administrator();
    const known = content(await device.call<Run>('GET', `/api/register/reminder-runs/${run.id}`));
    expect(known.targets.length + known.skipped).toBeGreaterThan(0);
    expect(known.targets.map(({ state }) => state)).not.toContain('asked');
    return known;
  }, delivered);

/** An afternoon of a year to come, a little before five. */
async function beforeFive(monthDay: string): Promise<Date> {
  const five = await clock.nextOf(`${monthDay}T17:00:00.000Z`);
  await clock.moveTo(new Date(five.getTime() - 1_800_000));
  return five;
}

const sendByHand = async (site: Site): Promise<Run> => {
  const { device } = await administrator();
  const path = `/api/register/sites/${site.id}/reminders`;
  return content(await device.call<Run>('POST', path, { body: { template: 'reminder_pm' } }));
};

describe('scenario 10: afternoon reminder, once', () => {
  let site: Site;
  let ada: Awaited<ReturnType<typeof memberWithPhone>>;
  let bob: Member;
  let cy: Member;
  beforeAll(async () => {
    const five = await beforeFive('02-05');
    ada = await memberWithPhone({ firstName: 'Ada', lastName: 'Lovelace' });
    bob = await memberWith(['member'], { firstName: 'Bob', lastName: 'Noyce' });
    cy = await phoneOnly('Cy', 'Clay');
    const { contacts } = content(await ada.device.call<typeof ada.person>('GET', '/api/people/me'));
    const preferredContactId = contacts.find(({ method }) => method === 'email')?.id;
    content(await ada.device.call('PATCH', '/api/people/me', { body: { preferredContactId } }));
    site = await newSite(zone);
    for (const { device } of [ada, bob, cy]) content(await move(device, 'in', site.id));
    content(await move(bob.device, 'out', site.id));
    await clock.moveTo(five);
  });

  it('10: goes to each who is inside by the contact they prefer, and to nobody else', async () => {
    const { targets } = await settled(site);
    expect(targets.map(({ personId, state }) => [personId, state]).toSorted()).toEqual(
      [
        [ada.person.id, 'sent'],
        [cy.person.id, 'sent'],
      ].toSorted(),
    );
    await vi.waitFor(async () => expect(await remindersTo('email', ada.contact.value)).toBe(1), delivered);
    await vi.waitFor(async () => expect(await remindersTo('sms', cy.contact.value)).toBe(1), delivered);
    expect(await remindersTo('sms', ada.phone.value)).toBe(0);
    expect(await remindersTo('email', bob.contact.value)).toBe(0);
  });

  it('10: a run by hand sends nothing more', async () => {
    await sendByHand(site);
    await settled(site);
    expect(await runsAt(site)).toHaveLength(1);
    expect([await remindersTo('email', ada.contact.value), await remindersTo('sms', cy.contact.value)]).toEqual([1, 1]);
  });

  it('10: is not for who does not want it, nor for who said not today', async () => {
    const five = await beforeFive('02-06');
    const [unwanting, snoozing] = [await memberWith(['member']), await memberWith(['member'])];
    const place = await newSite(zone);
    content(await unwanting.device.call('PATCH', '/api/people/me', { body: { reminders: false } }));
    for (const { device } of [unwanting, snoozing]) content(await move(device, 'in', place.id));
    content(await snoozing.device.call('POST', '/api/register/me/reminders/snooze', { body: { siteId: place.id } }));
    await clock.moveTo(five);
    const { targets } = await settled(place);
    expect(targets.map(({ state }) => state).toSorted()).toEqual(['skipped_snoozed', 'skipped_unwanted']);
    for (const { contact } of [unwanting, snoozing]) expect(await remindersTo('email', contact.value)).toBe(0);
  });
});

describe('scenario 11: reminder race', () => {
  it('11: who signs out while reminders go out gets one or none, and what is kept says which', async () => {
    const five = await beforeFive('02-12');
    const [cy, ada] = [
      await memberWith(['member'], { firstName: 'Cy', lastName: 'Clay' }),
      await memberWith(['member']),
    ];
    const site = await newSite(zone);
    for (const { device } of [cy, ada]) content(await move(device, 'in', site.id));
    await Promise.all([clock.moveTo(five), move(cy.device, 'out', site.id)]);
    const { targets } = await settled(site);
    expect(targets.find(({ personId }) => personId === ada.person.id)?.state).toBe('sent');
    const state = targets.find(({ personId }) => personId === cy.person.id)?.state ?? 'not asked';
    expect(state).toBeOneOf(['sent', 'skipped_closed', 'not asked']);
    // Ada's was asked for after Cy's, by the same run: once hers is there, Cy's would be.
    await vi.waitFor(async () => expect(await remindersTo('email', ada.contact.value)).toBe(1), delivered);
    expect(await remindersTo('email', cy.contact.value)).toBe(state === 'sent' ? 1 : 0);
  });
});

describe('scenario 11: many reminders and many who leave', () => {
  it('11: nobody is told whose leaving was seen before theirs was sent, and each is told at most once', async () => {
    const five = await beforeFive('02-13');
    const members: Member[] = [];
    for (let n = 0; n < 12; n += 1) members.push(await memberWith(['member']));
    const site = await newSite(zone);
    for (const { device } of members) content(await move(device, 'in', site.id));
    const leaving = members.slice(0, 11);
    await Promise.all([clock.moveTo(five), ...leaving.map(({ device }) => move(device, 'out', site.id))]);
    const { targets } = await settled(site);
    const stateOf = ({ person }: Member) => targets.find(({ personId }) => personId === person.id)?.state;
    const stays = members.at(-1)!;
    expect(stateOf(stays)).toBe('sent');
    await vi.waitFor(async () => expect(await remindersTo('email', stays.contact.value)).toBe(1), delivered);
    for (const member of leaving) {
      expect(stateOf(member) ?? 'not asked').toBeOneOf(['sent', 'skipped_closed', 'not asked']);
      const expected = stateOf(member) === 'sent' ? 1 : 0;
      await vi.waitFor(async () => expect(await remindersTo('email', member.contact.value)).toBe(expected), delivered);
    }
  });
});

describe('scenario 12: a reminder that comes too late', () => {
  it('12: by more than an hour is passed over and kept as missed, and never caught up', async () => {
    const five = await beforeFive('02-19');
    const ada = await memberWith(['member']);
    const site = await newSite(zone);
    content(await move(ada.device, 'in', site.id));
    await clock.moveTo(new Date(five.getTime() + 61 * 60_000));
    await vi.waitFor(async () => expect(await runsAt(site)).toMatchObject([{ missed: true, asked: 0 }]), delivered);
    await clock.advance(600);
    expect(await remindersTo('email', ada.contact.value)).toBe(0);
  });

  it('12: by less than an hour still comes', async () => {
    const five = await beforeFive('02-20');
    const ada = await memberWith(['member']);
    const site = await newSite(zone);
    content(await move(ada.device, 'in', site.id));
    await clock.moveTo(new Date(five.getTime() + 30 * 60_000));
    expect((await settled(site)).missed).toBe(false);
    await vi.waitFor(async () => expect(await remindersTo('email', ada.contact.value)).toBe(1), delivered);
  });
});
