const headEnd = Buffer.from('\r\n\r\n');

/**
 * Reads the answers of one kept-alive connection that has one request under way.
 * Throws when an answer does not say its length.
 */
export function answerReader(onAnswer: (status: number, answer: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer | undefined;
  return (chunk) => {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.indexOf(headEnd);
    if (end === -1) return void (rest = bytes);
    const head = bytes.toString('latin1', 0, end);
    if (bytes.length < end + headEnd.length + lengthIn(head)) return void (rest = bytes);
    rest = undefined;
    onAnswer(Number(head.slice(9, 12)), bytes);
  };
}

function lengthIn(head: string): number {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined && !/^HTTP\/1\.1 (204|304)/.test(head)) throw new Error('an answer does not say its length');
  return Number(length ?? 0);
}
