import { describe, expect, it } from 'vitest';
import { lifecycle } from './lifecycle.ts';

describe('a lifecycle', () => {
  it('closes in reverse order, once, even when one fails', async () => {
    const log: string[] = [];
    const life = lifecycle((name) => log.push(`failed ${name}`));
    for (const name of ['store', 'broker', 'consumer']) {
      await life.hold(name, name, () => {
        log.push(name);
        if (name === 'broker') throw new Error('gone');
      });
    }

    await Promise.all([life.close(), life.close()]);

    expect(log).toEqual(['consumer', 'broker', 'failed broker', 'store']);
  });

  it('waits for one release before it begins the next', async () => {
    const log: string[] = [];
    const life = lifecycle(() => undefined);
    await life.hold('store', 1, () => log.push('store closed'));
    await life.hold('consumer', 1, async () => {
      await Promise.resolve();
      log.push('consumer drained');
    });

    await life.close();

    expect(log).toEqual(['consumer drained', 'store closed']);
  });

  it('lets go at once of what is opened while it is closing', async () => {
    const released: string[] = [];
    const life = lifecycle(() => undefined);
    await life.close();

    await expect(life.hold('late', 'late', (name) => released.push(name))).rejects.toThrow('late was opened');
    expect(released).toEqual(['late']);
  });
});
