// What a value must not be able to do, channel by channel.

/** Control characters and those that turn the direction of writing could hide or forge text anywhere. */
const INVISIBLE = /[\p{Cc}\u061C\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** One line of visible text: no new header, no new paragraph. */
export const oneLine = (value: string): string => value.replace(INVISIBLE, ' ').trim();

/** Slack's own three (`<!channel>`, `<https://…|bank>` and `&lt;` stay what they look like). */
export const forSlack = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
};

/** Typographic signs in the seven-bit alphabet of text messages: a single one of them would double the price. */
export const forSms = (value: string): string =>
  value.replace(/[\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u00A0\u202F]/g, (sign) => TYPOGRAPHY[sign] ?? sign);
