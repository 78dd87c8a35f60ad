import './code-scanner.css';
import { useEffect, useRef, useState } from 'react';
import { useCamera } from './camera.ts';
import { codeReader } from './code-reader.ts';

export const canScan = (): boolean => navigator.mediaDevices?.getUserMedia !== undefined;

const lookMs = 250;

type Props = Readonly<{
  hint: string;
  /** Said where the camera is refused. */
  off: string;
  onCode: (code: string) => void;
}>;

/** Looks through the camera for QR codes, as long as it is on the page. */
export function CodeScanner({ hint, off, onCode }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [isOff, setOff] = useState(false);
  useCamera(video, 'environment', () => setOff(true));
  const found = useRef(onCode);
  found.current = onCode;
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const reader = codeReader();
    const look = async (): Promise<void> => {
      const code = video.current && (await (await reader)(video.current));
      if (code && !isOver) found.current(code);
    };
    const again = (): void => {
      if (!isOver) timer = setTimeout(() => void look().then(again, again), lookMs);
    };
    again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  if (isOff) return <p role="alert">{off}</p>;
  return (
    <figure className="code-scanner">
      <video ref={video} muted playsInline />
      <figcaption>{hint}</figcaption>
    </figure>
  );
}
