import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import mongoose from 'mongoose';

const { MongoNetworkError } = mongoose.mongo;

/** Ports where stores listen: of all connections of the process these are ours to watch. */
const ports = new Set<number>();
let isWatching = false;

/**
 * Ends the operations of a connection that closes. Driver 7.8 waits for ever for the "drain" of a socket that is gone: one
 * that closed without an error while a large write was under way, or that an operation was given in the moment between
 * its end and its "close". Neither `socketTimeoutMS` ends that wait nor `timeoutMS`, which has no effect any more.
 * Called before the connection is opened: the driver's monitor must not wait for ever either, or no store is ever found.
 */
export function endWaitsOfClosedConnections(connection: mongoose.Connection, url: string): void {
  for (const port of portsIn(url)) ports.add(port);
  connection.once('connected', () => {
    connection.getClient().on('connectionCreated', ({ address }) => ports.add(portOf(address)));
  });
  if (isWatching) return;
  isWatching = true;
  subscribe('net.client.socket', (message) => watch((message as { socket: Socket }).socket));
}

function watch(socket: Socket): void {
  let port = 0;
  socket.on('connectionAttempt', (_address, attempted) => (port = attempted));
  // Whoever waits for the drain hears errors, too; the driver repeats what a network error interrupted.
  const endWaits = (): void => {
    if (!ports.has(port) || socket.listenerCount('drain') === 0) return;
    socket.emit('error', new MongoNetworkError('connection closed'));
  };
  socket.once('close', endWaits);
  // The driver takes the connection out of use at once, and nobody meets the operating system's own word for its end.
  socket.once('end', () => {
    if (ports.has(port)) socket.destroy(new MongoNetworkError('the store closed the connection'));
  });
  socket.on('newListener', (event) => {
    if (event === 'drain' && socket.destroyed) process.nextTick(endWaits);
  });
}

const defaultPort = 27_017;

/** The ports in the address of a store: `mongodb://user:password@one:27017,two:27018/?option=value`. */
function portsIn(url: string): number[] {
  const [, hosts = ''] = /^[^/]*\/\/(?:[^@/]*@)?([^/?]*)/.exec(url) ?? [];
  return hosts.split(',').map((host) => portOf(host) || defaultPort);
}

const portOf = (address: string): number => Number(/:(\d+)$/.exec(address)?.[1] ?? 0);
