import { describe, expect, it } from 'vitest';
import { checkSignature, photoType } from './picture.ts';

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const padded = (start: Uint8Array, length: number) => Uint8Array.from({ length }, (_, i) => start[i] ?? 0);

describe('a photo', () => {
  it.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['image/png', padded(png, 2 * 1024 * 1024)],
  ])('is known as %s by its first bytes', (type, bytes) => {
    expect(photoType(bytes)).toBe(type);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a page', new TextEncoder().encode('<svg onload="alert(1)">')],
    ['more than 2 MB', padded(png, 2 * 1024 * 1024 + 1)],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => photoType(bytes)).toThrow(expect.objectContaining({ code: 'register.picture_unusable' }));
  });
});

describe('a signature', () => {
  it('is a PNG', () => {
    expect(() => checkSignature(png, '/x')).not.toThrow();
  });

  it.each([
    ['a JPEG', jpeg],
    ['more than 100 KB', padded(png, 100 * 1024 + 1)],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => checkSignature(bytes, '/x')).toThrow(expect.objectContaining({ errors: [expect.anything()] }));
  });
});
