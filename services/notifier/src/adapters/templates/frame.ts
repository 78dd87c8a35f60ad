import type { Brand } from '../../domain/brand.ts';
import { fillOf } from './engine.ts';
import { mailFrame } from './gen/templates.ts';

const SLOTS = ['subject', 'preview', 'title', 'body', 'footer'] as const;

/** What stands in a frame, as HTML. */
export type Inside = Readonly<Record<(typeof SLOTS)[number], string>>;

/** Puts the inside of a mail into the frame that all mails share. */
export type Frame = (inside: Inside) => string;

// Cut up before it is filled, so that no value can name a slot.
const [start = '', ...rest] = mailFrame.split(/%%(\w+)%%/);
const pieces = rest.flatMap((slot, index) =>
  index % 2 === 0 ? [{ slot: slot as keyof Inside, fill: fillOf(rest[index + 1] ?? '', { html: true }) }] : [],
);
const first = fillOf(start, { html: true });

/** Brand and language change seldom, mails come by the thousand: a frame is kept with all but its inside filled. */
export function frames(): (brand: Brand, locale: string) => Frame {
  const kept = new WeakMap<Brand, Map<string, Frame>>();
  return (brand, locale) => {
    const known = kept.get(brand)?.get(locale);
    if (known) return known;
    const frame = frameFor(brand, locale);
    kept.set(brand, new Map(kept.get(brand)).set(locale, frame));
    return frame;
  };
}

function frameFor({ name, logoUrl, headingColour }: Brand, locale: string): Frame {
  const values = { organisation: name, logoUrl, headingColour, locale };
  const head = first(values, locale);
  const filled = pieces.map(({ slot, fill }) => ({ slot, after: fill(values, locale) }));
  return (inside) => filled.reduce((html, { slot, after }) => html + inside[slot] + after, head);
}
