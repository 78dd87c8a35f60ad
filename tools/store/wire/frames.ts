/** Says how long the frame at `at` is, given that its header is there. */
export type Measure = (bytes: Buffer, at: number) => number;

export interface FrameFormat {
  /** Bytes that must be there before the length can be read. */
  readonly headerBytes: number;
  /** A longer frame is refused: memory stays bounded whatever the other side claims. */
  readonly maxBytes: number;
  readonly measure: Measure;
}

/** The stream does not follow its format; nothing after this point can be trusted. */
export class BrokenFrame extends Error {
  override readonly name = 'BrokenFrame';
}

/**
 * Cuts a stream of chunks into frames. A frame that lies inside one chunk is a view of it; one that spans chunks is
 * copied together once, when its last byte is there.
 */
export class FrameReader {
  readonly #format: FrameFormat;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #neededBytes = 0;

  constructor(format: FrameFormat) {
    this.#format = format;
  }

  /**
   * Takes the next chunk and returns the frames that it completes, header included.
   * @throws BrokenFrame when a length is impossible or above the limit.
   */
  push(chunk: Buffer): Buffer[] {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes < this.#neededBytes) return [];
    const bytes = this.#held.length === 1 ? chunk : Buffer.concat(this.#held, this.#heldBytes);
    return this.#cut(bytes);
  }

  #cut(bytes: Buffer): Buffer[] {
    const { headerBytes } = this.#format;
    const frames: Buffer[] = [];
    let at = 0;
    this.#neededBytes = headerBytes;
    while (bytes.length - at >= headerBytes) {
      const length = this.#lengthAt(bytes, at);
      if (bytes.length - at < length) {
        this.#neededBytes = length;
        break;
      }
      frames.push(bytes.subarray(at, at + length));
      at += length;
      this.#neededBytes = headerBytes;
    }
    this.#held = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#heldBytes = bytes.length - at;
    return frames;
  }

  #lengthAt(bytes: Buffer, at: number): number {
    const length = this.#format.measure(bytes, at);
    if (length < this.#format.headerBytes || length > this.#format.maxBytes) {
      throw new BrokenFrame(
        `a frame of ${length} bytes is outside ${this.#format.headerBytes} to ${this.#format.maxBytes}`,
      );
    }
    return length;
  }
}
