import { temporaryFolder } from '@guildhall/testing';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bounds, Journal } from './journal.ts';

const roomy = { lines: 1_000, bytes: 1_000_000 };
let path: string;
const opened: Journal[] = [];

beforeEach(() => {
  path = join(temporaryFolder(), 'nested', 'mail.jsonl');
});

afterEach(() => Promise.all(opened.splice(0).map((journal) => journal.close())));

async function openJournal(bounds: Bounds) {
  const found = await Journal.open(path, bounds);
  opened.push(found.journal);
  return found;
}

const reread = async (bounds = roomy) => (await openJournal(bounds)).entries;

describe('a journal', () => {
  it('has a line on disk when append resolves', async () => {
    const { journal } = await openJournal(roomy);
    await journal.append({ id: 1 });
    expect((await readFile(path, 'utf8')).trim()).toBe('{"id":1}');
  });

  it('gives back what was appended, in order, after a restart', async () => {
    const { journal } = await openJournal(roomy);
    await Promise.all([1, 2, 3].map((id) => journal.append({ id })));
    await journal.close();
    expect(await reread()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('leaves out a line that a crash cut short, and goes on after it', async () => {
    const first = await openJournal(roomy);
    await first.journal.append({ id: 1 });
    await appendFile(path, '{"id":2,"te');
    const second = await openJournal(roomy);
    await second.journal.append({ id: 3 });
    expect(await reread()).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('stays bounded, and always holds the newest lines', async () => {
    const bounds = { lines: 10, bytes: 1_000_000 };
    const { journal } = await openJournal(bounds);
    for (let id = 1; id <= 57; id += 1) await journal.append({ id });
    const kept = await reread(bounds);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept.slice(-10)).toEqual(Array.from({ length: 10 }, (_, index) => ({ id: 48 + index })));
  });

  it('is bounded by bytes too', async () => {
    const bounds = { lines: 1_000, bytes: 100 };
    const { journal } = await openJournal(bounds);
    for (let id = 1; id <= 50; id += 1) await journal.append({ id, text: 'x'.repeat(40) });
    expect((await reread(bounds)).length).toBeLessThan(8);
  });

  it('is empty after clear, also for the next process', async () => {
    const { journal } = await openJournal({ lines: 2, bytes: 1_000 });
    for (let id = 1; id <= 5; id += 1) await journal.append({ id });
    await journal.clear();
    expect(await reread()).toEqual([]);
  });

  it('refuses what comes after it was closed', async () => {
    const { journal } = await openJournal(roomy);
    await journal.close();
    await expect(journal.append({ id: 1 })).rejects.toThrow('closed');
  });
});
