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
 */
export function endWaitsOfClosedConnections(connection: mongoose.Connection): void {
  ports.add(connection.port);
  connection.getClient().on('connectionCreated', ({ address }) => ports.add(portOf(address)));
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
  socket.on('newListener', (event) => {
    if (event === 'drain' && socket.destroyed) process.nextTick(endWaits);
  });
}

const portOf = (address: string): number => Number(/:(\d+)$/.exec(address)?.[1] ?? 0);
