import { useRef, useState } from 'react';
import { photoOf, useCamera } from '../../parts/camera.ts';
import { KioskStep } from './step.tsx';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ onPhoto: (photo: Blob | undefined) => void; onBack: () => void }>;

/** A photo, for those who like. */
export function PhotoStep({ onPhoto, onBack }: Props) {
  const words = useKioskWords();
  const [photo, setPhoto] = useState<Blob>();
  const skip = (
    <button type="button" className="kiosk-button" onClick={() => onPhoto(undefined)}>
      {words.photoNone}
    </button>
  );
  return (
    <KioskStep title={words.photoTitle} hint={words.photoHint} onBack={onBack} foot={skip}>
      {photo ? (
        <Taken photo={photo} onAgain={() => setPhoto(undefined)} onUse={() => onPhoto(photo)} />
      ) : (
        <Finder onTaken={setPhoto} />
      )}
    </KioskStep>
  );
}

function Finder({ onTaken }: Readonly<{ onTaken: (photo: Blob | undefined) => void }>) {
  const words = useKioskWords();
  const video = useRef<HTMLVideoElement>(null);
  const [isOff, setOff] = useState(false);
  useCamera(video, 'user', () => setOff(true));
  if (isOff) return <p role="alert">{words.cameraOff}</p>;
  const take = async (): Promise<void> => {
    if (video.current) onTaken(await photoOf(video.current));
  };
  return (
    <figure className="kiosk-camera">
      <video ref={video} muted playsInline className="mirrored" />
      <button type="button" className="kiosk-button kiosk-primary" onClick={() => void take()}>
        {words.photoTake}
      </button>
    </figure>
  );
}

type TakenProps = Readonly<{ photo: Blob; onAgain: () => void; onUse: () => void }>;

function Taken({ photo, onAgain, onUse }: TakenProps) {
  const words = useKioskWords();
  const [drawn, draw] = useState<HTMLCanvasElement | null>(null);
  if (drawn) void drawOn(drawn, photo);
  return (
    <figure className="kiosk-camera">
      <canvas ref={draw} className="mirrored" />
      <div className="kiosk-row">
        <button type="button" className="kiosk-button" onClick={onAgain}>
          {words.photoAgain}
        </button>
        <button type="button" className="kiosk-button kiosk-primary" onClick={onUse}>
          {words.photoUse}
        </button>
      </div>
    </figure>
  );
}

async function drawOn(canvas: HTMLCanvasElement, photo: Blob): Promise<void> {
  const picture = await createImageBitmap(photo);
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
