import { createHmac } from 'node:crypto';
import { type Device, newDevice } from './device.ts';
import { content } from './http.ts';
import { administrator, patiently } from './people.ts';
import { clock } from './sandbox.ts';

export type KioskConfig = Readonly<{
  kiosk: Readonly<{ id: string; siteId: string; name: string; status: string }>;
  siteName: string;
  today: string;
  documents: readonly Readonly<{ id: string; version: number; title: string }>[];
  codeKey: string;
  stepSeconds: number;
  codePrefix: string;
}>;

/** A device at the door of a site. */
export type Kiosk = Readonly<{ id: string; device: Device; config: KioskConfig }>;

type Pairing = Readonly<{ kiosk: Readonly<{ id: string }>; code: string; expiresAt: string }>;

/** A code that a device pairs with. */
export async function pairingCode(siteId: string, more: object = {}): Promise<Pairing> {
  const { device } = await administrator();
  const body = { siteId, name: 'Hall', ...more };
  return content(await device.call<Pairing>('POST', '/api/register/kiosks', { body }), 201);
}

export const pair = (code: string) =>
  patiently(() => newDevice().call<{ token: string }>('POST', '/api/register/kiosks/pair', { body: { code } }));

/** A kiosk of this site that is paired; `kind: 'door'` makes it a reader of badges. */
export async function newKiosk(siteId: string, more: object = {}): Promise<Kiosk> {
  const { kiosk, code } = await pairingCode(siteId, more);
  const { token } = content(await pair(code));
  const device = newDevice({ token });
  const isDoor = 'kind' in more;
  const none = { codeKey: '', stepSeconds: 30, codePrefix: '' } as KioskConfig;
  const config = isDoor ? none : content(await device.call<KioskConfig>('GET', '/api/register/kiosk/config'));
  return { id: kiosk.id, device, config };
}

/** What the kiosk shows at this moment, as it reckons by itself. */
export function codeAt({ id, config: { codeKey, codePrefix, stepSeconds } }: Kiosk, at: Date): string {
  const said = `${id}.${Math.floor(at.getTime() / 1_000 / stepSeconds)}`;
  const mac = createHmac('sha256', Buffer.from(codeKey, 'base64')).update(said).digest('base64url');
  return `${codePrefix}${said}.${mac.slice(0, 16)}`;
}

export const codeNow = async (kiosk: Kiosk): Promise<string> => codeAt(kiosk, await clock.now());
