import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageError } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

export type FileFormat = 'csv' | 'xlsx';

/** The format that the name of a file asks for. Throws for one that nothing could be written to. */
export function fileFormat(path: string): FileFormat {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (extension === '.xlsx') return 'xlsx';
  throw new UsageError(`"${path}" is neither a .csv nor an .xlsx file.`);
}

export async function saveFile({ say }: Terminal, path: string, file: Blob): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  await writeFile(path, bytes);
  say(`${path}: ${bytes.length} bytes.`);
}
