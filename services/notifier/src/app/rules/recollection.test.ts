import { expect, it } from 'vitest';
import { recollection } from './recollection.ts';

const counting = (capacity = 3) => {
  const reads: string[] = [];
  const stored = new Map<string, string>();
  const known = recollection(async (id: string) => {
    reads.push(id);
    return stored.get(id);
  }, capacity);
  return { known, reads, stored };
};

it('reads a thing once, also when it is not there, and when it is asked for at the same time', async () => {
  const { known, reads } = counting();
  await Promise.all([known.find('a'), known.find('a')]);
  await known.find('a');
  expect(reads).toEqual(['a']);
});

it('reads again what was forgotten, also while it was being read', async () => {
  const { known, stored } = counting();
  const early = known.find('a');
  known.forget('a');
  stored.set('a', 'new');
  await early;
  expect(await known.find('a')).toBe('new');
});

it('keeps so many, those asked for of late', async () => {
  const { known, reads } = counting(2);
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await known.find(id);
  expect(reads).toEqual(['a', 'b', 'c', 'b']);
});

it('believes nothing while it cannot hear of changes, and nothing from before', async () => {
  const { known, reads } = counting();
  await known.find('a');
  known.hears(false);
  await known.find('a');
  await known.find('a');
  known.hears(true);
  await known.find('a');
  await known.find('a');
  expect(reads).toHaveLength(4);
});

it('does not remember a failure', async () => {
  let isDown = true;
  const known = recollection(async () => {
    if (isDown) throw new Error('down');
    return 'here';
  }, 3);
  await expect(known.find('a')).rejects.toThrow('down');
  isDown = false;
  expect(await known.find('a')).toBe('here');
});
