import { describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { observation } from './observation.ts';

function setUp(isDebug: boolean) {
  const lines: [level: string, fields: Record<string, unknown>][] = [];
  const at = (level: string) => (fields: object) => void lines.push([level, fields as Record<string, unknown>]);
  const observe = observation({
    isLevelEnabled: () => isDebug,
    debug: at('debug'),
    info: at('info'),
    error: at('error'),
  });
  const exchange = {
    request: { method: 'GET', headers: {} },
    path: '/api/auth/challenges/secret-id',
    search: 'token=secret',
    address: '10.0.0.1',
    route: '/api/auth/challenges/{challengeId}',
    startedAt: performance.now(),
  } as unknown as Exchange;
  return { lines, observe, exchange };
}

describe('the log of requests', () => {
  it.each([
    [200, 'debug'],
    [404, 'debug'],
    [500, 'error'],
    [503, 'info'],
    [504, 'info'],
  ])('has one line for a %i: %s', (status, level) => {
    const { lines, observe, exchange } = setUp(true);
    observe(exchange, status, new Error('x'));
    expect(lines.map(([one]) => one)).toEqual([level]);
  });

  it('is silent about what went well, unless it is asked', () => {
    const { lines, observe, exchange } = setUp(false);
    observe(exchange, 200);
    observe(exchange, 404);
    expect(lines).toEqual([]);
  });

  it('names the route and the trace, never the path, the query or the caller', () => {
    const { lines, observe, exchange } = setUp(true);
    observe(exchange, 503);
    const text = JSON.stringify(lines);
    expect(lines[0]?.[1]).toMatchObject({
      route: '/api/auth/challenges/{challengeId}',
      status: 503,
      traceId: expect.any(String),
    });
    for (const secret of ['secret', '10.0.0.1']) expect(text).not.toContain(secret);
  });
});
