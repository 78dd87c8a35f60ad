import { describe, expect, it } from 'vitest';
import { aBook, countingIds, everywhere, place, refusalOf, slackChannel } from '../app/testing.ts';
import { changedRules, type RuleGiven, single } from './book-rules.ts';

const anywhere = { area: '', district: '', branch: '' };
const given = (change: Partial<RuleGiven> = {}): RuleGiven => ({
  role: 'volunteer',
  channel: 'branches_manag',
  where: anywhere,
  autoCreate: false,
  ...change,
});
const add = (...rules: readonly RuleGiven[]) => changedRules(aBook(), { add: rules, remove: [] }, countingIds());

describe('a rule that is added', () => {
  it.each(['c4', 'branches_manag', '#Branches_Manag', ' branches_manag '])('means its channel by %j', (channel) => {
    expect(add(given({ channel })).added).toMatchObject([{ roleKey: 'volunteer', channelId: 'c4', where: {} }]);
  });

  it('counts where it says, as the places write it', () => {
    const { added } = add(given({ where: { area: 'HAIFA', district: '', branch: 'Carmel' } }));
    expect(added).toMatchObject([{ where: { area: 'haifa', branch: 'carmel' } }]);
  });

  it('is told with what it gives and where', () => {
    const { acts } = add(given({ where: { ...anywhere, district: 'north' } }));
    const after = 'volunteer gives branches_manag at */north/*';
    expect(acts).toEqual([{ action: 'rule.added', subject: 'volunteer', after }]);
  });

  it.each([
    [given({ role: 'voluntere' }), 'unknown_role', '/add/0/role', 'is not known; did you mean "volunteer"?'],
    [given({ channel: 'teems' }), 'unknown_channel', '/add/0/channel', 'is not known; did you mean "teams"?'],
    [
      given({ where: { ...anywhere, district: 'nroth' } }),
      'unknown_location',
      '/add/0/where/district',
      'is not known; did you mean "north"?',
    ],
  ])('is refused by the field, with what is alike', async (rule, code, pointer, detail) => {
    const refusal = await refusalOf(() => add(rule));
    expect([refusal.code, refusal.errors]).toEqual([`volunteers.${code}`, [{ pointer, detail }]]);
  });

  it('is refused where no place is all that it says', async () => {
    const where = { area: 'haifa', district: 'north', branch: 'negev' };
    expect((await refusalOf(() => add(given({ where })))).errors[0]?.pointer).toBe('/add/0/where/branch');
  });

  it.each([
    [[given({ channel: 'teams' })]],
    [[given(), given({ channel: 'c4' })]],
    [[given({ channel: 't-{branch}' }), given({ channel: 'T-{Branch}' })]],
  ])('is refused where it is there already', async (rules) => {
    expect((await refusalOf(() => add(...rules))).code).toBe('volunteers.duplicate_rule');
  });

  it('is beside the same one at another place', () => {
    const [here, there] = ['technion', 'carmel'].map((branch) => given({ where: { ...anywhere, branch } }));
    expect(add(here!, there!).added).toHaveLength(2);
  });

  it('names its fields without a list where it is alone', async () => {
    const refusal = await refusalOf(() =>
      changedRules(aBook(), { add: [given({ role: 'x' })], remove: [] }, countingIds(), single),
    );
    expect(refusal.errors[0]?.pointer).toBe('/role');
  });
});

describe('a rule that is taken away', () => {
  const remove = (...ids: string[]) => changedRules(aBook(), { add: [], remove: ids }, countingIds());

  it('is gone, and told with what it gave', () => {
    const { next, acts } = remove('branch_manager-c3');
    expect(next.rules.some(({ id }) => id === 'branch_manager-c3')).toBe(false);
    expect(acts).toMatchObject([{ action: 'rule.removed', before: 'branch_manager gives t_branches_area_mang' }]);
  });

  it('is not the last one of a role', async () => {
    expect((await refusalOf(() => remove('volunteer-c5'))).code).toBe('volunteers.last_rule');
  });

  it('may be the last one where another is added at once', () => {
    const { next } = changedRules(aBook(), { add: [given()], remove: ['volunteer-c5'] }, countingIds());
    expect(next.rules.filter(({ roleKey }) => roleKey === 'volunteer')).toMatchObject([{ channelId: 'c4' }]);
  });

  it('has to be there', async () => {
    expect((await refusalOf(() => remove('other'))).code).toBe('volunteers.rule_not_found');
  });
});

describe('a template', () => {
  const book = () =>
    aBook({
      locations: [place('haifa', 'north', 'technion'), place('center', 'Tel Aviv', 'jaffa')],
      rules: [everywhere('volunteer', 'c5')],
    });
  const template = (rule: Partial<RuleGiven> = {}) =>
    changedRules(book(), { add: [given({ channel: 't-{district}', ...rule })], remove: [] }, countingIds());

  it('makes a channel for every place at once', () => {
    const made = template({ autoCreate: true }).next.channels.slice(5);
    expect(made).toMatchObject([
      { name: 't-north', system: 'slack', autoCreate: true, templateName: 't-north' },
      { name: 't-tel-aviv', autoCreate: true },
    ]);
  });

  it('makes channels only where it counts', () => {
    const { next } = template({ where: { ...anywhere, area: 'haifa' } });
    expect(next.channels.slice(5).map(({ name }) => name)).toEqual(['t-north']);
  });

  it('takes the channel that is there already', () => {
    const channels = [slackChannel('c5', 'teams'), slackChannel('c6', 't-north', { externalId: 'C6' })];
    const add = [given({ channel: 't-{district}' })];
    const { next } = changedRules({ ...book(), channels }, { add, remove: [] }, countingIds());
    expect(next.channels.map(({ id, templateName }) => [id, templateName])).toEqual([
      ['c5', undefined],
      ['c6', 't-north'],
      ['n2', 't-tel-aviv'],
    ]);
  });

  it.each([
    ['t-{distrikt}', '{distrikt} is not known; did you mean "district"?'],
    ['t {area}', 'must be letters, digits, hyphens and {area}, {district} or {branch}'],
    ['t-{area', 'must be letters, digits, hyphens and {area}, {district} or {branch}'],
  ])('is refused as %s', async (channel, detail) => {
    expect((await refusalOf(() => template({ channel }))).errors).toEqual([{ pointer: '/add/0/channel', detail }]);
  });

  it('is refused where a name would be too long for Slack', async () => {
    const channel = `${'t'.repeat(75)}-{district}`;
    expect((await refusalOf(() => template({ channel }))).errors[0]?.detail).toContain('longer than 80');
  });
});
