import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audience } from './audience.ts';

const limits = { most: 2, heartbeatMs: 15_000, recheckMs: 60_000 };

function member(isAllowed: () => Promise<boolean> = async () => true) {
  const heard: string[] = [];
  return {
    heard,
    isAllowed,
    heartbeat: () => heard.push('beat'),
    end: (isOver: boolean) => heard.push(isOver ? 'over' : 'come back'),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an audience', () => {
  it('hears a heartbeat', () => {
    const house = audience(limits);
    const ada = member();
    house.join(ada);
    vi.advanceTimersByTime(30_000);
    expect(ada.heard).toEqual(['beat', 'beat']);
    house.close();
  });

  it('lets go of who lost the right to see it', async () => {
    const house = audience(limits);
    const [ada, bob] = [member(async () => false), member()];
    house.join(ada);
    house.join(bob);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ada.heard.at(-1)).toBe('over');
    expect(bob.heard).not.toContain('over');
    expect(house.size()).toBe(1);
    house.close();
  });

  it('keeps who cannot be asked about', async () => {
    const house = audience(limits);
    house.join(member(async () => Promise.reject(new Error('identity is away'))));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(house.size()).toBe(1);
    house.close();
  });

  it('refuses who finds no seat, until somebody leaves', () => {
    const house = audience(limits);
    house.join(member());
    const leave = house.join(member());
    expect(() => house.join(member())).toThrow(expect.objectContaining({ code: 'gateway.too_many_feeds' }));
    leave();
    house.join(member());
    expect(house.size()).toBe(2);
    house.close();
  });

  it('invites all to come back when it closes, and takes no more', () => {
    const house = audience(limits);
    const ada = member();
    house.join(ada);
    house.close();
    expect(ada.heard).toEqual(['come back']);
    expect(() => house.join(member())).toThrow(expect.objectContaining({ kind: 'unavailable' }));
  });
});
