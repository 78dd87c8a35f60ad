import { useEffect, useState } from 'react';

/**
 * The platform's time, counted on from when it was last told. Pages count from the platform's clock and not from the
 * device's, which may be wrong.
 */
export function useNow(told: string | undefined, everyMs = 1_000): Date {
  const [anchor, setAnchor] = useState(() => ({ told, at: performance.now() }));
  const [, setTick] = useState(0);
  if (anchor.told !== told) setAnchor({ told, at: performance.now() });

  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  const start = anchor.told ? new Date(anchor.told).getTime() : Date.now() - (performance.now() - anchor.at);
  return new Date(start + performance.now() - anchor.at);
}
