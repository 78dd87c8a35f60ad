import { type RefObject, useEffect, useRef } from 'react';

/** Shows the camera in a video, as long as it is on the page. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  facingMode: 'user' | 'environment',
  onRefused: () => void,
): void {
  const refused = useRef(onRefused);
  refused.current = onRefused;
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    const begin = async (): Promise<void> => {
      const got = await navigator.mediaDevices.getUserMedia({ video: { facingMode }, audio: false });
      if (isOver) return stop(got);
      stream = got;
      if (!video.current) return undefined;
      video.current.srcObject = got;
      return video.current.play();
    };
    begin().catch(() => isOver || refused.current());
    return () => {
      isOver = true;
      if (stream) stop(stream);
    };
  }, [video, facingMode]);
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

const photoWidth = 640;

/** What the video shows now, as a JPEG. */
export async function photoOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = photoWidth;
  canvas.height = Math.round((photoWidth * video.videoHeight) / Math.max(video.videoWidth, 1));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { promise, resolve } = Promise.withResolvers<Blob | undefined>();
  canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.85);
  return promise;
}
