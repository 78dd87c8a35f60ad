/** Requests that are made from heads and bodies: the first body with every head, then the second with every head... */
export type RequestPlan = Readonly<{
  /** Request line and headers, without Content-Length and without the empty line. */
  heads: readonly string[];
  bodies: readonly string[];
}>;

/** A stretch of load over HTTP: so many connections, each with one request under way at any moment. */
export type Phase = Readonly<{
  port: number;
  connections: number;
  /** No request begins after this long. */
  seconds: number;
  /** Nor after so many. */
  most: number;
  requests: RequestPlan;
  /** What a good answer has in it besides its status. */
  expected: string;
}>;

/** A stretch of calls over the bus: so many under way at any moment. */
export type Calls = Readonly<{ calls: number; seconds: number }>;

export type Measured = Readonly<{
  /** Requests begun. */
  sent: number;
  /** Answers with status 200 and what was expected. */
  good: number;
  /** How often each status came with any other answer. */
  bad: Readonly<Record<number, number>>;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Milliseconds of processor time per good answer, by process. */
  cost?: Readonly<Record<string, number>>;
  /** From a movement to its notice in the notifier's collection. */
  notice?: Readonly<{ p50Ms: number; p99Ms: number }>;
}>;

/** The plan's requests, one after another and from the start again when all have been made. */
export function requestsOf({ heads, bodies }: RequestPlan): (index: number) => string {
  const tails = bodies.map((body) => `\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return (index) => {
    const head = heads[index % heads.length] ?? '';
    return head + (tails[Math.floor(index / heads.length) % tails.length] ?? '');
  };
}

/** Request line and headers of a JSON request. */
export const jsonHead = (verb: string, path: string, headers: Readonly<Record<string, string>> = {}): string =>
  [
    `${verb} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: guildhall-bench',
    'content-type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n');
