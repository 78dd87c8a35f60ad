import type { Call } from '@guildhall/messaging';
import type { Mover } from '../../domain/visit.ts';

const longestUserAgent = 255;

/** Who moves others: somebody at a desk, or a device. Whose movement it is, the use case says. */
const moverBy =
  (via: Mover['via']) =>
  ({ client }: Call): Mover => ({
    personId: '',
    displayName: '',
    via,
    ip: client.ip,
    userAgent: client.userAgent.slice(0, longestUserAgent),
  });

export const deskOf = moverBy('admin');
export const kioskOf = moverBy('kiosk');
export const browserOf = moverBy('web');
