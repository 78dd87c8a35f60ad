import { useEffect } from 'react';

/** Keeps the screen on, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Refused when the battery is low: the kiosk works all the same.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    };
    const renew = (): void => void hold();
    renew();
    document.addEventListener('visibilitychange', renew);
    return () => {
      document.removeEventListener('visibilitychange', renew);
      void lock?.release();
    };
  }, []);
}
