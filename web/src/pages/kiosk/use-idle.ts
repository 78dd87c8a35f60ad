import { useEffect, useRef, useState } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Seconds until the kiosk starts afresh because nobody touches it; each touch winds the clock up again. */
export function useIdle(seconds: number, isActive: boolean, onIdle: () => void): number {
  const [left, setLeft] = useState(seconds);
  const idle = useRef(onIdle);
  idle.current = onIdle;
  useEffect(() => {
    setLeft(seconds);
    if (!isActive) return undefined;
    let endsAt = performance.now() + seconds * 1_000;
    const wind = (): void => {
      endsAt = performance.now() + seconds * 1_000;
      setLeft(seconds);
    };
    const timer = setInterval(() => {
      const rest = Math.ceil((endsAt - performance.now()) / 1_000);
      setLeft(Math.max(rest, 0));
      if (rest <= 0) idle.current();
    }, 250);
    for (const sign of signs) addEventListener(sign, wind, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, wind);
    };
  }, [seconds, isActive]);
  return left;
}
