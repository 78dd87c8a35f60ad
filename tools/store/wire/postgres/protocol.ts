import type { FrameFormat } from '../frames.ts';

/** A value for a parameter: text, or bytes in the binary form of the parameter's type. */
export type Parameter = string | Buffer | null;

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Row = readonly (Buffer | null)[];

/** PostgreSQL's messages: a letter, then the length of the rest, big endian. A page of documents may take 16 MB and more. */
export const backendFormat: FrameFormat = {
  headerBytes: 5,
  maxBytes: 256 * 1024 * 1024,
  measure: (bytes, at) => bytes.readInt32BE(at + 1) + 1,
};

const PROTOCOL_VERSION = 196_608; // 3.0

const message = (letter: string, ...parts: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(5, letter, 'latin1');
  head.writeInt32BE(4 + parts.reduce((sum, part) => sum + part.length, 0), 1);
  return Buffer.concat([head, ...parts]);
};

const text = (value: string): Buffer => Buffer.from(`${value}\0`);

/** The first message of a connection: who we are, and settings for its whole life. */
export const startup = (settings: Readonly<Record<string, string>>): Buffer => {
  const fields = Buffer.from(`${Object.entries(settings).flat().join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + fields.length, 0);
  head.writeInt32BE(PROTOCOL_VERSION, 4);
  return Buffer.concat([head, fields]);
};

/** A plain command such as `begin`, without parameters and rows. */
export const simpleQuery = (sql: string): Buffer => message('Q', text(sql));

export const terminate = (): Buffer => message('X');

const SYNC = message('S');
const EXECUTE = message('E', text(''), Buffer.alloc(4));

export const parse = ({ name, text: sql }: Statement): Buffer => message('P', text(name), text(sql), Buffer.alloc(2));

const bytesOf = (parameter: Parameter): number => {
  if (parameter === null) return 0;
  return typeof parameter === 'string' ? Buffer.byteLength(parameter) : parameter.length;
};

/** Bind, execute and sync in one piece of memory, written once: documents are copied here and nowhere else. */
export const execute = (name: string, parameters: readonly Parameter[]): Buffer => {
  const values = parameters.reduce((sum, parameter) => sum + 4 + bytesOf(parameter), 0);
  const bindBytes = 5 + 1 + Buffer.byteLength(name) + 1 + 4 + 2 + values + 4;
  const out = Buffer.allocUnsafe(bindBytes + EXECUTE.length + SYNC.length);
  let at = out.write('B', 0, 'latin1');
  at = out.writeInt32BE(bindBytes - 1, at);
  at = out.writeInt8(0, at); // the unnamed portal
  at += out.write(`${name}\0`, at, 'latin1');
  at = out.writeInt16BE(1, at); // one format for all parameters: binary
  at = out.writeInt16BE(1, at);
  at = out.writeInt16BE(parameters.length, at);
  for (const parameter of parameters) {
    at = out.writeInt32BE(parameter === null ? -1 : bytesOf(parameter), at);
    if (typeof parameter === 'string') at += out.write(parameter, at);
    else if (parameter !== null) at += parameter.copy(out, at);
  }
  at = out.writeInt16BE(1, at); // all columns in binary too
  at = out.writeInt16BE(1, at);
  at += EXECUTE.copy(out, at);
  SYNC.copy(out, at);
  return out;
};

/** The columns of a DataRow message, as views of it. */
export const readRow = (frame: Buffer): Row => {
  const columns: (Buffer | null)[] = [];
  let at = 7;
  for (let left = frame.readInt16BE(5); left > 0; left -= 1) {
    const length = frame.readInt32BE(at);
    at += 4;
    columns.push(length < 0 ? null : frame.subarray(at, at + length));
    at += Math.max(length, 0);
  }
  return columns;
};

/** The fields of an ErrorResponse by their letters: C is the SQLSTATE, M the message. */
export const readFields = (frame: Buffer): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  for (let at = 5; at < frame.length && frame[at] !== 0;) {
    const end = frame.indexOf(0, at + 1);
    fields.set(frame.toString('latin1', at, at + 1), frame.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return fields;
};
