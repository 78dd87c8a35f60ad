import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

type Waiting = Readonly<{ line: string; resolve: () => void; reject: (error: unknown) => void }>;

export type Bounds = Readonly<{ lines: number; bytes: number }>;

/**
 * An append-only file of lines that stays bounded: a full file becomes `<path>.1` in place of the one before,
 * so the newest `lines` lines are always on disk. Lines that arrive while one write is under way share the next one.
 */
export class Journal {
  readonly #path: string;
  readonly #bounds: Bounds;
  #file: FileHandle | undefined;
  #lines = 0;
  #bytes = 0;
  #torn = true;
  #isClosed = false;
  #waiting: Waiting[] = [];
  #tail: Promise<void> = Promise.resolve();

  private constructor(path: string, bounds: Bounds) {
    this.#path = path;
    this.#bounds = bounds;
  }

  /** Opens the journal and hands back what it holds, oldest first; a line cut short by a crash is left out. */
  static async open(path: string, bounds: Bounds): Promise<{ journal: Journal; entries: unknown[] }> {
    await mkdir(dirname(path), { recursive: true });
    const journal = new Journal(path, bounds);
    const [older, newer] = await Promise.all([readText(`${path}.1`), readText(path)]);
    const entries = [...parse(older), ...parse(newer)];
    journal.#lines = newer.split('\n').length - 1;
    journal.#bytes = newer.length;
    journal.#file = await open(path, 'a');
    return { journal, entries };
  }

  /** Resolves once the operating system has the line: a killed process loses nothing that was resolved. */
  append(entry: unknown): Promise<void> {
    const line = JSON.stringify(entry);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      if (this.#waiting.length === 1) void this.#then(() => this.#flush());
    });
  }

  /** Forgets everything appended so far. */
  clear(): Promise<void> {
    return this.#then(async () => {
      await this.#file?.truncate(0);
      await rm(`${this.#path}.1`, { force: true });
      [this.#lines, this.#bytes, this.#torn] = [0, 0, false];
    });
  }

  /** Writes what waits, then lets go of the file. */
  close(): Promise<void> {
    return this.#then(async () => {
      this.#isClosed = true;
      await this.#file?.close();
      this.#file = undefined;
    });
  }

  #then(step: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(step);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    // After a crash or a failed write the file may end in the middle of a line.
    const text = `${this.#torn ? '\n' : ''}${batch.map(({ line }) => line).join('\n')}\n`;
    try {
      if (this.#isClosed) throw new Error('the journal is closed');
      this.#file ??= await open(this.#path, 'a');
      this.#torn = true;
      await this.#file.appendFile(text);
      this.#torn = false;
      this.#lines += batch.length;
      this.#bytes += text.length;
      if (this.#lines >= this.#bounds.lines || this.#bytes >= this.#bounds.bytes) await this.#rotate();
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  async #rotate(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
    await rename(this.#path, `${this.#path}.1`);
    [this.#lines, this.#bytes] = [0, 0];
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function parse(text: string): unknown[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
