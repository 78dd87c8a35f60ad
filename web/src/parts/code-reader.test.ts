import jsQr from 'jsqr';
import { create } from 'qrcode';
import { describe, expect, it, vi } from 'vitest';
import { codeReader, readByHand } from './code-reader.ts';

const pixel = 4;

/** A picture of a QR code, as a camera gives it. */
function pictureOf(text: string) {
  const { size, data } = create(text).modules;
  const edge = (size + 8) * pixel;
  const picture = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const [column, row] = [Math.floor(x / pixel) - 4, Math.floor(y / pixel) - 4];
      const isInside = column >= 0 && row >= 0 && column < size && row < size;
      if (isInside && data[row * size + column]) picture.fill(0, (y * edge + x) * 4, (y * edge + x) * 4 + 3);
    }
  }
  return { picture, edge };
}

/** A video whose picture is this. */
function show({ picture, edge }: ReturnType<typeof pictureOf>): HTMLVideoElement {
  const context = { drawImage: () => undefined, getImageData: () => ({ data: picture }) };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  return { videoWidth: edge, videoHeight: edge } as HTMLVideoElement;
}

describe('a reader of codes', () => {
  it('reads a badge where the browser cannot', async () => {
    const video = show(pictureOf('https://example.org/b/abc'));
    expect(await (await codeReader())(video)).toBe('https://example.org/b/abc');
  });

  it('leaves it to the browser where it can', async () => {
    vi.stubGlobal(
      'BarcodeDetector',
      class {
        detect = async () => [{ rawValue: 'from the browser' }];
      },
    );
    expect(await (await codeReader())({} as HTMLVideoElement)).toBe('from the browser');
  });

  it('sees nothing in a picture that is not there yet', async () => {
    const video = show(pictureOf('x'));
    expect(await readByHand(jsQr)({ ...video, videoWidth: 0 })).toBeUndefined();
  });
});
