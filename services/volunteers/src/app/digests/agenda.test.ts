import { describe, expect, it, vi } from 'vitest';
import { aGovernance } from '../testing/governing.ts';
import { agendaDueHandler, keepAgenda } from './agenda.ts';

async function planned(everyMonths: number) {
  const governance = aGovernance();
  const plans = {
    sendDigests: vi.fn<(day: string) => Promise<void>>(),
    startReview: vi.fn<(day: string) => Promise<void>>(),
  };
  const deps = { ...governance, ...plans, timeZone: 'Asia/Jerusalem' };
  await keepAgenda(deps, everyMonths);
  const nextOf = (id: string) => governance.agenda.stored.get(id)?.nextAt?.toISOString();
  return { ...deps, nextOf };
}

describe('what comes round again', () => {
  it('is the digest of each Monday and the review of each quarter', async () => {
    const { nextOf } = await planned(3);
    expect([nextOf('digest'), nextOf('review')]).toEqual(['2026-03-09T06:00:00.000Z', '2026-04-01T05:00:00.000Z']);
  });

  it('stays as it is planned when another process starts', async () => {
    const deps = await planned(3);
    deps.clock.pass(86_400_000);
    await keepAgenda(deps, 3);
    expect(deps.agenda.all().map(({ version }) => version)).toEqual([1, 1]);
  });

  it('is planned anew with other months, and off with none', async () => {
    const deps = await planned(3);
    await keepAgenda(deps, 12);
    expect(deps.nextOf('review')).toBe('2027-01-01T06:00:00.000Z');
    await keepAgenda(deps, 0);
    expect(deps.nextOf('review')).toBeUndefined();
  });

  it('is done at its time, and planned for the next', async () => {
    const deps = await planned(3);
    deps.clock.set('2026-03-09T06:00:00Z');
    await agendaDueHandler(deps)('digest');
    expect(deps.sendDigests.mock.calls).toEqual([['2026-03-09']]);
    expect(deps.nextOf('digest')).toBe('2026-03-16T06:00:00.000Z');
    expect(deps.startReview).not.toHaveBeenCalled();
  });

  it('missed for weeks is done once', async () => {
    const deps = await planned(3);
    deps.clock.set('2026-03-25T06:00:00Z');
    await agendaDueHandler(deps)('digest');
    await agendaDueHandler(deps)('digest');
    expect(deps.sendDigests).toHaveBeenCalledTimes(1);
  });
});
