import { useSyncExternalStore } from 'react';

function listen(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** False while the device knows that it has no connection; true does not promise one. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
