import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem.ts';
import { forget, recall, remembered } from './remembered.ts';

const away = (status = 0) => Promise.reject(new Problem(status, {}));

describe('what the platform said', () => {
  it('is what counts while it answers', async () => {
    await remembered('list', async () => 'old');

    expect(await remembered('list', async () => 'new')).toMatchObject({ value: 'new', isNew: true });
  });

  it.each([0, 502, 503, 504])('is remembered while it cannot be reached: %s', async (status) => {
    const before = new Date();
    await remembered('list', async () => 'old');

    const { value, at, isNew } = await remembered('list', () => away(status));

    expect([value, isNew]).toEqual(['old', false]);
    expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('is not put in the place of a refusal', async () => {
    await remembered('list', async () => 'old');

    await expect(remembered('list', () => away(403))).rejects.toThrow(Problem);
  });

  it('cannot be remembered when it never said anything', async () => {
    await expect(remembered('nothing', () => away())).rejects.toThrow(Problem);
  });

  it('can be forgotten', async () => {
    await remembered('list', async () => 'old');
    await forget('list');

    expect(await recall('list')).toBeUndefined();
  });
});
