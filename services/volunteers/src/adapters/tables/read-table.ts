import { readCsv, UnclosedQuote, uninert } from '@guildhall/tables';
import { readWorkbook, UnreadableWorkbook } from '@guildhall/tables/read-workbook';
import type { ReadTable } from '../../app/imports/ports.ts';
import { importRefusals } from '../../domain/import-refusals.ts';

const begins = (file: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte);

/** A workbook by its first bytes, else separated values. */
export const readTable: ReadTable = async (file) => {
  if (begins(file, 0xd0, 0xcf, 0x11, 0xe0)) throw importRefusals.badFile('is of an old Excel: save it as .xlsx');
  if (begins(file, 0x50, 0x4b, 0x03, 0x04)) {
    return readWorkbook(file).catch((error: unknown) => {
      if (!(error instanceof UnreadableWorkbook)) throw error;
      throw importRefusals.badFile('is no workbook that can be read: save it as .xlsx or .csv', error);
    });
  }
  return separatedValues(textOf(file));
};

function separatedValues(text: string) {
  try {
    return readCsv(text).map(({ line, cells }) => ({ line, cells: cells.map(uninert) }));
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    throw importRefusals.badFile(`has a quotation mark in line ${error.line} that is not closed`, error);
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
function textOf(file: Uint8Array): string {
  const encoding = begins(file, 0xff, 0xfe) ? 'utf-16le' : begins(file, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch (error) {
    throw importRefusals.badFile('is not in UTF-8: save it as "CSV UTF-8" or as .xlsx', error);
  }
}
