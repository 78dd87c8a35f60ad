// One message carries many replies: u32 bytes that follow | u32 number | u8 status | body, numbers big-endian.

/**
 * How a call ended: an answer, a refusal (`failure.ts`), or something nobody foresaw. A frame of `more` is a part of an
 * answer that goes on in the frames behind it: a connection keeps their order.
 */
export const replyStatus = { answer: 0, refusal: 1, unexpected: 2, more: 3 } as const;

export type ReplyFrame = Readonly<{ number: number; status: number; body: Uint8Array }>;

const headBytes = 9;

export const replyBytes = ({ body }: ReplyFrame): number => headBytes + body.length;

/** Bytes of a part: as much as every broker carries, whatever it is set up for. */
const partBytes = 512 * 1024;

/** The frames that a reply travels in: itself, or its parts. */
export function partsOf(reply: ReplyFrame): readonly ReplyFrame[] {
  const { number, status, body } = reply;
  if (body.length <= partBytes) return [reply];
  return Array.from({ length: Math.ceil(body.length / partBytes) }, (_, index) => {
    const part = body.subarray(index * partBytes, (index + 1) * partBytes);
    const isLast = (index + 1) * partBytes >= body.length;
    return { number, status: isLast ? status : replyStatus.more, body: part };
  });
}

/** Writes one frame and returns the offset behind it. */
export function writeReply(to: Buffer, start: number, { number, status, body }: ReplyFrame): number {
  to.writeUInt32BE(5 + body.length, start);
  to.writeUInt32BE(number, start + 4);
  to[start + 8] = status;
  to.set(body, start + headBytes);
  return start + headBytes + body.length;
}

/** Calls back for each reply of a message. Throws `RangeError` on anything that is cut short. */
export function readReplies(data: Uint8Array, visit: (frame: ReplyFrame) => void): void {
  const from = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let start = 0; start < from.length;) {
    const end = start + 4 + from.readUInt32BE(start);
    if (end > from.length || end < start + headBytes) throw new RangeError('a reply is cut short');
    visit({
      number: from.readUInt32BE(start + 4),
      status: from.readUInt8(start + 8),
      body: from.subarray(start + headBytes, end),
    });
    start = end;
  }
}
