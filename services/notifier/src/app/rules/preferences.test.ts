import { expect, it } from 'vitest';
import { NO_PREFERENCES, ORGANISATION } from '../../domain/rules/preferences.ts';
import { nine } from '../../domain/testing.ts';
import { inMemoryRecipients } from '../testing.ts';
import { readPreferencesHandler, setPreferencesHandler } from './preferences.ts';
import { inMemoryPreferences } from './testing.ts';

const from = { ip: '192.0.2.7', userAgent: 'Test' };
const ada = { personId: 'ada', ...from };
const grace = { personId: 'grace', ...from };

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
  await set({ id: 'ada', wanted: { switches: { board: { sms: false } }, digests: {} }, by: ada });
  const { own, wishes } = await set({
    id: 'ada',
    by: ada,
    wanted: { switches: {}, digests: { board: { every: 'hour' } } },
  });
  expect(own).toMatchObject({ switches: {}, digests: { board: { every: 'hour' } } });
  expect(wishes.wants('board', 'sms')).toBe(true);
  expect(preferences.facts).toMatchObject([
    { type: 'preferences-changed', preferences: { version: 1 } },
    { type: 'preferences-changed', preferences: { version: 2 } },
  ]);
});

it('lets two change the same at once: the later one stands, and nothing breaks', async () => {
  const { set, preferences } = scenario();
  const wanted = { switches: {}, digests: {} };
  await Promise.all([set({ id: ORGANISATION, wanted, by: grace }), set({ id: ORGANISATION, wanted, by: grace })]);
  expect(preferences.kept.get(ORGANISATION)?.version).toBe(2);
});

it('refuses what makes no sense and keeps what was there', async () => {
  const { set, preferences } = scenario();
  const wanted = { switches: {}, digests: {}, timeZone: 'nowhere' };
  await expect(set({ id: 'ada', wanted, by: ada })).rejects.toMatchObject({ code: 'notifier.invalid_preferences' });
  expect(preferences.kept.size).toBe(0);
});

it.each([
  ['ada', 'notifications.preferences_changed', 'ada'],
  [ORGANISATION, 'notifications.defaults_changed', ''],
])('records by the same save who changed those of %s for others', async (id, name, subjectId) => {
  const { set, preferences } = scenario();
  await set({ id, wanted: NO_PREFERENCES, by: grace });
  expect(preferences.facts).toMatchObject([
    { type: 'preferences-changed' },
    { type: 'act-recorded', name, by: grace, subjectId, at: nine, of: { id, version: 1 } },
  ]);
});

it('records under the survivor what is changed of somebody who was merged, and nothing that is their own', async () => {
  const { set, preferences, recipients } = scenario();
  await recipients.put({ personId: 'ada', version: 1, contacts: [] });
  await recipients.redirect('ada-2', 'ada');
  await set({ id: 'ada-2', wanted: NO_PREFERENCES, by: grace });
  await set({ id: 'ada-2', wanted: NO_PREFERENCES, by: ada });
  expect(preferences.facts.flatMap((fact) => (fact.type === 'act-recorded' ? [fact.subjectId] : []))).toEqual(['ada']);
});
