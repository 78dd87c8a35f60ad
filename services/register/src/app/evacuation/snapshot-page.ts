import { escapedMarkup } from '../../domain/markup.ts';
import { Temporal } from 'temporal-polyfill';
import type { Occupant } from '../../domain/evacuation/occupant.ts';
import type { EvacuationList } from './evacuation-list.ts';

const style = [
  'body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#111}',
  'h1{font-size:1.4rem;margin:0}',
  'table{border-collapse:collapse;width:100%;margin:1rem 0}',
  'th,td{border:1px solid #777;padding:.35rem .5rem;text-align:left}',
  'td.box{width:1.6rem}',
  'tr{break-inside:avoid}',
  'code{font-size:7px;word-break:break-all}',
].join('');

/** The list as a page that is printed and ticked by hand; the signature is at its foot. */
export function snapshotPage({ siteName, timeZone, generatedAt, people }: EvacuationList, jws: string): string {
  const rows = people.map((occupant, index) => row(occupant, index + 1, timeZone)).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapedMarkup(siteName)}</title><style>${style}</style></head>
<body>
<h1>${escapedMarkup(siteName)}: ${people.length} inside</h1>
<p>As of ${escapedMarkup(localTime(generatedAt, timeZone))} (${escapedMarkup(timeZone)})</p>
<table>
<thead><tr><th>#</th><th>Name</th><th>Kind</th><th>Since</th><th>Entrance</th><th>Safe</th><th>Missing</th></tr></thead>
<tbody>
${rows}
</tbody></table>
<p>Signature (JWS, EdDSA); the key is at /api/register/snapshot-key:</p>
<code>${escapedMarkup(jws)}</code>
</body></html>
`;
}

function row({ displayName, kind, since, entrance = '' }: Occupant, number: number, timeZone: string): string {
  const time = since ? localTime(since, timeZone) : '';
  const cells = [String(number), displayName, kind, time, entrance].map((text) => `<td>${escapedMarkup(text)}</td>`);
  return `<tr>${cells.join('')}<td class="box"></td><td class="box"></td></tr>`;
}

const localTime = (at: Date, timeZone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
};
