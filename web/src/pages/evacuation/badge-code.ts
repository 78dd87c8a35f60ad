/** A signature, then what is signed. */
const signatureBytes = 16;

/**
 * Whose badge it claims to be, without asking: shown at once, and believed only once the platform has read the signature.
 * Undefined for what only the platform knows, such as the number of a member's badge.
 */
export function claimedBy(code: string): string | undefined {
  try {
    const token = code
      .slice(code.lastIndexOf('/') + 1)
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(token), (letter) => letter.codePointAt(0) ?? 0);
    const signed: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(signatureBytes)));
    const claims: unknown = Array.isArray(signed) ? signed[1] : undefined;
    const id = typeof claims === 'object' && claims !== null && 'v' in claims ? claims.v : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
