import { expect, it } from 'vitest';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { forgetWishesHandler } from './forget-wishes.ts';
import { addSuppressionHandler, liftSuppressionHandler, noteBounceHandler, noteWordHandler } from './suppressions.ts';
import { inMemoryRules, plainMark } from './testing.ts';

const grace = { personId: 'grace', ip: '192.0.2.7', userAgent: 'Test' };
const number = '+447700900123';
const text = anOrder({ channel: 'sms', to: number, category: 'reminder' });

const scenario = () => {
  const ours = inMemoryRules();
  const deps = { ...ours, clock: { now: () => later(100) } };
  const rule = async () => (await ours.of([{ id: 'm', order: text }], nine))[0]?.kind;
  return {
    ...ours,
    rule,
    deps,
    bounce: noteBounceHandler(deps),
    word: noteWordHandler(deps),
    add: addSuppressionHandler(deps),
    lift: liftSuppressionHandler(deps),
  };
};

it('suppresses an address that bounced, once, and lets an administrator lift it', async () => {
  const { suppressions, bounce, lift, rule } = scenario();
  const told = { channel: 'sms', to: number, code: '30005', at: nine } as const;
  await Promise.all([bounce(told), bounce(told)]);
  expect(await rule()).toBe('drop');
  expect(suppressions.facts).toHaveLength(1);

  await lift({ id: plainMark('sms', number), by: grace });
  expect(await rule()).toBe('send');
  await expect(lift({ id: plainMark('sms', number), by: grace })).rejects.toMatchObject({
    code: 'notifier.suppression_not_found',
  });
});

it('suppresses an address when somebody who may says so, records that by the same save, and START changes nothing', async () => {
  const { suppressions, add, lift, word, rule } = scenario();
  const added = await add({ channel: 'sms', to: number, by: grace });
  expect(await add({ channel: 'sms', to: number, by: grace })).toEqual(added);
  await word({ number, word: 'stop', at: nine });
  await word({ number, word: 'start', at: later(9) });
  expect([added.reason, await rule()]).toEqual(['manual', 'drop']);
  await lift({ id: added.id, by: grace });
  expect(await rule()).toBe('send');
  expect(suppressions.facts.flatMap((fact) => (fact.type === 'act-recorded' ? [[fact.name, fact.by]] : []))).toEqual([
    ['notifications.suppressed', grace],
    ['notifications.suppression_lifted', grace],
  ]);
});

it.each([
  ['sms', '07700 900123'],
  ['email', 'ada'],
] as const)('refuses to suppress of %s %s, which is none', async (channel, to) => {
  await expect(scenario().add({ channel, to, by: grace })).rejects.toMatchObject({
    code: 'notifier.bad_recipient',
    errors: [{ pointer: '/to' }],
  });
});

it('leaves an address alone for what is no fault of its own', async () => {
  const { suppressions, bounce } = scenario();
  await bounce({ channel: 'sms', to: number, code: '30007', at: nine });
  expect(suppressions.kept.size).toBe(0);
});

it('obeys STOP and START', async () => {
  const { word, rule } = scenario();
  await word({ number, word: 'stop', at: nine });
  expect(await rule()).toBe('drop');
  await word({ number, word: 'start', at: later(9) });
  expect(await rule()).toBe('send');
});

it('forgets the wishes and addresses of whoever is erased', async () => {
  const { deps, preferences, suppressions, bounce, recipients } = scenario();
  await recipients.put({ personId: 'ada', version: 1, contacts: [{ id: 'c', channel: 'sms', value: number }] });
  preferences.say('ada', { timeZone: 'Asia/Tokyo' });
  await bounce({ channel: 'sms', to: number, code: '30005', at: nine });

  await forgetWishesHandler({ ...deps, recipients })('ada');
  await forgetWishesHandler({ ...deps, recipients })('ada');

  expect(preferences.kept.get('ada')).not.toHaveProperty('timeZone');
  expect(suppressions.kept.get(plainMark('sms', number))).toMatchObject({ to: '', isActive: false });
});
