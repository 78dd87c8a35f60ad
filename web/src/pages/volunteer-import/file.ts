import type { StartImportRequest } from '@guildhall/client';

const mostBytes = 8 * 1024 * 1024;

export const isTooLarge = ({ size }: Blob): boolean => size > mostBytes;

/** A file as it travels within JSON. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  // All at once would be more arguments than a call may have.
  for (let at = 0; at < bytes.length; at += 32_768) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  }
  return btoa(pieces.join(''));
}

type Options = Required<Pick<StartImportRequest, 'allOrNothing' | 'updateExisting'>>;
export type Chosen = Readonly<{ file: File; options: Options }>;

// The file is read by the browser again when what was checked is to be applied: it is kept for as long as the page is.
const checked = new Map<string, Chosen>();

export const keep = (importId: string, chosen: Chosen): unknown => checked.set(importId, chosen);
export const keptFor = (importId: string): Chosen | undefined => checked.get(importId);

export const requestOf = async ({ file, options }: Chosen, dryRun: boolean): Promise<StartImportRequest> => ({
  ...options,
  file: await base64Of(file),
  name: file.name,
  dryRun,
});
