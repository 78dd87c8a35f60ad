import { PNG } from 'pngjs';
import QRCode from 'qrcode';

type Options = Readonly<{ logo: boolean }>;
/** A code as squares, with its quiet zone around it. */
type Grid = Readonly<{ size: number; isDark: (x: number, y: number) => boolean }>;

const quietZone = 4;
const pixelsPerModule = 30;
// The mark covers a fifth of the width: four percent of the area, where correction H mends up to thirty.
const badgeShare = 0.2;
const circleShare = 0.36;
const squareShare = 0.2;

function gridOf(text: string): Grid {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'H' });
  const at = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < modules.size && y < modules.size && modules.get(y, x) === 1;
  return { size: modules.size + 2 * quietZone, isDark: (x, y) => at(x - quietZone, y - quietZone) };
}

/** The QR code of a text as SVG. */
export function qrSvg(text: string, { logo }: Options): string {
  const { size, isDark } = gridOf(text);
  const squares: string[] = [];
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (isDark(x, y)) squares.push(`M${x} ${y}h1v1h-1z`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${squares.join('')}"/>`,
    ...(logo ? [svgMark(size)] : []),
    '</svg>',
  ].join('');
}

function svgMark(size: number): string {
  const badge = size * badgeShare;
  const corner = (size - badge) / 2;
  const square = badge * squareShare * 2;
  const middle = size / 2;
  return (
    `<g shape-rendering="auto"><rect x="${corner}" y="${corner}" width="${badge}" height="${badge}" rx="${badge / 6}" fill="#fff"/>` +
    `<circle cx="${middle}" cy="${middle}" r="${badge * circleShare}"/>` +
    `<rect x="${middle - square / 2}" y="${middle - square / 2}" width="${square}" height="${square}" fill="#fff"/></g>`
  );
}

/** The QR code of a text as PNG, large enough for a poster. */
export function qrPng(text: string, { logo }: Options): Uint8Array {
  const { size, isDark } = gridOf(text);
  const side = size * pixelsPerModule;
  const png = new PNG({ width: side, height: side, colorType: 0, inputColorType: 0, inputHasAlpha: false });
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const marked = logo ? markAt((x + 0.5) / side, (y + 0.5) / side) : undefined;
      const isBlack = marked ?? isDark(Math.floor(x / pixelsPerModule), Math.floor(y / pixelsPerModule));
      png.data[y * side + x] = isBlack ? 0 : 255;
    }
  }
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false });
}

/** Whether the mark is black there; undefined outside it. Places are shares of the width. */
function markAt(x: number, y: number): boolean | undefined {
  const [dx, dy] = [Math.abs(x - 0.5) / badgeShare, Math.abs(y - 0.5) / badgeShare];
  if (dx > 0.5 || dy > 0.5) return undefined;
  const isInSquare = dx <= squareShare && dy <= squareShare;
  return Math.hypot(dx, dy) <= circleShare && !isInSquare;
}
