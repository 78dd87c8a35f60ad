import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';

/** A fresh store of the browser, or none, and the module as a page loads it. */
async function vault(factory?: IDBFactory) {
  vi.resetModules();
  vi.stubGlobal('indexedDB', factory);
  return import('./vault.ts');
}

describe.each([
  ['the store of the browser', () => new IDBFactory()],
  ['memory, where the browser has no store', () => undefined],
])('%s', (_name, factory) => {
  it('gives back what was kept, first things first', async () => {
    const { all, keep } = await vault(factory());
    await keep('marks', { id: '2', word: 'later' } as never);
    await keep('marks', { id: '1', word: 'first' } as never);

    expect(await all('marks')).toEqual([
      { id: '1', word: 'first' },
      { id: '2', word: 'later' },
    ]);
  });

  it('keeps one thing for each id', async () => {
    const { all, find, keep } = await vault(factory());
    await keep('marks', { id: '1' });
    await keep('marks', { id: '1', word: 'again' } as never);

    expect(await all('marks')).toHaveLength(1);
    expect(await find('marks', '1')).toEqual({ id: '1', word: 'again' });
  });

  it('drops what is named and no more', async () => {
    const { all, drop, keep } = await vault(factory());
    await keep('marks', { id: '1' });
    await keep('marks', { id: '2' });

    await drop('marks', ['1', 'unknown']);

    expect(await all('marks')).toEqual([{ id: '2' }]);
  });

  it('empties one drawer and not another', async () => {
    const { all, empty, find, keep } = await vault(factory());
    await keep('marks', { id: '1' });
    await keep('memory', { id: 'session' });

    await empty('memory');

    expect(await find('memory', 'session')).toBeUndefined();
    expect(await all('marks')).toHaveLength(1);
  });
});

it('what was kept is there after the page was loaded anew', async () => {
  const factory = new IDBFactory();
  await (await vault(factory)).keep('marks', { id: '1' });

  expect(await (await vault(factory)).all('marks')).toEqual([{ id: '1' }]);
});
