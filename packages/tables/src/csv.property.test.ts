import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

/** A reader of RFC 4180, written on its own. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      row.push(cell);
      cell = '';
      if (c === '\r') {
        i++;
        rows.push(row);
        row = [];
      }
    } else cell += c;
  }
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', '1') }),
);

describe('comma-separated values', () => {
  it('read back as they were written, apostrophes before formulas apart', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (rows) => {
        const [head, ...read] = parse(toCsv({ name: '', columns: ['a', 'b'], rows }));
        expect(head).toEqual(['a', 'b']);
        expect(
          read.map((row) => row.map((cell, i) => (i < 2 ? cell.replace(/^'(?=[=+\-@\t\r\n|%])/, '') : cell))),
        ).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n|%])/, ''))));
      }),
    );
  });

  it('never begin a text with what a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const [, [read = ''] = []] = parse(toCsv({ name: '', columns: ['a'], rows: [[cell]] }));
        expect(read).not.toMatch(/^[=+\-@\t\r\n|%]/);
      }),
    );
  });

  it('leave numbers as they are, negative ones too', () => {
    expect(toCsv({ name: '', columns: ['n'], rows: [[-1.5], [0]] })).toBe('n\r\n-1.5\r\n0\r\n');
  });
});
