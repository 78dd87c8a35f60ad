const BEFORE_ANYTHING_WAS_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'EPROTO',
]);
const DEEPEST = 6;

type Failed = Readonly<{ code?: unknown; cause?: unknown; original?: unknown; errors?: unknown }>;

/**
 * True when no connection was made, so that nothing of a request can have arrived. Libraries wrap what the network said:
 * it is looked for among the causes, and where several addresses were tried all of them must have failed like this.
 */
export function isUnsent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { code, cause, original, errors } = error as Failed;
  if (typeof code === 'string' && BEFORE_ANYTHING_WAS_SENT.has(code)) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every((one) => isUnsent(one, depth + 1));
  return isUnsent(cause, depth + 1) || isUnsent(original, depth + 1);
}
