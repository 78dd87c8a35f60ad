import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';

describe('a free port', () => {
  it('can be listened on', async () => {
    const port = await freePort();
    expect(port).toBeGreaterThan(1_023);
    expect(await freePort(port)).toBe(port);
  });

  it('that is wanted and taken is one sentence', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(freePort(port)).rejects.toThrow(`Port ${port}, wanted for the document store, is taken`);
    server.close();
  });
});
