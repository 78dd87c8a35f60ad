import { screen } from '@testing-library/react';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { show } from '../testing/show.tsx';
import { QrCode } from './qr-code.tsx';

const text = 'http://guildhall.test/t/gh_4fsecret';

describe('a QR code', () => {
  it('draws every dark square once, inside a quiet border', () => {
    show(<QrCode text={text} label="Code" />);
    const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
    const svg = screen.getByRole('img', { name: 'Code' });
    const squares = [...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)];
    const drawn = squares.map(([, x, y]) => (Number(y) - 4) * size + Number(x) - 4);

    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${size + 8} ${size + 8}`);
    expect(drawn).toEqual([...data.keys()].filter((index) => data[index]));
  });
});
