type Detector = Readonly<{ detect: (source: HTMLVideoElement) => Promise<readonly Readonly<{ rawValue: string }>[]> }>;

declare global {
  // Not in every browser.
  var BarcodeDetector: (new (options: Readonly<{ formats: readonly string[] }>) => Detector) | undefined;
}

/** Says what the QR code in the picture of a video says; undefined where there is none. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** The browser's own reader where there is one, else ours, which is fetched only then. */
export async function codeReader(): Promise<CodeReader> {
  if (!globalThis.BarcodeDetector) return readByHand((await import('jsqr')).default);
  const detector = new globalThis.BarcodeDetector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

type Decode = (data: Uint8ClampedArray, width: number, height: number) => Readonly<{ data: string }> | null;

// A larger picture takes a phone longer than it is worth.
const widest = 640;

export function readByHand(decode: Decode): CodeReader {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, widest / video.videoWidth);
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!context || !width || !height) return undefined;
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return decode(context.getImageData(0, 0, width, height).data, width, height)?.data || undefined;
  };
}
