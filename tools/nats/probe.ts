import { connect } from 'node:net';

export interface NatsInfo {
  readonly version: string;
  readonly jetstream: boolean;
  readonly maxPayload: number;
}

const parse = (line: string): NatsInfo | undefined => {
  if (!line.startsWith('INFO ')) return undefined;
  const info = JSON.parse(line.slice(5)) as { version?: string; jetstream?: boolean; max_payload?: number };
  return { version: info.version ?? '0.0.0', jetstream: info.jetstream === true, maxPayload: info.max_payload ?? 0 };
};

/** What a NATS server says of itself when one connects, or undefined when none answers in time. */
export const probeNats = (url: string, timeoutMs = 1_000): Promise<NatsInfo | undefined> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || 4222) });
    let text = '';
    const done = (info?: NatsInfo) => {
      socket.destroy();
      resolve(info);
    };
    socket.setTimeout(timeoutMs, () => done());
    socket.once('error', () => done());
    socket.once('close', () => done());
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\r\n');
      if (end >= 0) done(parse(text.slice(0, end)));
    });
  });
