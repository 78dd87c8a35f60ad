import { describe, expect, it } from 'vitest';
import { memoryHitLogs } from '../testing.ts';
import { limiter } from './limiter.ts';

const clock = { now: () => new Date('2026-03-02T09:00:00Z') };
const limit = { count: 3, windowSeconds: 60 };

describe('the limiter', () => {
  it('counts each caller apart', async () => {
    const count = limiter(memoryHitLogs(), clock);
    for (let request = 0; request < 3; request++) await count('ada', limit);
    expect((await count('ada', limit)).isAllowed).toBe(false);
    expect((await count('bob', limit)).isAllowed).toBe(true);
  });

  it('lets no more through when all come at once', async () => {
    const logs = memoryHitLogs();
    const [one, other] = [limiter(logs, clock), limiter(logs, clock)];
    const standings = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 ? one : other)('ada', limit)),
    );
    expect(standings.filter(({ isAllowed }) => isAllowed)).toHaveLength(3);
  });

  it('gives up rather than spin when it loses every race', async () => {
    const count = limiter({ find: async () => undefined, save: async () => false }, clock);
    await expect(count('ada', limit)).rejects.toMatchObject({ kind: 'unavailable', code: 'gateway.busy' });
  });
});
