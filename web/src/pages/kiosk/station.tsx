import { useEffect, useState } from 'react';
import { isLanguage, type Language, useSpeaking } from '../../words/words.ts';
import type { Device } from './device.ts';
import { KioskFoot } from './kiosk-foot.tsx';
import { Home } from './home.tsx';
import { IdleBar } from './idle-bar.tsx';
import { LeaveFlow } from './leave-flow.tsx';
import { PinFlow } from './pin-flow.tsx';
import { useDevice } from './connection.ts';
import { useIdle } from './use-idle.ts';
import { useUpkeep } from './upkeep.ts';
import { useWakeLock } from './wake-lock.ts';
import type { Scene } from './scene.ts';
import { VisitFlow } from './visit-flow.tsx';

const defaultIdleSeconds = 20;

/** The kiosk itself: whole screen, one thing at a time, and back to the start when nobody touches it. */
export function Station({ onChange }: Readonly<{ onChange: (device: Device | undefined) => void }>) {
  const { config } = useDevice();
  const { language, speak } = useSpeaking();
  const [scene, go] = useState<Scene>('home');
  const [isBig, setBig] = useState(false);
  const { isAway, pending, refused } = useUpkeep(onChange);
  const languages = config.languages.filter(isLanguage);
  const first: Language = languages[0] ?? 'en';
  const home = (): void => {
    go('home');
    setBig(false);
    if (language !== first) speak(first);
  };
  // What the last visitor chose is nothing to the next.
  const isTouched = scene !== 'home' || isBig || language !== first;
  const left = useIdle(config.idleSeconds || defaultIdleSeconds, isTouched, home);
  useWakeLock();
  useEffect(() => {
    scrollTo(0, 0);
  }, [scene]);
  return (
    <div className="kiosk" data-big={isBig || undefined}>
      <main className="kiosk-main">
        {scene === 'home' && <Home onGo={go} />}
        {scene === 'visit' && <VisitFlow isAway={isAway} onDone={home} />}
        {scene === 'pin' && <PinFlow isAway={isAway} onDone={home} />}
        {scene === 'leave' && <LeaveFlow isAway={isAway} onDone={home} />}
      </main>
      {scene !== 'home' && <IdleBar left={left} seconds={config.idleSeconds || defaultIdleSeconds} onHome={home} />}
      <KioskFoot
        languages={languages}
        isBig={isBig}
        onBig={setBig}
        isAway={isAway}
        pending={pending}
        refused={refused}
      />
    </div>
  );
}
