import { pictureUnusable } from './refusals.ts';

export type PictureType = 'image/jpeg' | 'image/png';

const longestPhoto = 2 * 1024 * 1024;
const longestSignature = 100 * 1024;

const beginnings: readonly (readonly [PictureType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What the bytes are, whatever the sender calls them. Refuses anything but JPEG and PNG of 2 MB at most. */
export function photoType(bytes: Uint8Array): PictureType {
  if (bytes.length === 0) throw pictureUnusable('', 'is empty');
  if (bytes.length > longestPhoto) throw pictureUnusable('', 'is larger than 2 MB');
  const found = beginnings.find(([, beginning]) => beginning.every((byte, i) => bytes[i] === byte));
  if (!found) throw pictureUnusable('', 'is neither JPEG nor PNG');
  return found[0];
}

/** Refuses a signature that is no PNG of 100 KB at most. */
export function checkSignature(bytes: Uint8Array, pointer: string): void {
  if (bytes.length > longestSignature) throw pictureUnusable(pointer, 'is larger than 100 KB');
  const [, png] = beginnings[1] ?? [];
  if (!png?.every((byte, i) => bytes[i] === byte)) throw pictureUnusable(pointer, 'is not a PNG');
}
