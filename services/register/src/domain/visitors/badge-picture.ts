import { escapedMarkup } from '../markup.ts';
import type { Visitor } from './visitor.ts';

type Badge = Readonly<{
  visitor: Pick<Visitor, 'kind' | 'name' | 'company' | 'hostName'>;
  siteName: string;
  date: string;
  qr: Readonly<{ path: string; size: number }>;
}>;

const labels = { visitor: 'Visitor', contractor: 'Contractor' } as const;

const [widthMm, heightMm, marginMm, qrMm] = [86, 54, 4, 24];

/** A badge in the size of a bank card, ready to print. */
export function badgePicture({ visitor, siteName, date, qr }: Badge): string {
  const { kind, name, company, hostName } = visitor;
  const nameMm = Math.min(7, 100 / Math.max([...name].length, 1));
  const scale = qrMm / qr.size;
  const line = (y: number, sizeMm: number, text: string, weight = 400): string =>
    `<text x="${marginMm}" y="${y}" font-size="${sizeMm}" font-weight="${weight}">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" font-family="sans-serif" role="img">`,
    `<title>${escaped(`${labels[kind]}: ${name}`)}</title>`,
    `<rect width="${widthMm}" height="${heightMm}" rx="3" fill="#fff" stroke="#000" stroke-width=".3"/>`,
    line(8, 3.5, siteName),
    line(16, 5, labels[kind], 700),
    line(26, nameMm, name, 700),
    ...(company ? [line(32, 3.5, company)] : []),
    ...(hostName ? [line(40, 3, `Host: ${hostName}`)] : []),
    line(49, 3, date),
    `<path transform="translate(${widthMm - marginMm - qrMm} ${heightMm - marginMm - qrMm}) scale(${scale.toFixed(4)})" d="${qr.path}"/>`,
    '</svg>',
  ].join('\n');
}

const escaped = (text: string): string => escapedMarkup(text).replaceAll(/\p{Cc}/gu, ' ');
