/**
 * The `Retry-After` header in whole seconds, rounded up: a number or an HTTP date (RFC 9110 10.2.3).
 * Undefined when it is absent or means nothing.
 */
export function retryAfterSeconds(header: string | undefined | null, now = Date.now()): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1_000));
}
