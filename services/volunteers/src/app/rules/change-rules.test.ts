import { describe, expect, it } from 'vitest';
import type { BookFact } from '../../domain/book.ts';
import type { Audited } from '../../domain/audit.ts';
import { aCaller, aService, inMemoryCensus, refusalOf } from '../testing.ts';
import { changeRulesHandler, createRuleHandler, deleteRuleHandler, previewRulesHandler } from './change-rules.ts';

const anywhere = { area: '', district: '', branch: '' };
const rule = (role: string, channel: string, where: Partial<typeof anywhere> = {}) => ({
  role,
  channel,
  where: { ...anywhere, ...where },
  autoCreate: false,
});

const setUp = async (volunteers = 8, managers = 2) => {
  const service = aService();
  for (let n = 0; n < volunteers; n += 1) await service.enrol(`V${n}`, `v${n}@example.org`);
  for (let n = 0; n < managers; n += 1) await service.enrol(`M${n}`, `m${n}@example.org`, 'branch_manager');
  const census = inMemoryCensus(service.volunteers.stored);
  const deps = { ...service, census, safeStopPercent: 20 };
  const ask = { caller: aCaller(), confirmRemoved: 0, version: 0 };
  const change = (given: Partial<Parameters<ReturnType<typeof changeRulesHandler>>[0]>) =>
    changeRulesHandler(deps)({ add: [], remove: [], ...ask, ...given });
  return { ...deps, change, preview: previewRulesHandler(deps) };
};

describe('a preview', () => {
  it('counts who would get and lose what, and changes nothing', async () => {
    const { preview, books } = await setUp();
    const { consequences, version } = await preview({
      add: [rule('volunteer', 'branches_manag')],
      remove: ['branch_manager-c4'],
    });
    expect(consequences).toMatchObject({ added: 8, removed: 2, losing: 2, people: 10, needsConfirmation: false });
    expect(consequences.changes).toContainEqual({
      volunteerId: 'V0',
      name: 'Dana V0',
      channel: 'branches_manag',
      change: 'grant',
    });
    expect([version, books.current().version]).toEqual([1, 1]);
  });

  it('shows the first hundred', async () => {
    const { preview } = await setUp(105, 0);
    const { consequences } = await preview({ add: [rule('volunteer', 'branches_manag')], remove: [] });
    expect([consequences.added, consequences.changes.length]).toEqual([105, 100]);
  });

  it('asks only for people whose roles give something else', async () => {
    const { preview, census } = await setUp(1, 1);
    await preview({ add: [rule('branch_manager', 't_area_district')], remove: [] });
    expect(census.asked).toEqual([['branch_manager']]);
  });

  it('says when it has to be confirmed', async () => {
    const { preview } = await setUp(7, 3);
    const { consequences } = await preview({ add: [], remove: ['branch_manager-c4'] });
    expect(consequences).toMatchObject({ losing: 3, people: 10, needsConfirmation: true });
  });
});

describe('a change of rules', () => {
  it('is one version, told with the roles that it is about and with who made it', async () => {
    const { change, books } = await setUp();
    const done = await change({ add: [rule('volunteer', 'branches_manag')], remove: ['branch_manager-c4'] });
    expect(done).toMatchObject({ version: 2, consequences: { added: 8, removed: 2 } });
    const [fact, ...entries] = books.said as [BookFact, ...Audited[]];
    expect(fact).toMatchObject({ type: 'rules-changed', roleKeys: ['branch_manager', 'volunteer'] });
    expect(entries.map(({ entry }) => [entry.action, entry.actorId])).toEqual([
      ['rule.removed', 'root'],
      ['rule.added', 'root'],
    ]);
  });

  it('is refused where the rules are others than those that were read', async () => {
    const { change } = await setUp(1, 0);
    await change({ add: [rule('volunteer', 'branches_manag')], version: 1 });
    const refusal = await refusalOf(() => change({ add: [rule('volunteer', 't_area_district')], version: 1 }));
    expect(refusal.code).toBe('volunteers.version_conflict');
  });

  it('is refused where it takes from too many, with the numbers', async () => {
    const { change, books } = await setUp(7, 3);
    const refusal = await refusalOf(() => change({ remove: ['branch_manager-c4', 'branch_manager-c5'] }));
    expect(refusal.code).toBe('volunteers.too_many_removals');
    expect(refusal.details).toEqual({ removed: 6, peopleLosing: 3, people: 10 });
    expect([books.current().version, books.said]).toEqual([1, []]);
  });

  it('is made where the number is confirmed, and no other number', async () => {
    const { change } = await setUp(7, 3);
    const asked = { remove: ['branch_manager-c4', 'branch_manager-c5'] };
    expect((await refusalOf(() => change({ ...asked, confirmRemoved: 5 }))).code).toBe('volunteers.too_many_removals');
    expect((await change({ ...asked, confirmRemoved: 6 })).version).toBe(2);
  });

  it('may take from as many as the limit is', async () => {
    const { change } = await setUp(8, 2);
    expect((await change({ remove: ['branch_manager-c4'] })).consequences.needsConfirmation).toBe(false);
  });

  it('that is large is told as one', async () => {
    const { change, books } = await setUp(0, 0);
    const add = Array.from({ length: 101 }, (_, n) => rule('volunteer', `t${n}-{district}`));
    await change({ add });
    expect(books.said.slice(1)).toMatchObject([{ entry: { action: 'rules.changed', after: '101 rules at once' } }]);
  });

  it('is followed by everybody whom it is about', async () => {
    const service = await setUp(1, 0);
    await service.change({ add: [rule('volunteer', 'branches_manag')] });
    await service.volunteers.wake({ roleKeys: ['volunteer'] });
    await service.settleAll();
    expect(service.current('V0').memberships.filter(({ desired }) => desired)).toHaveLength(2);
  });
});

describe('one rule', () => {
  it('is added, and answered with its channel', async () => {
    const deps = await setUp(1, 0);
    const { rule: added } = await createRuleHandler(deps)({
      rule: rule('volunteer', '#branches_manag', { district: 'North' }),
      caller: aCaller(),
    });
    expect(added).toMatchObject({ roleKey: 'volunteer', channelId: 'c4', where: { district: 'north' } });
  });

  it('is taken away with the same care', async () => {
    const deps = await setUp(0, 1);
    const remove = (confirmRemoved: number) =>
      deleteRuleHandler(deps)({ ruleId: 'branch_manager-c4', confirmRemoved, caller: aCaller() });
    expect((await refusalOf(() => remove(0))).code).toBe('volunteers.too_many_removals');
    await remove(1);
    expect(deps.books.current().rules.some(({ id }) => id === 'branch_manager-c4')).toBe(false);
  });
});
