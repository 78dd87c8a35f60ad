import { BrokenFrame, type FrameFormat } from './frames.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** What `hello` announces as the longest message, as MongoDB does. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** MongoDB's wire messages: each starts with its own length, little endian. */
export const messageFormat: FrameFormat = {
  headerBytes: HEADER_BYTES,
  maxBytes: MAX_MESSAGE_BYTES + HEADER_BYTES,
  measure: (bytes, at) => bytes.readInt32LE(at),
};

/** A list of documents that travels beside the command: their bytes, one after the other. */
export interface DocumentSequence {
  readonly name: string;
  readonly documents: Buffer;
}

export interface WireMessage {
  readonly requestId: number;
  /** `query` is the older form, in which drivers still send their first `hello`. */
  readonly kind: 'msg' | 'query';
  readonly body: Buffer;
  readonly sequences: readonly DocumentSequence[];
  readonly wantsReply: boolean;
}

const documentAt = (frame: Buffer, at: number, end: number): Buffer => {
  const length = end - at >= 5 ? frame.readInt32LE(at) : 0;
  if (length < 5 || at + length > end) throw new BrokenFrame('a document reaches beyond its message');
  return frame.subarray(at, at + length);
};

const sequenceAt = (frame: Buffer, at: number, end: number): { sequence: DocumentSequence; next: number } => {
  const bytes = end - at >= 5 ? frame.readInt32LE(at) : 0;
  const nameEnd = frame.indexOf(0, at + 4);
  if (bytes < 5 || at + bytes > end || nameEnd < 0 || nameEnd >= at + bytes) {
    throw new BrokenFrame('a document sequence reaches beyond its message');
  }
  const next = at + bytes;
  return {
    next,
    sequence: { name: frame.toString('latin1', at + 4, nameEnd), documents: frame.subarray(nameEnd + 1, next) },
  };
};

const parseMsg = (frame: Buffer): WireMessage => {
  if (frame.length < HEADER_BYTES + 9) throw new BrokenFrame('a message without a body');
  const flags = frame.readUInt32LE(HEADER_BYTES);
  const end = frame.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences: DocumentSequence[] = [];
  let body: Buffer | undefined;
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = frame[at];
    at += 1;
    if (kind === 0) {
      body = documentAt(frame, at, end);
      at += body.length;
    } else if (kind === 1) {
      const { sequence, next } = sequenceAt(frame, at, end);
      sequences.push(sequence);
      at = next;
    } else throw new BrokenFrame(`a section of unknown kind ${kind}`);
  }
  if (body === undefined) throw new BrokenFrame('a message without a body');
  return { requestId: frame.readInt32LE(4), kind: 'msg', body, sequences, wantsReply: (flags & MORE_TO_COME) === 0 };
};

const parseQuery = (frame: Buffer): WireMessage => {
  const nameEnd = frame.indexOf(0, HEADER_BYTES + 4);
  // After the collection's name: how many to skip and to return.
  const body = nameEnd < 0 ? undefined : documentAt(frame, nameEnd + 9, frame.length);
  if (body === undefined) throw new BrokenFrame('a query without a collection');
  return { requestId: frame.readInt32LE(4), kind: 'query', body, sequences: [], wantsReply: true };
};

/**
 * Reads one frame without copying: documents are views of it.
 * @throws BrokenFrame for anything that is not a well-formed OP_MSG or OP_QUERY.
 */
export const parseMessage = (frame: Buffer): WireMessage => {
  const opcode = frame.readInt32LE(12);
  if (opcode === OP_MSG) return parseMsg(frame);
  if (opcode === OP_QUERY) return parseQuery(frame);
  throw new BrokenFrame(`opcode ${opcode} is not spoken here`);
};

/** Everything of a reply that precedes its document. */
export const replyHead = (to: WireMessage, documentBytes: number): Buffer => {
  const head = Buffer.alloc(to.kind === 'msg' ? HEADER_BYTES + 5 : HEADER_BYTES + 20);
  head.writeInt32LE(head.length + documentBytes, 0);
  head.writeInt32LE(to.requestId, 8);
  head.writeInt32LE(to.kind === 'msg' ? OP_MSG : OP_REPLY, 12);
  if (to.kind === 'query') {
    head.writeInt32LE(8, HEADER_BYTES); // "await capable", which every server since 1.6 sets
    head.writeInt32LE(1, HEADER_BYTES + 16); // one document
  }
  return head;
};
