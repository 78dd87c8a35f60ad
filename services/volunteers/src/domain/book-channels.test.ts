import { describe, expect, it } from 'vitest';
import { aBook, countingIds, everywhere, place, refusalOf, slackChannel } from '../app/testing.ts';
import type { Rule } from './book.ts';
import { changedChannel, type NewChannel, withChannel, withoutChannel } from './book-channels.ts';
import { withTemplateChannels } from './book-templates.ts';
import { desiredOf } from './desired.ts';

const given: NewChannel = { system: 'slack', name: 'welcome', externalId: '', isPrivate: false, autoCreate: true };
const add = (change: Partial<NewChannel> = {}) => withChannel(aBook(), { ...given, ...change }, countingIds());

describe('a channel that is added', () => {
  it('is called as Slack calls it', () => {
    const { channel } = add({ name: ' #Welcome-2026 ' });
    expect(channel).toEqual({
      id: 'n1',
      system: 'slack',
      name: 'welcome-2026',
      isPrivate: false,
      autoCreate: true,
      state: 'unknown',
    });
  });

  it.each([
    [{ system: 'google-group', externalId: 'Team@Example.org', autoCreate: false }, 'team@example.org'],
    [{ system: 'drive-folder', externalId: '1a2B-3c_', autoCreate: false }, '1a2B-3c_'],
    [{ externalId: 'C012AB3CD' }, 'C012AB3CD'],
    [{ system: 'checklist', externalId: 'ignored', autoCreate: false }, undefined],
  ] as const)('may be elsewhere: %j', (change, externalId) => {
    expect(add(change).channel.externalId).toBe(externalId);
  });

  it.each([
    [{ name: 'Teams' }, '/name'],
    [{ name: 'two words' }, '/name'],
    [{ name: '#' }, '/name'],
    [{ externalId: 'teams' }, '/externalId'],
    [{ system: 'google-group', autoCreate: false }, '/externalId'],
    [{ system: 'drive-folder', autoCreate: false }, '/externalId'],
    [{ system: 'checklist' }, '/autoCreate'],
    [{ system: 'checklist', autoCreate: false, name: ' ' }, '/name'],
  ] as const)('is refused with %j', async (change, pointer) => {
    expect((await refusalOf(() => add(change))).errors[0]?.pointer).toBe(pointer);
  });

  it('is no second one of the same id', async () => {
    const book = aBook({ channels: [slackChannel('c1', 'one', { externalId: 'C111' })] });
    const refusal = await refusalOf(() => withChannel(book, { ...given, externalId: 'C111' }, countingIds()));
    expect([refusal.code, refusal.errors[0]?.pointer]).toEqual(['volunteers.duplicate_channel', '/externalId']);
  });
});

describe('a channel that is renamed', () => {
  it('keeps its id in Slack, and how it is there', () => {
    const book = aBook({ channels: [slackChannel('c5', 'teams', { externalId: 'C555', state: 'archived' })] });
    const { next, acts } = changedChannel(book, 'c5', { name: '#crews' });
    expect(next.channels).toMatchObject([{ name: 'crews', externalId: 'C555', state: 'archived' }]);
    expect(acts).toEqual([{ action: 'channel.changed', subject: 'teams', before: 'name=teams', after: 'name=crews' }]);
  });

  it('is looked for anew where it was never found', () => {
    const book = aBook({ channels: [slackChannel('c5', 'taems', { state: 'not_found' })] });
    expect(changedChannel(book, 'c5', { name: 'teams' }).next.channels[0]?.state).toBe('unknown');
  });

  it('is still what templates give', () => {
    const template: Rule = { id: 't', roleKey: 'volunteer', where: {}, template: 't-{district}' };
    const book = withTemplateChannels(aBook({ channels: [], rules: [template] }), countingIds());
    const { next } = changedChannel(book, 'n1', { name: 'northern-lights' });
    const assignment = { id: 'a', roleKey: 'volunteer', locationId: next.locations[0]!.id, from: '2026-01-01' };
    expect([...desiredOf(next, [assignment], '2026-03-01').keys()]).toEqual(['n1']);
    expect(withTemplateChannels(next, countingIds())).toBe(next);
  });

  it('is looked for anew without its id', () => {
    const book = aBook({ channels: [slackChannel('c5', 'teams', { externalId: 'C555', state: 'ok' })] });
    const [channel] = changedChannel(book, 'c5', { externalId: '' }).next.channels;
    expect(channel).toEqual(slackChannel('c5', 'teams'));
  });

  it('is the same book where nothing is other', () => {
    const book = aBook();
    expect(changedChannel(book, 'c5', { name: 'TEAMS', isPrivate: false }).next).toBe(book);
  });

  it.each([
    ['c5', { name: 'branches_manag' }, 'duplicate_channel'],
    ['c9', { name: 'x' }, 'channel_not_found'],
  ])('is refused: %s with %j', async (id, change, code) => {
    expect((await refusalOf(() => changedChannel(aBook(), id, change))).code).toBe(`volunteers.${code}`);
  });
});

describe('a channel that is deleted', () => {
  const lonely = () => aBook({ channels: [...aBook().channels, slackChannel('c6', 'old')] });

  it('is managed no more', () => {
    expect(withoutChannel(lonely(), 'c6', 0).next.channels.some(({ id }) => id === 'c6')).toBe(false);
  });

  it('stays while rules name it', async () => {
    const refusal = await refusalOf(() => withoutChannel(aBook(), 'c5', 0));
    expect([refusal.code, refusal.details]).toEqual(['volunteers.in_use', { rules: 4 }]);
  });

  it('stays while a template makes it', async () => {
    const rules: Rule[] = [
      everywhere('volunteer', 'c5'),
      { id: 't', roleKey: 'volunteer', where: {}, template: 'b-{branch}' },
    ];
    const book = withTemplateChannels(aBook({ rules, locations: [place('a', 'b', 'c')] }), countingIds());
    expect((await refusalOf(() => withoutChannel(book, 'n1', 0))).code).toBe('volunteers.in_use');
  });

  it('stays while somebody is still to be taken out of it', async () => {
    expect((await refusalOf(() => withoutChannel(lonely(), 'c6', 1))).details).toEqual({ volunteers: 1 });
  });
});
