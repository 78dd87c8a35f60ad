export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

const framed = (opcode: number, requestId: number, ...parts: readonly Buffer[]): Buffer => {
  const rest = Buffer.concat(parts);
  return Buffer.concat([int32(16 + rest.length), int32(requestId), int32(0), int32(opcode), rest]);
};

export interface MsgParts {
  readonly body: Buffer;
  readonly requestId?: number;
  readonly flags?: number;
  readonly opcode?: number;
  /** Whatever follows the body: sequences, a checksum. */
  readonly after?: Buffer;
}

/** A message as a driver sends it. */
export const opMsg = ({ body, requestId = 1, flags = 0, opcode = 2013, after }: MsgParts): Buffer =>
  framed(opcode, requestId, int32(flags), Buffer.from([0]), body, after ?? Buffer.alloc(0));

/** The older form in which drivers say hello. */
export const opQuery = (body: Buffer): Buffer =>
  framed(2004, 1, int32(0), Buffer.from('admin.$cmd\0'), int32(0), int32(-1), body);

/** Documents that travel beside a command. */
export const sequence = (name: string, documents: readonly Uint8Array[]): Buffer => {
  const rest = Buffer.concat([Buffer.from(`${name}\0`), ...documents]);
  return Buffer.concat([Buffer.from([1]), int32(4 + rest.length), rest]);
};

/** What the work returns or, when it fails, its error. */
export const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
