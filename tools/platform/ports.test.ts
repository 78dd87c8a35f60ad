import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { demandPort, freePorts, portFrom } from './ports.ts';

describe('ports', () => {
  it('are all different when several are asked for at once', async () => {
    const ports = await freePorts(8);
    expect(new Set(ports).size).toBe(8);
  });

  it('are none that an outgoing connection could be given', async () => {
    const ports = await freePorts(8);
    expect(ports.filter((port) => port < 1_024 || port >= 32_768)).toEqual([]);
  });

  it('that are taken say by which variable another one is chosen', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(demandPort(port, 'SANDBOX_PORT')).rejects.toThrow(
      `Port ${port} is taken by another program: choose another one with SANDBOX_PORT, for example SANDBOX_PORT=`,
    );
    server.close();
  });

  it('that are free are left free', async () => {
    const [port = 0] = await freePorts(1);
    await demandPort(port, 'PORT');
    await demandPort(port, 'PORT');
  });

  it('come from the environment, or are the usual ones', () => {
    expect(portFrom({}, 'PORT', 8080)).toBe(8080);
    expect(portFrom({ PORT: '' }, 'PORT', 8080)).toBe(8080);
    expect(portFrom({ PORT: '9090' }, 'PORT', 8080)).toBe(9090);
  });

  it.each(['0', '65536', '80.5', 'http', '-1'])('refuses %s as a port', (text) => {
    expect(() => portFrom({ PORT: text }, 'PORT', 8080)).toThrow(
      `PORT must be a port between 1 and 65535, not "${text}".`,
    );
  });
});
