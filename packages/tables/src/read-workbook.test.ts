import { describe, expect, it } from 'vitest';
import { readWorkbook, UnreadableWorkbook } from './read-workbook.ts';
import { unpackedSize } from './unpacked-size.ts';
import { writeWorkbook } from './workbook.ts';

const workbook = (rows: readonly (readonly (string | number)[])[]) =>
  writeWorkbook([{ name: 'People', columns: ['id', 'name'], rows }]);

describe('a workbook', () => {
  it('reads back as it was written, each line with its number', async () => {
    const lines = await readWorkbook(
      await workbook([
        ['007', '=Dana'],
        ['x', ' Łukasz '],
      ]),
    );
    expect(lines).toEqual([
      { line: 1, cells: ['id', 'name'] },
      { line: 2, cells: ['007', '=Dana'] },
      { line: 3, cells: ['x', ' Łukasz '] },
    ]);
  });

  it('keeps numbers as they are stored', async () => {
    const [, row] = await readWorkbook(await workbook([[1_234_567_890_123, 1.5]]));
    expect(row?.cells).toEqual(['1234567890123', '1.5']);
  });

  it.each([
    ['text', Buffer.from('id,name\n')],
    ['nothing', new Uint8Array()],
    ['a torn archive', Buffer.from('PK\u0003\u0004 and so on')],
  ])('is not %s', async (_, file) => {
    await expect(readWorkbook(file)).rejects.toThrow(UnreadableWorkbook);
  });

  it('is not another archive', async () => {
    const empty = Buffer.alloc(22);
    empty.writeUInt32LE(0x06_05_4b_50);
    await expect(readWorkbook(empty)).rejects.toThrow(UnreadableWorkbook);
  });

  it('is not unpacked where it would fill the memory', async () => {
    const file = Buffer.from(await workbook([]));
    const entry = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    file.writeUInt32LE(4_000_000_000, entry + 24);
    expect(unpackedSize(file)).toBeGreaterThan(4_000_000_000);
    await expect(readWorkbook(file)).rejects.toThrow('unpacks to');
  });
});
