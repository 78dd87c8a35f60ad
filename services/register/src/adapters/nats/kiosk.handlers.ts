import type { Handler } from '@guildhall/kernel';
import type { AssignBadge, ReadBadge, RemoveBadge } from '../../app/kiosks/badges.ts';
import type { FindAtKiosk } from '../../app/kiosks/find-expected.ts';
import type { KioskConfig } from '../../app/kiosks/get-config.ts';
import type { MoveByPin } from '../../app/kiosks/move-by-pin.ts';
import type { Moved } from '../../app/kiosks/move-person.ts';
import type { OfflineArrival } from '../../app/kiosks/offline-visitors.ts';
import type { Paired } from '../../app/kiosks/pair-kiosk.ts';
import type { Badge, Badges, Kiosks, Pins } from '../../app/kiosks/ports.ts';
import type { ChangeKiosk, Offered, RegisterKiosk } from '../../app/kiosks/register-kiosk.ts';
import type { ScanKiosk } from '../../app/kiosks/scan-kiosk.ts';
import type { Subject, SyncEvents, SyncResult } from '../../app/kiosks/sync-events.ts';
import type { DrawBadge } from '../../app/visitors/draw-badge.ts';
import type { SetPhoto } from '../../app/visitors/photos.ts';
import type { Host } from '../../app/visitors/ports.ts';
import type { Received, ReceiveVisitor } from '../../app/visitors/receive-visitor.ts';
import type { Released, ReleaseVisitor } from '../../app/visitors/release-visitor.ts';
import type { Kiosk, KioskKind } from '../../domain/kiosks/kiosk.ts';
import type { Site } from '../../domain/site.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';

/** The use cases about devices. */
export type KioskHandlers = Readonly<{
  kiosks: Kiosks;
  badges: Badges;
  pins: Pins;
  publicUrl: string;
  register: Handler<RegisterKiosk, Offered>;
  change: Handler<ChangeKiosk, Kiosk>;
  offerPairing: Handler<string, Offered>;
  revoke: Handler<string>;
  pair: Handler<string, Paired>;
  config: Handler<string, KioskConfig>;
  /** The device that calls, by its id. */
  device: (id: string, kinds?: readonly KioskKind[]) => Promise<Kiosk>;
  /** Where it stands; empty when the site has no such entrance. */
  entrance: (kiosk: Pick<Kiosk, 'siteId' | 'entrance'>) => Promise<string>;
  moveByPin: Handler<MoveByPin, Moved & Readonly<{ shownName: string }>>;
  scan: Handler<ScanKiosk, Moved & Readonly<{ site: Site }>>;
  findHosts: Handler<FindAtKiosk, readonly Host[]>;
  findExpected: Handler<FindAtKiosk, readonly Visitor[]>;
  receive: Handler<ReceiveVisitor, Received>;
  release: Handler<ReleaseVisitor, Released>;
  /** The visitor that a scanned invitation or badge is about. Throws when it is none. */
  visitorIn: (token: string) => string;
  setPhoto: Handler<SetPhoto>;
  drawBadge: Handler<DrawBadge, string>;
  sync: Handler<SyncEvents, readonly SyncResult[]>;
  readBadge: (read: ReadBadge) => Promise<Subject>;
  arrivedOffline: (arrival: OfflineArrival) => Promise<Subject>;
  /** What stands for an event of a device. */
  eventKey: (kioskId: string, eventId: string) => string;
  departedOffline: (siteId: string, visitorId: string, arrivalKey: string) => Promise<Subject>;
  /** Lets visitors follow what the events made of their visits. */
  followVisit: (visitorId: string, arrival: OfflineArrival | undefined) => Promise<void>;
  assignBadge: Handler<AssignBadge, Badge>;
  removeBadge: Handler<RemoveBadge>;
}>;
