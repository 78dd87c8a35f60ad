import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  type BadgeSchema,
  type KioskConfigSchema,
  KioskKind as ProtoKind,
  type KioskSchema,
  KioskStatus as ProtoStatus,
  SyncOutcome,
} from '@guildhall/contracts/register/v1/kiosks';
import { Direction } from '@guildhall/contracts/register/v1/events';
import type { KioskConfig } from '../../app/kiosks/get-config.ts';
import type { Badge } from '../../app/kiosks/ports.ts';
import type { Offered } from '../../app/kiosks/register-kiosk.ts';
import type { SyncResult } from '../../app/kiosks/sync-events.ts';
import type { Kiosk, KioskKind, KioskStatus } from '../../domain/kiosks/kiosk.ts';
import { receptionToProto } from './visitor.mapping.ts';

const kinds: Readonly<Record<KioskKind, ProtoKind>> = { kiosk: ProtoKind.KIOSK, door: ProtoKind.DOOR };
const statuses: Readonly<Record<KioskStatus, ProtoStatus>> = {
  unpaired: ProtoStatus.UNPAIRED,
  paired: ProtoStatus.PAIRED,
  revoked: ProtoStatus.REVOKED,
};
const outcomes: Readonly<Record<SyncResult['outcome'], SyncOutcome>> = {
  applied: SyncOutcome.APPLIED,
  repeated: SyncOutcome.REPEATED,
  refused: SyncOutcome.REFUSED,
  retry: SyncOutcome.RETRY,
};

/** Absent is a kiosk. */
export const kindOfKiosk = (kind: ProtoKind): KioskKind => (kind === ProtoKind.DOOR ? 'door' : 'kiosk');

/** Absent is the other one of what the person is. */
export const directionOf = (direction: Direction): 'in' | 'out' | undefined =>
  direction === Direction.IN ? 'in' : direction === Direction.OUT ? 'out' : undefined;

export const kioskToProto = (kiosk: Kiosk): MessageInitShape<typeof KioskSchema> => {
  const { id, siteId, name, entrance, kind, status, lastSeenAt, pairedAt } = kiosk;
  return {
    id,
    siteId,
    name,
    entrance,
    kind: kinds[kind],
    status: statuses[status],
    ...(lastSeenAt && { lastSeenAt: timestampFromDate(lastSeenAt) }),
    ...(pairedAt && { pairedAt: timestampFromDate(pairedAt) }),
  };
};

export const offeredToProto = ({ kiosk, code, expiresAt }: Offered) => ({
  kiosk: kioskToProto(kiosk),
  code,
  expiresAt: timestampFromDate(expiresAt),
});

type Shown = Readonly<{ stepSeconds: number; publicUrl: string }>;

/** The key is a kiosk's: a door reader shows nothing. */
export function configToProto(
  config: KioskConfig,
  { stepSeconds, publicUrl }: Shown,
): MessageInitShape<typeof KioskConfigSchema> {
  const { kiosk, site, reception, today, now, codeKey } = config;
  const { documents, photo, phone, idleSeconds, languages } = receptionToProto(reception);
  const shows = kiosk.kind === 'kiosk' ? { codeKey, stepSeconds, codePrefix: `${publicUrl}/k/` } : {};
  return {
    kiosk: kioskToProto(kiosk),
    siteName: site.name,
    timeZone: site.timeZone,
    today,
    now: timestampFromDate(now),
    ...(documents && { documents }),
    ...(photo !== undefined && { photo }),
    ...(phone !== undefined && { phone }),
    ...(idleSeconds !== undefined && { idleSeconds }),
    ...(languages && { languages }),
    ...shows,
  };
}

export const badgeToProto = ({ assignedAt, ...badge }: Badge): MessageInitShape<typeof BadgeSchema> => ({
  ...badge,
  assignedAt: timestampFromDate(assignedAt),
});

export const resultToProto = ({ outcome, ...result }: SyncResult) => ({ ...result, outcome: outcomes[outcome] });
