import type { KioskConfig } from '@guildhall/client';

type Secret = Pick<KioskConfig, 'codeKey' | 'codePrefix' | 'stepSeconds'> &
  Readonly<{ kiosk: Readonly<{ id: string }> }>;

const macLength = 16;

export const stepAt = ({ stepSeconds }: Pick<Secret, 'stepSeconds'>, now: Date): number =>
  Math.floor(now.getTime() / (stepSeconds * 1_000));

/**
 * What the QR code of this half minute says. It is made on the device, so that phones can scan it while there is no
 * connection. Undefined where the browser has no cryptography because the page came insecurely.
 */
export async function scanCodeAt({ codeKey, codePrefix, kiosk }: Secret, step: number): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(codeKey), algorithm, false, ['sign']);
  const text = `${kiosk.id}.${step}`;
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `${codePrefix}${text}.${base64UrlOf(new Uint8Array(mac)).slice(0, macLength)}`;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);

const base64UrlOf = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
