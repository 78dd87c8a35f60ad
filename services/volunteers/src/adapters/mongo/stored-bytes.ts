/** Bytes as the driver gives them: its own kind where it read them. */
export const bytesOf = (stored: Uint8Array | Readonly<{ buffer: Uint8Array }>): Uint8Array =>
  stored instanceof Uint8Array ? stored : stored.buffer;
