import type { Principal } from '@guildhall/kernel';
import type { Call } from './types.ts';

// One message carries many requests. A frame, all numbers big-endian:
//   u32 bytes that follow | u32 number | f64 deadline | u32 + principal (JSON) | u8 + address | u16 + user agent
//   | u8 + traceparent | body

/** A request on its way; its number is given when it leaves. */
export type Outgoing = Readonly<{ call: Call; traceparent: string; body: Uint8Array }>;

export type RequestFrame = Outgoing & Readonly<{ number: number }>;

const fixedBytes = 4 + 4 + 8 + 4 + 1 + 2 + 1;
const longestUserAgent = 512;

/** Upper bound of the bytes that the frame takes. */
export const requestBytes = ({ call, traceparent, body }: Outgoing): number =>
  fixedBytes +
  principalBytes(call.principal).length +
  call.client.ip.length +
  3 * Math.min(call.client.userAgent.length, longestUserAgent) +
  traceparent.length +
  body.length;

/** Writes one frame and returns the offset behind it. */
export function writeRequest(to: Buffer, start: number, number: number, request: Outgoing): number {
  const { call, traceparent, body } = request;
  const principal = principalBytes(call.principal);
  let at = to.writeUInt32BE(number, start + 4);
  at = to.writeDoubleBE(call.deadline, at);
  at = to.writeUInt32BE(principal.length, at);
  to.set(principal, at);
  at += principal.length;
  at = writeText(to, at, call.client.ip.slice(0, 255), 1);
  at = writeText(to, at, call.client.userAgent.slice(0, longestUserAgent), 2);
  at = writeText(to, at, traceparent, 1);
  to.set(body, at);
  at += body.length;
  to.writeUInt32BE(at - start - 4, start);
  return at;
}

/** Calls back for each request of a message. Throws `RangeError` on anything that is cut short. */
export function readRequests(data: Uint8Array, visit: (frame: RequestFrame) => void): void {
  const from = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let start = 0; start < from.length;) {
    const end = start + 4 + from.readUInt32BE(start);
    if (end > from.length) throw new RangeError('a request is cut short');
    visit(readRequest(from, start + 4, end));
    start = end;
  }
}

function readRequest(from: Buffer, start: number, end: number): RequestFrame {
  const number = from.readUInt32BE(start);
  const deadline = from.readDoubleBE(start + 4);
  let at = start + 16 + from.readUInt32BE(start + 12);
  if (at > end) throw new RangeError('a principal overruns its frame');
  const principal = readPrincipal(from.toString('latin1', start + 16, at));
  let length = from.readUInt8(at);
  const ip = from.toString('utf8', at + 1, (at += 1 + length));
  length = from.readUInt16BE(at);
  const userAgent = from.toString('utf8', at + 2, (at += 2 + length));
  length = from.readUInt8(at);
  const traceparent = from.toString('latin1', at + 1, (at += 1 + length));
  if (at > end) throw new RangeError('a request overruns its frame');
  return {
    number,
    call: { principal, client: { ip, userAgent }, deadline },
    traceparent,
    body: from.subarray(at, end),
  };
}

function writeText(to: Buffer, at: number, text: string, lengthBytes: 1 | 2): number {
  const written = to.write(text, at + lengthBytes);
  to.writeUIntBE(written, at, lengthBytes);
  return at + lengthBytes + written;
}

// Callers hold one principal object for many calls, and services see the same few bytes again and again.
const encoded = new WeakMap<Principal, Uint8Array>();
const decoded = new Map<string, Principal>();
const decodedAtMost = 4_096;

function principalBytes(principal: Principal): Uint8Array {
  let bytes = encoded.get(principal);
  if (!bytes) encoded.set(principal, (bytes = Buffer.from(JSON.stringify(principal))));
  return bytes;
}

function readPrincipal(latin1: string): Principal {
  let principal = decoded.get(latin1);
  if (!principal) {
    principal = Object.freeze(JSON.parse(Buffer.from(latin1, 'latin1').toString())) as Principal;
    if (decoded.size >= decodedAtMost) decoded.clear();
    decoded.set(latin1, principal);
  }
  return principal;
}
