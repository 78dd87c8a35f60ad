import { isUtf8 } from 'node:buffer';
import { createHmac, hash } from 'node:crypto';
import { badSignature, type Call, isForm, isSame, single } from './webhook.ts';

const BODY_HASH = 'bodySHA256';
const ORIGIN = /^(https?):\/\/([^/?#:]+)(:\d+)?/;

/**
 * X-Twilio-Signature: HMAC-SHA1 over the address and each field's name and value, in the order of the names. What is no
 * form is not signed itself: its SHA-256 is in the address, which is. Throws `forbidden` unless one of `authTokens` made it.
 */
export function checkTwilio({ url, headers, body }: Call, authTokens: readonly string[]): string {
  const given = single(headers['x-twilio-signature']);
  const fields = signedFields({ url, headers, body });
  if (fields === undefined) throw badSignature();
  const expected = addressesOf(url).flatMap((address) =>
    authTokens.map((token) =>
      createHmac('sha1', token)
        .update(address + fields)
        .digest('base64'),
    ),
  );
  // All of them, whichever it is: the time tells nothing.
  if (expected.filter((one) => isSame(given, one)).length === 0) throw badSignature();
  return given;
}

/** What is signed after the address; undefined when the body is not what the address says. */
function signedFields(call: Call): string | undefined {
  const stated = hashesIn(call.url);
  if (stated.length > 0) {
    return stated.length === 1 && isSame(stated[0] ?? '', hash('sha256', call.body, 'hex')) ? '' : undefined;
  }
  if (!isForm(call) || !isUtf8(call.body)) return undefined;
  return [...new URLSearchParams(call.body.toString())]
    .toSorted(([one, first], [other, second]) => order(one, other) || order(first, second))
    .map(([name, value]) => name + value)
    .join('');
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function hashesIn(url: string): readonly string[] {
  const mark = url.indexOf('?');
  return mark === -1 ? [] : new URLSearchParams(url.slice(mark + 1)).getAll(BODY_HASH);
}

/** Twilio signs the address with its port or without one, now this way, now that. */
function addressesOf(url: string): readonly string[] {
  const [origin = '', scheme, host = '', port] = ORIGIN.exec(url) ?? [];
  const other = port === undefined ? `:${scheme === 'https' ? 443 : 80}` : '';
  return [url, `${scheme}://${host}${other}${url.slice(origin.length)}`];
}
