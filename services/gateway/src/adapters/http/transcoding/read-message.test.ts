import { describe, expect, it } from 'vitest';
import { probeMessage } from '../../../testing/contract.ts';
import type { Faults } from './faults.ts';
import { messageReader } from './read-message.ts';

const thing = messageReader(probeMessage('Thing'));

function read(json: unknown) {
  const faults: Faults = [];
  const message = thing(json, faults) as Record<string, unknown> | undefined;
  return { message, faults };
}
const faultsOf = (json: unknown) => read(json).faults.map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('a request that is not what the contract says', () => {
  it.each([
    [{ nope: 1 }, '/nope is not a field of this request'],
    [{ is_open: true }, '/is_open is not a field of this request'],
    [JSON.parse('{"__proto__":{}}'), '/__proto__ is not a field of this request'],
    [{ constructor: {} }, '/constructor is not a field of this request'],
    [{ name: 7 }, '/name must be text'],
    [{ name: ['x'] }, '/name must be text'],
    [{ name: null }, '/name must be text'],
    [{ isOpen: 'true' }, '/isOpen must be true or false'],
    [{ count: '7' }, '/count must be a whole number from -2147483648 to 2147483647'],
    [{ count: 1.5 }, '/count must be a whole number from -2147483648 to 2147483647'],
    [{ count: 2 ** 31 }, '/count must be a whole number from -2147483648 to 2147483647'],
    [{ size: -1 }, '/size must be a whole number from 0 to 4294967295'],
    [{ huge: '9223372036854775808' }, '/huge must be a whole number, as text'],
    [{ huge: 'ten' }, '/huge must be a whole number, as text'],
    [{ vast: '-1' }, '/vast must be a whole number, as text'],
    [{ share: '0.5' }, '/share must be a number'],
    [{ blob: 'no base64!' }, '/blob must be base64'],
    [{ colour: 'green' }, '/colour must be red or dark_blue'],
    [{ colour: 'RED' }, '/colour must be red or dark_blue'],
    [{ colour: 'unspecified' }, '/colour must be red or dark_blue'],
    [{ colour: 1 }, '/colour must be red or dark_blue'],
    [{ colours: ['red', 'green'] }, '/colours/1 must be red or dark_blue'],
    [{ tags: 'one' }, '/tags must be a list'],
    [{ tags: [1] }, '/tags/0 must be text'],
    [{ at: '2026-02-30T00:00:00Z' }, '/at must be a time such as 2026-03-02T08:30:00Z'],
    [{ lasts: 90 }, '/lasts must be seconds such as 90s'],
    [{ labels: { one: 'x' } }, '/labels/one must be a whole number from -2147483648 to 2147483647'],
    [{ labels: [] }, '/labels must be an object'],
    [
      { children: [{ name: 'x' }, { children: [{ nope: 1 }] }] },
      '/children/1/children/0/nope is not a field of this request',
    ],
    [{ parent: 'x' }, '/parent must be an object'],
    [{ 'a/b~c': 1 }, '/a~1b~0c is not a field of this request'],
    [{ email: 'a@example.org', phone: '1' }, '/phone excludes another field'],
    [[], ' must be an object'],
    ['text', ' must be an object'],
    [null, ' must be an object'],
  ])('%j: %s', (json, expected) => {
    expect(faultsOf(json)).toEqual([expected]);
  });

  it('is told everything that is wrong at once', () => {
    expect(read({ name: 1, count: 'x', children: [{ isOpen: 1 }] }).faults.map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/count',
      '/children/0/isOpen',
    ]);
  });

  it('is told thirty things at most', () => {
    const much = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 1]));
    expect(read(much).faults).toHaveLength(30);
    expect(read({ tags: Array.from({ length: 5_000 }, () => 1) }).faults).toHaveLength(30);
  });
});

describe('a request that is right', () => {
  it('has the defaults where it says nothing', () => {
    expect(read({}).message).toMatchObject({ name: '', count: 0, isOpen: false, tags: [], labels: {} });
  });

  it('may say null where absence means something', () => {
    const { message, faults } = read({ nickname: null, at: null });
    expect(faults).toEqual([]);
    expect(message).not.toHaveProperty('nickname');
  });

  it('keeps 64 bits exactly', () => {
    expect(read({ huge: '-9223372036854775808', vast: '18446744073709551615' }).message).toMatchObject({
      huge: -9_223_372_036_854_775_808n,
      vast: 18_446_744_073_709_551_615n,
    });
    expect(read({ huge: 7 }).message).toMatchObject({ huge: 7n });
  });

  it('chooses one of several', () => {
    expect(read({ phone: '1', orphan: true }).message).toMatchObject({
      contact: { case: 'phone', value: '1' },
      origin: { case: 'orphan', value: true },
    });
  });
});
