import { connect, type Socket } from 'node:net';
import { FrameReader } from '../frames.ts';
import { ConnectionLost, PostgresRefusal } from './failure.ts';
import {
  backendFormat,
  execute,
  type Parameter,
  parse,
  readFields,
  readRow,
  type Row,
  simpleQuery,
  startup,
  type Statement,
  terminate,
} from './protocol.ts';

export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
}

interface Waiting {
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: Error) => void;
  /** The statement that this exchange prepares, until the server says that it is prepared. */
  prepares: string | undefined;
  row: Row | undefined;
  error: PostgresRefusal | undefined;
}

type Settings = Readonly<Record<string, string>>;

const IDENTITY: Settings = {
  user: 'postgres',
  database: 'postgres',
  application_name: 'guildhall-store',
  client_encoding: 'UTF8',
};

/** For connections that run the extension's commands. */
export const COMMAND_SETTINGS: Settings = {
  search_path: 'documentdb_api_catalog,documentdb_core,public',
  // A deadlock then undoes the whole write and is tried again here, instead of being one more write error.
  'documentdb.throwDeadlockOnCRUD': 'on',
};

/**
 * One connection to PostgreSQL: statements are prepared once, rows and parameters are binary and never converted.
 * Statements may be sent without waiting for the one before; they are answered in order.
 */
export class PostgresConnection {
  readonly #socket: Socket;
  readonly #frames = new FrameReader(backendFormat);
  readonly #waiting: Waiting[] = [];
  readonly #prepared = new Set<string>();
  #lost: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('connection closed')));
  }

  /**
   * Connects and waits until the server takes statements.
   * @throws ConnectionLost when it is not reachable or still starting.
   */
  static async open(address: PostgresAddress, settings: Settings = {}): Promise<PostgresConnection> {
    const connection = new PostgresConnection(connect({ ...address, noDelay: true }));
    try {
      await connection.#enqueue(startup({ ...IDENTITY, ...settings }));
    } catch (cause) {
      throw new ConnectionLost(false, cause);
    }
    return connection;
  }

  get isUsable(): boolean {
    return this.#lost === undefined;
  }

  /**
   * Runs a prepared statement and returns its first row.
   * @throws PostgresRefusal as the server says; ConnectionLost when it went away.
   */
  run(statement: Statement, parameters: readonly Parameter[]): Promise<Row | undefined> {
    const execution = execute(statement.name, parameters);
    if (this.#prepared.has(statement.name)) return this.#enqueue(execution);
    this.#prepared.add(statement.name);
    return this.#enqueue(Buffer.concat([parse(statement), execution]), statement.name);
  }

  /** Runs a command without parameters, such as `begin`. */
  async command(sql: string): Promise<void> {
    await this.#enqueue(simpleQuery(sql));
  }

  /** Says goodbye; what is still waiting fails. */
  close(): void {
    if (this.isUsable) this.#socket.end(terminate());
    this.#fail(new Error('closed here'));
  }

  #enqueue(bytes: Buffer, prepares?: string): Promise<Row | undefined> {
    if (this.#lost) return Promise.reject(new ConnectionLost(false, this.#lost));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject, prepares, row: undefined, error: undefined });
      this.#socket.write(bytes);
    });
  }

  #receive(chunk: Buffer): void {
    try {
      for (const frame of this.#frames.push(chunk)) this.#take(frame);
    } catch (error) {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #take(frame: Buffer): void {
    const first = this.#waiting[0];
    switch (frame[0]) {
      case 0x31: // 1: prepared
        if (first) first.prepares = undefined;
        break;
      case 0x44: // D: a row; only the first is of interest
        if (first) first.row ??= readRow(frame);
        break;
      case 0x45: // E
        this.#refuse(readFields(frame), first);
        break;
      case 0x52: // R: 0 is welcome, anything else asks for a password
        if (frame.readInt32BE(5) !== 0) this.#end(new Error('PostgreSQL asks for a password'));
        break;
      case 0x5a: // Z: ready for the next statement
        this.#settle();
        break;
      default: // acknowledgements, notices and parameters need no answer
    }
  }

  #refuse(fields: ReadonlyMap<string, string>, first: Waiting | undefined): void {
    const refusal = new PostgresRefusal(fields.get('C') ?? 'XX000', fields.get('M') ?? 'PostgreSQL refused');
    if (fields.get('V') === 'FATAL' || fields.get('V') === 'PANIC') {
      this.#end(refusal);
      return;
    }
    if (!first) return;
    first.error = refusal;
    if (first.prepares) this.#prepared.delete(first.prepares);
  }

  #settle(): void {
    const done = this.#waiting.shift();
    if (!done) return;
    if (done.error) done.reject(done.error);
    else done.resolve(done.row);
  }

  #end(cause: Error): void {
    this.#fail(cause);
    this.#socket.destroy();
  }

  #fail(cause: Error): void {
    this.#lost ??= cause;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new ConnectionLost(true, this.#lost));
  }
}
