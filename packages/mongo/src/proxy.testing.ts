import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a client and a server that a test can cut, or make deaf to answers. */
export async function cuttableWire(port: number) {
  const pairs = new Set<readonly [Socket, Socket]>();
  let answersPass = true;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far);
    far.on('data', (bytes) => answersPass && near.write(bytes));
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => pairs.forEach(([near]) => near.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    /** Requests arrive, answers do not. */
    deafen: (): void => {
      answersPass = false;
    },
    cut,
    /** Connections end as they do when a process dies that had nothing left to read. */
    hangUp: (): void => pairs.forEach(([near]) => near.end()),
    heal: (): void => {
      answersPass = true;
    },
    close: async (): Promise<void> => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
