import { IconWifiOff } from '@tabler/icons-react';
import { useOnline } from '../offline/online.ts';
import { useWords } from '../words/words.ts';

/** Says while the device has no connection that nothing can be changed. */
export function Offline() {
  const { app } = useWords();
  const isOnline = useOnline();
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
