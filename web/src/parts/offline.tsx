import { IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/words.ts';

function listen(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says while the device has no connection that nothing can be changed. */
export function Offline() {
  const { app } = useWords();
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="alert" className="no-print">
      {!isOnline && (
        <p className="offline">
          <IconWifiOff size={22} aria-hidden />
          <span>{app.offline}</span>
        </p>
      )}
    </div>
  );
}
