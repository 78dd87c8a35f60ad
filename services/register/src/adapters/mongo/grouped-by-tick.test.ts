import { describe, expect, it, vi } from 'vitest';
import { groupedByTick, type Place } from './grouped-by-tick.ts';

const at = (personId: string, siteId = 'vw'): Place => ({ personId, siteId });
const loader = () => vi.fn<(places: readonly Place[]) => Promise<readonly Place[]>>(async (places) => places);

describe('questions of one tick', () => {
  it('are answered by one query', async () => {
    const load = loader();
    const ask = groupedByTick(load);
    expect(await Promise.all([ask(at('ada')), ask(at('bob'))])).toEqual([at('ada'), at('bob')]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('have each their own answer, even when more was found', async () => {
    const ask = groupedByTick(async () => [at('ada', 'quay'), at('bob', 'vw')]);
    expect(await Promise.all([ask(at('ada', 'vw')), ask(at('bob', 'vw'))])).toEqual([undefined, at('bob', 'vw')]);
  });

  it('are not answered by the query of an earlier tick', async () => {
    const load = loader();
    const ask = groupedByTick(load);
    await ask(at('ada'));
    await ask(at('ada'));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('are split where they are many', async () => {
    const load = loader();
    const ask = groupedByTick(load);
    await Promise.all(Array.from({ length: 300 }, (_, i) => ask(at(String(i)))));
    expect(load.mock.calls.map(([places]) => places.length)).toEqual([256, 44]);
  });

  it('fail together, and the next ones do not', async () => {
    const load = loader().mockRejectedValueOnce(new Error('away'));
    const ask = groupedByTick(load);
    const outcomes = await Promise.allSettled([ask(at('ada')), ask(at('bob'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask(at('ada'))).toEqual(at('ada'));
  });
});
