import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

const message = (id: number) => ({ id: String(id), at: '', channel: 'sms' as const, to: '', text: '', raw: {} });

describe('a shelf', () => {
  it('holds no more than its limit, the newest', () => {
    const shelf = new Shelf(3, 1_000);
    for (let id = 1; id <= 10; id += 1) shelf.add(message(id), 1);
    expect(shelf.all().map(({ id }) => id)).toEqual(['8', '9', '10']);
    expect(shelf.size).toBe(3);
  });

  it('holds no more bytes than its limit, but always the newest message', () => {
    const shelf = new Shelf(100, 10);
    for (let id = 1; id <= 5; id += 1) shelf.add(message(id), 4);
    expect(shelf.all().map(({ id }) => id)).toEqual(['4', '5']);
    shelf.add(message(6), 50);
    expect(shelf.all().map(({ id }) => id)).toEqual(['6']);
  });

  it('is empty after clear and takes messages again', () => {
    const shelf = new Shelf(3, 1_000);
    shelf.add(message(1), 1);
    shelf.clear();
    shelf.add(message(2), 1);
    expect(shelf.all().map(({ id }) => id)).toEqual(['2']);
  });
});
