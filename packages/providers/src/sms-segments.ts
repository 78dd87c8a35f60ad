/** How a text is cut into the parts that a phone puts together again, and that are charged one by one. */
export type SmsSegments = Readonly<{ encoding: 'gsm-7' | 'ucs-2'; segments: number }>;

// 3GPP TS 23.038 6.2.1: the default alphabet, and what takes an escape character before it.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const ESCAPED = new Set('\f^{}\\[~]|€');

const LIMITS = { 'gsm-7': { single: 160, part: 153 }, 'ucs-2': { single: 70, part: 67 } } as const;

/**
 * The segments of a text message: 160 characters alone or 153 each in several of the GSM alphabet, 70 or 67 UTF-16 units
 * as soon as one character is not in it. A character of two units is never cut in the middle. Empty is one segment.
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const isGsm = characters.every((one) => BASIC.has(one) || ESCAPED.has(one));
  const encoding = isGsm ? 'gsm-7' : 'ucs-2';
  const unitsOf = (one: string): number => (isGsm ? (ESCAPED.has(one) ? 2 : 1) : one.length);
  const { single, part } = LIMITS[encoding];
  const units = characters.map(unitsOf);
  if (units.reduce((sum, one) => sum + one, 0) <= single) return { encoding, segments: 1 };
  let [segments, used] = [1, 0];
  for (const one of units) {
    if (used + one > part) [segments, used] = [segments + 1, 0];
    used += one;
  }
  return { encoding, segments };
}
