import { hash } from 'node:crypto';
import type { Call } from '../adapters/http/webhooks/webhook.ts';

/** Whole numbers below `end`, the same ones in each run. */
export type Dice = (end: number) => number;

/** Makes of a genuine call one that must not be taken; undefined where it has nothing to work on. */
export type Forge = (call: Call, dice: Dice, other: Call) => Call | undefined;

/** Numbers without order that are the same in each run (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

const isSlack = ({ headers }: Call): boolean => 'x-slack-signature' in headers;
const isForm = ({ headers }: Call): boolean => headers['content-type'] !== 'application/json';
export const signatureOf = (call: Call): string => String(call.headers[nameOf(call)]);
const nameOf = (call: Call): string => (isSlack(call) ? 'x-slack-signature' : 'x-twilio-signature');

const withHeader = (call: Call, name: string, value: string | undefined): Call => ({
  ...call,
  headers: { ...call.headers, [name]: value },
});
const signedAs = (call: Call, signature: string | undefined): Call => withHeader(call, nameOf(call), signature);
const withBody = (call: Call, body: string | Buffer): Call => ({ ...call, body: Buffer.from(body) });
const pairsOf = ({ body }: Call): string[] => body.toString().split('&');

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const otherCase = (text: string): string =>
  text.replace(/%[0-9A-F]{2}|[a-z]|[A-Z]/g, (one) =>
    one.length > 1 ? one : one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  );

/** Not what was signed: to be refused whether or not the genuine call was taken. */
export const forgeries: Readonly<Record<string, Forge>> = {
  unsigned: (call) => signedAs(call, undefined),
  'an empty signature': (call) => signedAs(call, ''),
  'a signature of letters': (call, dice) =>
    signedAs(call, [...signatureOf(call)].map(() => letters[dice(letters.length)]).join('')),
  'the signature of another': (call, _dice, other) =>
    isSlack(call) === isSlack(other) ? signedAs(call, signatureOf(other)) : undefined,
  'a signature cut short': (call, dice) => signedAs(call, signatureOf(call).slice(0, dice(signatureOf(call).length))),
  'a signature and more': (call) => signedAs(call, `${signatureOf(call)}, ${signatureOf(call)}`),
  'a signature in another case': (call) => signedAs(call, otherCase(signatureOf(call))),
  'a body cut short': (call, dice) => withBody(call, call.body.subarray(0, dice(call.body.length))),
  'no body': (call) => withBody(call, ''),
  'another character': (call, dice) => {
    const text = call.body.toString();
    const at = [...text.matchAll(/[a-z0-9]/gi)][dice(text.length / 2)]?.index ?? 0;
    const was = text[at]?.toLowerCase() ?? '';
    const left = [...letters].filter((one) => one !== was);
    return withBody(call, text.slice(0, at) + left[dice(left.length)] + text.slice(at + 1));
  },
  'another case': (call) => withBody(call, otherCase(call.body.toString())),
  'a field more': (call, dice) =>
    isForm(call) ? withBody(call, `${call.body.toString()}&X${dice(1_000)}=1`) : undefined,
  'a field twice': (call) => (isForm(call) ? withBody(call, `${call.body.toString()}&${pairsOf(call)[0]}`) : undefined),
  'a field less': (call, dice) => {
    const pairs = pairsOf(call);
    return isForm(call) ? withBody(call, pairs.toSpliced(dice(pairs.length), 1).join('&')) : undefined;
  },
  'what is no UTF-8': (call) => withBody(call, Buffer.concat([call.body, Buffer.from([0xff])])),
  'another type': (call) =>
    isSlack(call) ? undefined : withHeader(call, 'content-type', isForm(call) ? 'application/json' : 'text/plain'),
  'another address': (call, dice) => {
    const changes = [
      (url: string) => `${url}${url.includes('?') ? '&' : '?'}x=${dice(100)}`,
      (url: string) => url.replace('https:', 'http:'),
      (url: string) => url.replace('members.', 'evil.'),
      (url: string) => url.replace('/twilio/', '/Twilio/'),
      (url: string) => url.replace('/twilio/', '/twili%6f/'),
      (url: string) => url.replace('.org/', '.org./'),
    ];
    return isSlack(call) ? undefined : { ...call, url: changes[dice(changes.length)]?.(call.url) ?? '' };
  },
  'another time': (call, dice) => {
    if (!isSlack(call)) return undefined;
    const was = Number(call.headers['x-slack-request-timestamp']);
    return withHeader(call, 'x-slack-request-timestamp', String(was + 1 + dice(200)));
  },
  'a time in other digits': (call) => {
    const name = 'x-slack-request-timestamp';
    return isSlack(call) ? withHeader(call, name, `0${String(call.headers[name])}`) : undefined;
  },
  'the hash of another body': (call, dice) => {
    if (isForm(call)) return undefined;
    const body = Buffer.from(JSON.stringify({ MessageSid: `SM${dice(9)}`, MessageStatus: 'delivered' }));
    return { ...call, body, url: call.url.replace(/[0-9a-f]{64}/, hash('sha256', body, 'hex')) };
  },
  'no hash': (call) =>
    isForm(call) || isSlack(call) ? undefined : { ...call, url: call.url.replace(/.bodySHA256=\w+/, '') },
  'a letter of a name given to its value': (call, dice) => {
    if (isSlack(call) || !isForm(call)) return undefined;
    const read = call.url.includes('/messages') ? ['MessageSid', 'From', 'Body'] : ['MessageStatus'];
    const name = read[dice(read.length)] ?? '';
    return withBody(call, call.body.toString().replace(`${name}=`, `${name.slice(0, -1)}=${name.slice(-1)}`));
  },
};

const reversed = (call: Call): Call => withBody(call, pairsOf(call).toReversed().join('&'));
const reencoded = (call: Call): Call =>
  withBody(
    call,
    call.body
      .toString()
      .replaceAll('+', '%20')
      .replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
  );

/** The same again, more or less: to be refused once the genuine call was taken. */
export const replays: Readonly<Record<string, Forge>> = {
  'the same again': (call) => call,
  'the same by another query': (call) => (isSlack(call) ? { ...call, url: `${call.url}?x=1` } : call),
  'the same in another order': (call) => (isForm(call) ? reversed(call) : undefined),
  'the same in other words': (call) => (isForm(call) ? reencoded(call) : undefined),
};
