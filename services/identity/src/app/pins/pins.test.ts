import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

let clock: TestClock;
let world: InMemoryWorld;
beforeEach(() => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
});

const withPin = async (name: string, pin = '482913') => {
  const { person, caller } = await arrive(world, name);
  return { person, caller, number: await world.setPin({ pin, caller }) };
};
const find = (number: string, pin: string) => world.findByPin({ number, pin });

describe('a PIN', () => {
  it('finds its person by number', async () => {
    const { person, number, caller } = await withPin('Ada');
    expect(await find(number, '482913')).toMatchObject({ id: person.id });
    expect(await world.getPin({ caller })).toBe(number);
  });

  it('keeps the number when it changes, and each person has their own', async () => {
    const { number, caller } = await withPin('Ada');
    expect(await world.setPin({ pin: '739164', caller })).toBe(number);
    expect((await withPin('Bob')).number).not.toBe(number);
  });

  it('is wrong for numbers of nobody as for others, and locks them alike after five', async () => {
    const { number } = await withPin('Ada');
    const met = async (tried: string) => {
      const codes: string[] = [];
      for (let n = 0; n < 6; n += 1) await find(tried, '000001').catch(({ code }) => codes.push(code));
      return codes;
    };
    const five = [
      ...Array.from({ length: 4 }, () => 'identity.wrong_pin'),
      'identity.pin_locked',
      'identity.pin_locked',
    ];
    expect(await met(number)).toEqual(five);
    expect(await met('99999')).toEqual(five);
    await expect(find(number, '482913')).rejects.toMatchObject({ kind: 'locked', retryAfterSeconds: 900 });
    clock.advance(900_000);
    await expect(find(number, '482913')).resolves.toBeDefined();
  });

  it('that is right forgives what was wrong before', async () => {
    const { number } = await withPin('Ada');
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await expect(find(number, '000001')).rejects.toBeDefined();
      await expect(find(number, '482913')).resolves.toBeDefined();
    }
  });

  it('opens nothing for who may not enter, or has none any more', async () => {
    const { number, caller, person } = await withPin('Ada');
    await world.removePin({ caller });
    await expect(find(number, '482913')).rejects.toMatchObject({ code: 'identity.wrong_pin' });
    expect(await world.getPin({ caller })).toBeUndefined();
    const again = await world.setPin({ pin: '482913', caller });
    await world.updatePerson({ personId: person.id, change: { status: 'disabled' }, caller });
    await expect(find(again, '482913')).rejects.toMatchObject({ code: 'identity.wrong_pin' });
  });

  it('comes back under the same number until what was left of it is gone', async () => {
    const { number, caller, person } = await withPin('Ada');
    await world.removePin({ caller });
    expect(await world.setPin({ pin: '482913', caller })).toBe(number);
    await world.forgetPin(person.id);
    await expect(find(number, '482913')).resolves.toMatchObject({ id: person.id });
    await world.removePin({ caller });
    await world.forgetPin(person.id);
    expect(await world.pins.find(person.id)).toBeUndefined();
  });

  it('has its tries forgotten when they no longer matter', async () => {
    await expect(find('99999', '1')).rejects.toBeDefined();
    clock.advance(1_800_000);
    await world.forgetTries('99999');
    expect(await world.pinTries.find('99999')).toBeUndefined();
  });
});
