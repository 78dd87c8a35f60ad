import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { qrPng, qrSvg } from './qr-drawing.ts';

const text = 'https://members.example.org/?site=vauxhall-walk&entrance=cycle-yard';
const { modules } = QRCode.create(text, { errorCorrectionLevel: 'H' });
const size = modules.size + 8;

/** The share of modules that do not show what the code says. */
const faults = (isDark: (x: number, y: number) => boolean): number => {
  let wrong = 0;
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (isDark(x + 4, y + 4) !== (modules.get(y, x) === 1)) wrong++;
  }
  return wrong / modules.size ** 2;
};

const pixels = (logo: boolean) => {
  const { width, data } = PNG.sync.read(Buffer.from(qrPng(text, { logo })));
  const per = width / size;
  return (x: number, y: number): boolean =>
    data[(Math.floor((y + 0.5) * per) * width + Math.floor((x + 0.5) * per)) * 4] === 0;
};

describe('a QR code', () => {
  it('is the same in both forms', () => {
    const squares = new Set(
      [...qrSvg(text, { logo: false }).matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => `${x} ${y}`),
    );
    expect(faults((x, y) => squares.has(`${x} ${y}`))).toBe(0);
    expect(faults(pixels(false))).toBe(0);
  });

  it('has a quiet zone of four modules', () => {
    const isDark = pixels(false);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < 4; j++) expect([isDark(i, j), isDark(j, i)]).toEqual([false, false]);
  });

  it('loses far less to the mark than the correction mends', () => {
    expect(faults(pixels(true))).toBeGreaterThan(0);
    expect(faults(pixels(true))).toBeLessThan(0.05);
  });

  it('has the mark in the middle of the SVG as well', () => {
    expect(qrSvg(text, { logo: true })).toContain('<circle');
    expect(qrSvg(text, { logo: false })).not.toContain('<circle');
  });

  it('is large enough for a poster', () => {
    expect(PNG.sync.read(Buffer.from(qrPng(text, { logo: false }))).width).toBe(size * 30);
  });
});
