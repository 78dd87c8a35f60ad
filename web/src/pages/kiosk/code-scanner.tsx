import { useEffect, useRef, useState } from 'react';
import { useCamera } from './camera.ts';
import { useKioskWords } from './words.ts';

type Detector = Readonly<{ detect: (source: HTMLVideoElement) => Promise<readonly Readonly<{ rawValue: string }>[]> }>;

declare global {
  // Not in every browser: where it is missing, codes are not offered.
  var BarcodeDetector: (new (options: Readonly<{ formats: readonly string[] }>) => Detector) | undefined;
}

export const canScan = (): boolean =>
  globalThis.BarcodeDetector !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;

const lookMs = 250;

/** Looks through the camera until it sees a QR code. */
export function CodeScanner({ onCode }: Readonly<{ onCode: (code: string) => void }>) {
  const words = useKioskWords();
  const video = useRef<HTMLVideoElement>(null);
  const [isOff, setOff] = useState(false);
  useCamera(video, 'environment', () => setOff(true));
  const found = useRef(onCode);
  found.current = onCode;
  useEffect(() => {
    const detector = globalThis.BarcodeDetector && new globalThis.BarcodeDetector({ formats: ['qr_code'] });
    const look = async (): Promise<void> => {
      const [code] = (video.current && (await detector?.detect(video.current))) ?? [];
      if (code) found.current(code.rawValue);
    };
    // A picture that is not there yet has no code in it.
    const timer = setInterval(() => void look().catch(() => undefined), lookMs);
    return () => clearInterval(timer);
  }, []);
  if (isOff) return <p role="alert">{words.cameraOff}</p>;
  return (
    <figure className="kiosk-camera">
      <video ref={video} muted playsInline />
      <figcaption>{words.cameraHint}</figcaption>
    </figure>
  );
}
