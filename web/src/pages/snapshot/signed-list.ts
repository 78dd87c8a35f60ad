import type { SnapshotKey } from '@guildhall/client';

/** Who was inside, as it was signed. */
export type SignedList = Readonly<{
  siteName: string;
  generatedAt: string;
  count: number;
  people: readonly Readonly<{
    personId: string;
    displayName: string;
    kind: 'person' | 'visitor' | 'contractor';
    since?: string;
    entrance?: string;
  }>[];
}>;

export type Verdict = Readonly<
  { is: 'genuine'; list: SignedList } | { is: 'forged' } | { is: 'unreadable' } | { is: 'unable' }
>;

const compact = /[\w-]{20,}\.[\w-]{20,}\.[\w-]{80,}/;

/** The signature in whatever it was kept in: alone, at the foot of a page, or within the body of a webhook. */
export const signatureIn = (text: string): string | undefined => compact.exec(text)?.[0];

/** Whether the list was signed by this key (RFC 7515 with EdDSA, RFC 8037), and what it says. */
export async function verdictOn(text: string, { kty, crv, x, kid }: SnapshotKey): Promise<Verdict> {
  const [header = '', payload = '', signature = ''] = signatureIn(text)?.split('.') ?? [];
  const named = parsed(header);
  if (!signature || !named) return { is: 'unreadable' };
  // Which rule it is checked by is ours to say, not the header's.
  if (named['alg'] !== 'EdDSA' || named['kid'] !== kid) return { is: 'forged' };
  const key = await crypto.subtle
    .importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify'])
    .catch(() => undefined);
  if (!key) return { is: 'unable' };
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const isOurs = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), signed);
  const list = parsed(payload);
  return isOurs && list ? { is: 'genuine', list: list as SignedList } : { is: 'forged' };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
}

function parsed(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(part)));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
