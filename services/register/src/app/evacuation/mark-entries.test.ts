import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../domain/evacuation/entry.ts';
import type { GivenMark } from './mark-entries.ts';
import { anEvacuation, nobody, officer, wanda } from './testing.ts';

async function underWay(...names: string[]) {
  const evacuation = anEvacuation();
  await evacuation.comeIn(...names);
  const { incident } = await evacuation.start();
  const incidentId = incident.id;
  const mark = (id: string, name: string, more: Partial<GivenMark> = {}): GivenMark => ({
    id,
    entryId: `${incidentId}-${name}`,
    state: 'safe',
    at: new Date('2026-03-02T14:01:00Z'),
    ...more,
  });
  const send = (marks: readonly GivenMark[], sentAt?: Date, by = wanda) =>
    evacuation.markEntries({ incidentId, marks, by, ...(sentAt && { sentAt }) });
  const entryOf = (name: string) => evacuation.entries.stored.get(`${incidentId}-${name}`)!;
  evacuation.clock.set('2026-03-02T14:05:00Z');
  return { ...evacuation, incidentId, mark, send, entryOf };
}

describe('marks from a phone that was offline', () => {
  it('are kept, each once', async () => {
    const { send, mark, entryOf, entries } = await underWay('Ada', 'Bob');
    const batch = [mark('m1', 'ada'), mark('m2', 'bob', { state: 'missing' }), mark('m1', 'ada')];
    expect(await send(batch)).toMatchObject({ kept: ['m1', 'm2'], refused: [] });
    expect(await send(batch)).toMatchObject({ kept: ['m1', 'm2'], refused: [] });
    expect([entryOf('ada').marks, entryOf('bob').marks].map(({ length }) => length)).toEqual([1, 1]);
    expect(entries.named('entry-marked')).toHaveLength(2);
  });

  it('leave an audit entry each, once', async () => {
    const { send, mark, audits, incidentId } = await underWay('Ada');
    await send([mark('m1', 'ada')]);
    await send([mark('m1', 'ada'), mark('m2', 'ada', { state: 'missing' })]);
    const marked = [...audits.entries.values()].filter(({ action }) => action === 'incident.mark');
    expect(marked.map(({ id, actorId, subjectId }) => [id, actorId, subjectId])).toEqual([
      [`incident.mark-${incidentId}-ada-m1`, 'wanda-warden', 'ada'],
      [`incident.mark-${incidentId}-ada-m2`, 'wanda-warden', 'ada'],
    ]);
  });

  it('give the same board in any order, split over three wardens, sent again and again', async () => {
    const state = fc.constantFrom('safe', 'help', 'missing', 'not_on_site');
    const one = fc.record({ name: fc.constantFrom('ada', 'bob'), state, second: fc.integer({ min: 0, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        async (said, random) => {
          const boardAfter = async (isShuffled: boolean) => {
            const { send, mark, entryOf } = await underWay('Ada', 'Bob');
            const marks = said.map((what, index) =>
              mark(`m${index}`, what.name, {
                state: what.state,
                at: new Date(Date.UTC(2026, 2, 2, 14, 1, what.second)),
              }),
            );
            const keyed = [...marks, ...marks].map((value) => ({ value, key: random.next().value ?? 0 }));
            const order = isShuffled ? keyed.sort((a, b) => a.key - b.key).map(({ value }) => value) : marks;
            const parts = isShuffled
              ? [0, 1, 2].map((part) => order.filter((_, index) => index % 3 === part))
              : [order];
            await Promise.all(parts.filter(({ length }) => length > 0).map((part) => send(part)));
            return ['ada', 'bob'].map((name) => stateOf(entryOf(name))).map(({ state: s, at }) => [s, at]);
          };
          expect(await boardAfter(true)).toEqual(await boardAfter(false));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stand at the time at which they were said, by the clock of the platform', async () => {
    const { send, mark, entryOf } = await underWay('Ada');
    const wrongBy = 3_600_000;
    const at = new Date(Date.parse('2026-03-02T14:01:00Z') + wrongBy);
    await send([mark('m1', 'ada', { at })], new Date(Date.parse('2026-03-02T14:05:00Z') + wrongBy));
    expect(entryOf('ada').marks[0]?.at).toEqual(new Date('2026-03-02T14:01:00Z'));
  });

  it('are never of the future, nor from before the incident', async () => {
    const { send, mark, entryOf } = await underWay('Ada');
    const ats = ['2030-01-01T00:00:00Z', '2020-01-01T00:00:00Z'];
    await send(ats.map((at, index) => mark(`m${index}`, 'ada', { at: new Date(at) })));
    expect(entryOf('ada').marks.map(({ at }) => at.toISOString())).toEqual([
      '2026-03-02T14:00:00.000Z',
      '2026-03-02T14:05:00.000Z',
    ]);
  });

  it('do not hold one another up', async () => {
    const { send, mark } = await underWay('Ada');
    const { kept, refused } = await send([mark('m1', 'zoe'), mark('m2', 'ada')]);
    expect(kept).toEqual(['m2']);
    expect(refused).toMatchObject([{ id: 'm1', error: { code: 'register.entry_not_found' } }]);
  });

  it('count after the end when they were said before it, and are known as late', async () => {
    const { send, mark, endIncident, incidentId, getReport, clock } = await underWay('Ada', 'Bob');
    await endIncident({ incidentId, note: '', by: officer });
    clock.set('2026-03-02T15:00:00Z');
    const { kept, refused } = await send([
      mark('m1', 'ada'),
      mark('m2', 'bob', { at: new Date('2026-03-02T14:30:00Z') }),
    ]);
    expect([kept, refused.map(({ error }) => error.code)]).toEqual([['m1'], ['register.incident_ended']]);
    const { unaccounted, timeline } = await getReport({ incidentId, by: officer });
    expect(unaccounted.map(({ displayName }) => displayName)).toEqual(['Ada', 'Bob']);
    expect(timeline.filter(({ late }) => late)).toHaveLength(1);
  });

  it('are taken from wardens only', async () => {
    const { send, mark } = await underWay('Ada');
    await expect(send([mark('m1', 'ada')], undefined, nobody)).rejects.toMatchObject({ code: 'register.not_a_warden' });
  });
});
