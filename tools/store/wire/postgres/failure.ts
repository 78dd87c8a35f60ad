/** PostgreSQL, or the extension in it, refused a statement. */
export class PostgresRefusal extends Error {
  override readonly name = 'PostgresRefusal';
  readonly sqlState: string;

  constructor(sqlState: string, message: string) {
    super(message);
    this.sqlState = sqlState;
  }
}

/** The connection ended under a statement: whether it took effect is not known, unless it was never sent. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly sent: boolean;

  constructor(sent: boolean, cause?: unknown) {
    super(sent ? 'the connection to PostgreSQL was lost, the outcome is unknown' : 'PostgreSQL is not reachable', {
      cause,
    });
    this.sent = sent;
  }
}

/** Too many statements wait for a connection. */
export class PoolExhausted extends Error {
  override readonly name = 'PoolExhausted';
}
