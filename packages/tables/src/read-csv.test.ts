import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, toCsv, UnclosedQuote, uninert } from './index.ts';

const cells = (text: string) => readCsv(text).map((line) => line.cells);

describe('separated values', () => {
  it.each([
    ['a,b\r\n1,2\r\n', ','],
    ['a;b\n1;2', ';'],
    ['a\tb\r1\t2\r', '\t'],
    ['\uFEFFa,b\n1,2', ','],
    ['"a,x";b\n1;2', ';'],
  ])('are read from %j', (text) => {
    const [head, row] = cells(text);
    expect([head?.at(-1), row]).toEqual(['b', ['1', '2']]);
  });

  it('keep what is in quotation marks', () => {
    expect(cells('a,"b ""c"", d\ne",f\n')).toEqual([['a', 'b "c", d\ne', 'f']]);
  });

  it('are numbered by the line in which they begin', () => {
    expect(readCsv('a\n"1\r\n2"\n\n3').map(({ line }) => line)).toEqual([1, 2, 4, 5]);
  });

  it('keep cells that are empty', () => {
    expect(cells('a,,c\n,\n')).toEqual([
      ['a', '', 'c'],
      ['', ''],
    ]);
  });

  it('keep what stands behind a quotation mark that closed too early', () => {
    expect(cells('"a"b,c')).toEqual([['ab', 'c']]);
  });

  it('are refused by the line of a quotation mark that never closes', () => {
    expect(() => readCsv('a\nb,"c\nd')).toThrow(UnclosedQuote);
    expect(() => readCsv('a\nb,"c\nd')).toThrow('line 2');
  });

  it('are none in an empty file', () => {
    expect(readCsv('')).toEqual([]);
    expect(readCsv('\uFEFF')).toEqual([]);
  });

  it('read back as they were written', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '-', '@', '\t', '\r', '\n', '"', ',', ';', 'a', 'é', '1') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const [, ...read] = cells(toCsv({ name: '', columns: ['a', 'b'], rows }));
        expect(read.map((row) => row.map(uninert))).toEqual(rows.map((row) => row.map(uninert)));
      }),
    );
  });
});
