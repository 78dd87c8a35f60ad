import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Latencies } from '../measure/latencies.ts';
import { answerReader } from './answer-reader.ts';
import { type Measured, type Phase, requestsOf } from './phase.ts';

type Run = {
  readonly next: () => string | undefined;
  readonly expected: string;
  readonly latencies: Latencies;
  readonly bad: Record<number, number>;
  good: number;
};

/** Makes the load of a phase over raw sockets: the least that a client can cost on the machine it measures. */
export async function httpLoad({ port, connections, seconds, most, requests, expected }: Phase): Promise<Measured> {
  const at = requestsOf(requests);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let sent = 0;
  const next = (): string | undefined => (sent < most && performance.now() < until ? at(sent++) : undefined);
  const run: Run = { next, expected, latencies: new Latencies(), bad: {}, good: 0 };
  await Promise.all(sockets.map((socket) => drive(socket, run)));
  const took = (performance.now() - startedAt) / 1_000;
  const { latencies, good, bad } = run;
  return {
    sent,
    good,
    bad,
    perSecond: good / took,
    p50Ms: latencies.quantile(0.5),
    p99Ms: latencies.quantile(0.99),
  };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** One request after another until there are no more; resolves when the last one is answered. */
function drive(socket: Socket, run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    const send = (): void => {
      const request = run.next();
      if (request === undefined) return void socket.end(resolve);
      sentAt = performance.now();
      socket.write(request);
    };
    const read = answerReader((status, answer) => {
      run.latencies.record(performance.now() - sentAt);
      if (status === 200 && answer.includes(run.expected)) run.good++;
      else run.bad[status] = (run.bad[status] ?? 0) + 1;
      send();
    });
    socket.on('data', (chunk: Buffer) => {
      try {
        read(chunk);
      } catch (error) {
        socket.destroy();
        reject(error);
      }
    });
    socket.once('error', reject).once('close', () => resolve());
    send();
  });
}
