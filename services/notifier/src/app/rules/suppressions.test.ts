import { expect, it } from 'vitest';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { forgetWishesHandler } from './forget-wishes.ts';
import { liftSuppressionHandler, noteBounceHandler, noteWordHandler } from './suppressions.ts';
import { inMemoryRules, plainMark } from './testing.ts';

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
    lift: liftSuppressionHandler(deps),
  };
};

it('suppresses an address that bounced, once, and lets an administrator lift it', async () => {
  const { suppressions, bounce, lift, rule } = scenario();
  const told = { channel: 'sms', to: number, code: '30005', at: nine } as const;
  await Promise.all([bounce(told), bounce(told)]);
  expect(await rule()).toBe('drop');
  expect(suppressions.facts).toHaveLength(1);

  await lift({ id: plainMark('sms', number), by: 'grace' });
  expect(await rule()).toBe('send');
  await expect(lift({ id: plainMark('sms', number), by: 'grace' })).rejects.toMatchObject({
    code: 'notifier.suppression_not_found',
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
