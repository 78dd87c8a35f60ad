import { describe, expect, it } from 'vitest';
import { aPerson, personNamed } from '../testing.ts';
import { runRemindersHandler } from './run-reminders.ts';
import { settleSendHandler } from './settle-send.ts';
import { snoozeHandler } from './snooze.ts';
import { aRemindingRegister } from './testing.ts';

const [ada, bob, cy] = [aPerson('Ada Lovelace'), aPerson('Bob Bauer'), aPerson('Cy Clay')];
const pm = { siteId: 'vw', template: 'reminder_pm', dryRun: false };

const adaAndCyInside = async () => {
  const register = aRemindingRegister('2026-03-02T09:00:00Z');
  await register.signIn(ada);
  await register.signIn(bob);
  await register.signIn(cy);
  await register.signOut(bob);
  register.clock.set('2026-03-02T17:00:00Z');
  const run = runRemindersHandler(register);
  const told = () => register.sends.errands.map(({ to, template }) => ({ ...to, template }));
  const states = () =>
    Object.fromEntries([...register.sends.stored.values()].map((send) => [send.personId, send.state]));
  return { ...register, run, told, states };
};

describe('reminders', () => {
  it('go to those who are inside, each by the contact they prefer (10)', async () => {
    const { run, told } = await adaAndCyInside();
    await run(pm);
    expect(told()).toEqual([
      { personId: 'ada-lovelace', template: 'reminder_pm' },
      { personId: 'cy-clay', template: 'reminder_pm' },
    ]);
  });

  it('go out once, though three processes run them at once, and again by hand (10)', async () => {
    const { run, told } = await adaAndCyInside();
    await Promise.all([run(pm), run(pm), run(pm)]);
    await run(pm);
    expect(told()).toHaveLength(2);
  });

  it('reach who came in since, when they are run again', async () => {
    const { run, told, signIn } = await adaAndCyInside();
    await run(pm);
    await signIn(bob);
    await run(pm);
    expect(told().at(-1)).toEqual({ personId: 'bob-bauer', template: 'reminder_pm' });
  });

  it('do not go to who signed out before the message was taken (11)', async () => {
    const register = await adaAndCyInside();
    const { visits, run, told, states, signOut } = register;
    const { openAt } = visits;
    visits.openAt = async (siteIds) => {
      const selected = await openAt(siteIds);
      await signOut(cy);
      return selected;
    };
    await run(pm);
    expect(told()).toEqual([{ personId: 'ada-lovelace', template: 'reminder_pm' }]);
    expect(states()).toEqual({ 'ada-lovelace': 'asked', 'cy-clay': 'skipped_closed' });
  });

  it('carry the link that signs out, the name and the time of the site', async () => {
    const { run, sends, people } = await adaAndCyInside();
    await people.put(personNamed('Augusta Lovelace', ada.personId));
    await run(pm);
    expect(sends.errands[0]).toMatchObject({
      reference: 'reminder:vw_2026-03-02_reminder_pm_ada-lovelace',
      expiresAt: new Date('2026-03-02T18:00:00Z'),
      variables: {
        firstName: 'Augusta',
        siteName: 'Vauxhall Walk',
        siteUrl: 'https://g.test/?site=vw',
        signOutUrl: expect.stringMatching(/^https:\/\/g\.test\/o\/[\w-]+$/) as string,
        signedInAt: '09:00',
      },
    });
  });

  it('pass over who wants none, and who put them off for today', async () => {
    const register = await adaAndCyInside();
    await register.people.put({ ...personNamed('Ada Lovelace'), reminders: false });
    expect(await snoozeHandler(register)({ personId: cy.personId, siteId: '' })).toBe('2026-03-02');
    await register.run(pm);
    expect(register.states()).toEqual({ 'ada-lovelace': 'skipped_unwanted', 'cy-clay': 'skipped_snoozed' });
    expect(register.told()).toEqual([]);
  });

  it('come again on the day after they were put off', async () => {
    const register = await adaAndCyInside();
    await snoozeHandler(register)({ personId: ada.personId, siteId: 'vw' });
    register.clock.set('2026-03-03T09:00:00Z');
    await register.signIn(ada);
    await register.run(pm);
    expect(register.states()).toEqual({ 'ada-lovelace': 'asked' });
  });

  it('say in a dry run whom they would go to, and go to nobody', async () => {
    const { run, told, runs } = await adaAndCyInside();
    const { targets } = await run({ ...pm, dryRun: true });
    expect(targets.map(({ personId }) => personId)).toEqual(['ada-lovelace', 'cy-clay']);
    expect([told(), runs.stored.size]).toEqual([[], 0]);
  });

  it('are the midday ones unless another template is named', async () => {
    const { run } = await adaAndCyInside();
    expect((await run({ ...pm, template: '' })).run.template).toBe('reminder');
  });

  it('refuse a template that is none of theirs', async () => {
    const { run } = await adaAndCyInside();
    await expect(run({ ...pm, template: 'login' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'register.unknown_reminder',
    });
  });

  it('are not for visitors', async () => {
    const register = aRemindingRegister('2026-03-02T09:00:00Z');
    await register.signIn(ada, { kind: 'visitor' });
    expect((await runRemindersHandler(register)(pm)).sends).toEqual([]);
  });

  it('tell how many were asked and passed over', async () => {
    const register = await adaAndCyInside();
    await register.people.put({ ...personNamed('Ada Lovelace'), reminders: false });
    await register.run(pm);
    expect(register.runs.facts.map(({ run }) => [run.asked, run.skipped])).toEqual([[1, 1]]);
  });
});

describe('what became of a reminder', () => {
  const settled = async (...states: ('sent' | 'failed')[]) => {
    const register = await adaAndCyInside();
    await register.run(pm);
    const settle = settleSendHandler(register.sends);
    const reference = register.sends.errands[0]?.reference ?? '';
    for (const state of states) await settle({ reference, state, reason: state === 'failed' ? 'no_contact' : '' });
    return register.sends.stored.get(reference.slice('reminder:'.length));
  };

  it('is recorded', async () => {
    expect(await settled('sent')).toMatchObject({ state: 'sent' });
    expect(await settled('failed')).toMatchObject({ state: 'failed', reason: 'no_contact' });
  });

  it('is recorded once, however often it is told', async () => {
    expect(await settled('sent', 'sent')).toMatchObject({ version: 2 });
  });

  it('may be that it failed after all', async () => {
    expect(await settled('sent', 'failed')).toMatchObject({ state: 'failed' });
  });

  it('is no matter of ours where the message is not', async () => {
    const { sends } = await adaAndCyInside();
    await settleSendHandler(sends)({ reference: 'v1', state: 'sent', reason: '' });
    expect(sends.stored.size).toBe(0);
  });
});
