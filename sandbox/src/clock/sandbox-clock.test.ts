import { describe, expect, it } from 'vitest';
import { SandboxClock } from './sandbox-clock.ts';

function setUp(offsetMs = 0) {
  let real = Date.parse('2030-01-01T00:00:00Z');
  const clock = new SandboxClock({ now: () => new Date(real) }, offsetMs);
  return { clock, pass: (ms: number) => (real += ms), shown: () => clock.now().toISOString() };
}

describe('the sandbox clock', () => {
  it('starts with the offset of an earlier process', () => {
    expect(setUp(60_000).shown()).toBe('2030-01-01T00:01:00.000Z');
  });

  it('runs on from the moment it was set to', () => {
    const { clock, pass, shown } = setUp();
    clock.setTo(new Date('2031-06-01T12:00:00Z'));
    pass(1_500);
    expect(shown()).toBe('2031-06-01T12:00:01.500Z');
  });

  it('advances from wherever it is, backwards too', () => {
    const { clock, shown } = setUp(1_000);
    clock.advance(3_600);
    clock.advance(-1);
    expect(shown()).toBe('2030-01-01T01:00:00.000Z');
  });

  it('goes back to real time', () => {
    const { clock, shown } = setUp(1_000);
    clock.reset();
    expect([clock.offsetMs, shown()]).toEqual([0, '2030-01-01T00:00:00.000Z']);
  });
});
