import { expect, it } from 'vitest';
import { NO_PREFERENCES, ORGANISATION } from '../../domain/rules/preferences.ts';
import { nine } from '../../domain/testing.ts';
import { inMemoryRecipients } from '../testing.ts';
import { readPreferencesHandler, setPreferencesHandler } from './preferences.ts';
import { inMemoryPreferences } from './testing.ts';

const scenario = () => {
  const deps = { preferences: inMemoryPreferences(), recipients: inMemoryRecipients(), clock: { now: () => nine } };
  return { ...deps, read: readPreferencesHandler(deps), set: setPreferencesHandler(deps) };
};

it('answers nothing of their own for somebody who never said anything', async () => {
  const { read, recipients } = scenario();
  await recipients.put({ personId: 'ada', version: 1, contacts: [], timeZone: 'Asia/Tokyo' });
  const { own, wishes } = await read('ada');
  expect(own).toEqual(NO_PREFERENCES);
  expect(wishes.timeZone).toBe('Asia/Tokyo');
});

it('replaces them as a whole', async () => {
  const { set, preferences } = scenario();
  await set({ id: 'ada', wanted: { switches: { board: { sms: false } }, digests: {} } });
  const { own, wishes } = await set({ id: 'ada', wanted: { switches: {}, digests: { board: { every: 'hour' } } } });
  expect(own).toMatchObject({ switches: {}, digests: { board: { every: 'hour' } } });
  expect(wishes.wants('board', 'sms')).toBe(true);
  expect(preferences.facts.map(({ preferences: { version } }) => version)).toEqual([1, 2]);
});

it('lets two change the same at once: the later one stands, and nothing breaks', async () => {
  const { set, preferences } = scenario();
  const wanted = { switches: {}, digests: {} };
  await Promise.all([set({ id: ORGANISATION, wanted }), set({ id: ORGANISATION, wanted })]);
  expect(preferences.kept.get(ORGANISATION)?.version).toBe(2);
});

it('refuses what makes no sense and keeps what was there', async () => {
  const { set, preferences } = scenario();
  const wanted = { switches: {}, digests: {}, timeZone: 'nowhere' };
  await expect(set({ id: 'ada', wanted })).rejects.toMatchObject({ code: 'notifier.invalid_preferences' });
  expect(preferences.kept.size).toBe(0);
});
