import './qr-code.css';
import { create } from 'qrcode';

const quiet = 4;

/** Drawn in the page itself, dark on white in either colour scheme, so that every camera reads it. */
export function QrCode({ text, label }: Readonly<{ text: string; label: string }>) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = [...data.keys()].filter((index) => data[index]);
  const path = squares
    .map((index) => `M${(index % size) + quiet} ${Math.floor(index / size) + quiet}h1v1h-1z`)
    .join('');
  const edge = size + 2 * quiet;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${edge} ${edge}`} className="qr-code" shapeRendering="crispEdges">
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
