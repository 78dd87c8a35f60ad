import { create, toBuffer } from 'qrcode';
import type { QrCodes } from '../../app/visitors/ports.ts';

// Survives a crease or a dirty lens, and still scans from a phone's screen.
const errorCorrectionLevel = 'M';

const quietZone = 4;

export const qrCodes: QrCodes = {
  png: (text) => toBuffer(text, { errorCorrectionLevel, margin: quietZone, width: 480 }),
  squares: (text) => {
    const { modules } = create(text, { errorCorrectionLevel });
    const path: string[] = [];
    for (let y = 0; y < modules.size; y++) {
      for (let x = 0; x < modules.size; x++) {
        if (modules.get(y, x)) path.push(`M${x + quietZone} ${y + quietZone}h1v1h-1z`);
      }
    }
    return { path: path.join(''), size: modules.size + 2 * quietZone };
  },
};
