/** What a kiosk shows for phones: which kiosk, in which half minute, and the proof. */
export type ScanCode = Readonly<{ kioskId: string; step: number; mac: string }>;

export const stepSeconds = 30;

// The phone may read a code just before it changes, and clocks differ by a little.
const tolerance = 1;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / (stepSeconds * 1000));

/** Of the address in the QR code, or of its last part. Undefined for anything else. */
export function parseScanCode(text: string): ScanCode | undefined {
  const match = /(?:^|\/)([\w-]{1,64})\.(\d{1,12})\.([\w-]{16})$/.exec(text.trim());
  if (!match) return undefined;
  const [, kioskId = '', step = '', mac = ''] = match;
  return { kioskId, step: Number(step), mac };
}

export const isCurrent = ({ step }: ScanCode, now: Date): boolean => Math.abs(step - stepAt(now)) <= tolerance;
