import { createServer } from 'node:net';
import { freePort as anyFreePort } from '../platform/ports.ts';
import { Sentence } from '../process/sentence.ts';

/**
 * A port of the loopback interface that nobody listens on now: the wanted one, else (0) any.
 * @throws Sentence when the wanted one is taken.
 */
export const freePort = (wanted = 0): Promise<number> => (wanted === 0 ? anyFreePort() : demand(wanted));

const demand = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken ? new Sentence(`Port ${port}, wanted for the document store, is taken: name another one.`) : error,
      );
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
