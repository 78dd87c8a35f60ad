import type { Line } from './table.ts';

/** A quotation mark that opens in this line, and never closes. */
export class UnclosedQuote extends Error {
  override readonly name = 'UnclosedQuote';
  readonly line: number;

  constructor(line: number) {
    super(`a quotation mark in line ${line} is not closed`);
    this.line = line;
  }
}

type Read = Readonly<{ text: string; end: number; breaks: number }>;

const separators = [',', ';', '\t'] as const;

/**
 * The lines of a file of separated values (RFC 4180), whatever ends them, and with commas, semicolons or tabs: the one
 * that the first line has most of. A byte order mark is dropped. Throws `UnclosedQuote`.
 */
export function readCsv(given: string): readonly Line[] {
  const source = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const separator = separatorOf(source);
  const lines: Line[] = [];
  let [at, line] = [0, 1];
  while (at < source.length) {
    const cells: string[] = [];
    const first = line;
    for (let more = true; more;) {
      const cell = cellAt(source, at, separator, line);
      cells.push(cell.text);
      line += cell.breaks;
      more = source[cell.end] === separator;
      at = more ? cell.end + 1 : cell.end;
    }
    lines.push({ line: first, cells });
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
  return lines;
}

function separatorOf(source: string): string {
  const [head = ''] = source.split(/\r\n|\r|\n/, 1);
  const plain = head.replaceAll(/"[^"]*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function cellAt(source: string, from: number, separator: string, line: number): Read {
  if (source[from] === '"') return quotedAt(source, from, separator, line);
  const end = endAt(source, from, separator);
  return { text: source.slice(from, end), end, breaks: 0 };
}

/** A cell in quotation marks, with what follows them until the next separator, which no writer should put there. */
function quotedAt(source: string, from: number, separator: string, line: number): Read {
  let close = source.indexOf('"', from + 1);
  while (close !== -1 && source[close + 1] === '"') close = source.indexOf('"', close + 2);
  if (close === -1) throw new UnclosedQuote(line);
  const inside = source.slice(from + 1, close);
  const end = endAt(source, close + 1, separator);
  const breaks = inside.split(/\r\n|\r|\n/).length - 1;
  return { text: inside.replaceAll('""', '"') + source.slice(close + 1, end), end, breaks };
}

function endAt(source: string, from: number, separator: string): number {
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return end;
}

/** A text as it was before `inert` made it harmless. */
export const uninert = (text: string): string => (/^'[=+\-@\t\r\n|%]/.test(text) ? text.slice(1) : text);
