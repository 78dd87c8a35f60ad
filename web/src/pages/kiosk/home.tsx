import { IconDoorExit, IconId, IconPassword } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNow } from '../../parts/now.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { useTimes } from '../../words/times.ts';
import { timeAt } from './device.ts';
import { scanCodeAt, stepAt } from './scan-code.ts';
import { useDevice } from './connection.ts';
import type { Scene } from './scene.ts';
import { useKioskWords } from './words.ts';

/** What stands there when nobody does anything: the code, the time, and the ways on. */
export function Home({ onGo }: Readonly<{ onGo: (scene: Scene) => void }>) {
  const words = useKioskWords();
  const { config } = useDevice();
  const ways = [
    ['visit', words.visiting, IconId],
    ['pin', words.pin, IconPassword],
    ['leave', words.leaving, IconDoorExit],
  ] as const;
  return (
    <div className="kiosk-home">
      <header className="kiosk-head">
        <h1>{words.welcome(config.siteName)}</h1>
        <Clock />
      </header>
      <RotatingCode />
      <div className="kiosk-ways">
        {ways.map(([scene, label, Sign]) => (
          <button key={scene} type="button" className="kiosk-way" data-way={scene} onClick={() => onGo(scene)}>
            <Sign size={44} aria-hidden />
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

function Clock() {
  const device = useDevice();
  const times = useTimes(device.config.timeZone);
  useNow(undefined);
  const now = timeAt(device);
  return (
    <p className="kiosk-clock figures">
      {times.time(now)} <span>{times.day(now)}</span>
    </p>
  );
}

function RotatingCode() {
  const words = useKioskWords();
  const device = useDevice();
  const { config } = device;
  useNow(undefined);
  const step = stepAt(config, timeAt(device));
  const [code, setCode] = useState<string | null>();
  useEffect(() => {
    let isLatest = true;
    void scanCodeAt(config, step).then((made) => isLatest && setCode(made ?? null));
    return () => {
      isLatest = false;
    };
  }, [config, step]);
  return (
    <figure className="kiosk-code">
      {code && <QrCode text={code} label={words.scanLabel} />}
      {code === undefined && <div className="kiosk-code-place" />}
      <figcaption>{code === null ? words.scanInsecure : words.scan}</figcaption>
    </figure>
  );
}
