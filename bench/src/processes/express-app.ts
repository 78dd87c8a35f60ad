import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';

/** Opens an Express application on a free port of loopback. */
export async function listen(app: Express): Promise<number> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Express as its documentation has it. */
export const stockExpress = (): Express => express().use(express.json());
