import type { NatsConnection } from '@nats-io/transport-node';

export type BusStatus = 'disconnect' | 'reconnect';

/** Follows the connection for as long as it lives. */
export function watchStatus(nc: NatsConnection) {
  const listeners = new Set<(status: BusStatus) => void>();
  let connected = true;

  const say = (status: BusStatus): void => {
    connected = status === 'reconnect';
    for (const listener of listeners) listener(status);
  };

  const follow = async (): Promise<void> => {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect' && connected) say('disconnect');
      if (status.type === 'reconnect' && !connected) say('reconnect');
    }
    // The iterator ends only when the connection is closed for good.
    if (connected) say('disconnect');
  };
  void follow();

  return {
    isConnected: () => connected && !nc.isClosed(),
    onStatus: (listener: (status: BusStatus) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
