import { KioskService } from '@guildhall/contracts/register/v1/kiosks';
import { serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { badgeRepository } from '../adapters/mongo/badge.repository.ts';
import { kioskCollection, kioskIndexes, kioskRepository, type KioskState } from '../adapters/mongo/kiosk.repository.ts';
import {
  timelineCollection,
  timelineRepository,
  type TimelineState,
  toTimeline,
} from '../adapters/mongo/timeline.repository.ts';
import { devicesClient } from '../adapters/nats/devices.client.ts';
import { kioskService } from '../adapters/nats/kiosk.service.ts';
import { kioskCodes } from '../adapters/node/kiosk-codes.ts';
import type { BadgeHolders } from '../app/evacuation/ports.ts';
import { type KioskDeps, kioskUseCases } from '../app/kiosks/use-cases.ts';
import type { Settings } from '../config.ts';
import type { composeVisitors } from './visitors.ts';

/** The aggregates of devices, and what they say about people. */
export const kioskCollections = (store: Store, offer: Offer) => ({
  kiosks: aggregates<KioskState>({ store, collection: kioskCollection, indexes: kioskIndexes, offer }),
  timelines: aggregates<TimelineState>({ store, collection: timelineCollection, offer }),
});

/** What is known of the badges of members; evacuations ask too whose they are. */
export async function kioskBadges({ store, settings }: Process<Settings>) {
  const badges = await badgeRepository(store.connection);
  const codes = kioskCodes(Buffer.from(settings.LINK_KEY).toString('base64url'));
  const badgeHolders: BadgeHolders = {
    of: async (badge) => (await badges.find(codes.badgeKey(badge)))?.personId,
  };
  return { badges, codes, badgeHolders };
}

type Visitors = Awaited<ReturnType<typeof composeVisitors>>;
type Parts = ReturnType<typeof kioskCollections> &
  Visitors &
  Pick<KioskDeps, 'presence' | 'audits' | 'badges' | 'codes'>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts everything about devices; visitors are there already. */
export async function composeKiosks(process: Process<Settings>, parts: Parts): Promise<void> {
  const { bus, life, log, settings } = process;
  const devices = devicesClient(bus);
  const deps = {
    ...parts,
    kiosks: kioskRepository(parts.kiosks),
    timelines: timelineRepository(parts.timelines),
    credentials: devices,
    pins: devices,
    publicUrl: settings.PUBLIC_URL.replace(/\/$/, ''),
  };
  const { timelineDue, ...useCases } = kioskUseCases(deps);
  const dues = dueItems({
    of: parts.timelines,
    clock: parts.clock,
    handle: async (id) => {
      const found = await parts.timelines.find(id);
      if (found) await timelineDue(toTimeline(found));
    },
    report: (error, timelineId) => log.error({ error, timelineId }, 'visits could not follow the events of devices'),
  });
  await life.hold('timelines', dues, close);
  await life.hold('timelines clock', process.clock.onMove(dues.nudge), (stop) => stop());
  const service = serve(bus, KioskService, kioskService({ ...deps, ...useCases }), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('kiosk calls', service, close);
}
