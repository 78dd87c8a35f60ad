import { AppError } from '@guildhall/kernel';
import { macOf, kioskCodes } from '../../adapters/node/kiosk-codes.ts';
import type { Kiosk } from '../../domain/kiosks/kiosk.ts';
import { stepAt } from '../../domain/kiosks/scan-code.ts';
import type { Mover } from '../../domain/visit.ts';
import { aReception } from '../visitors/testing.ts';
import type { Badge, Badges, DeviceCredentials, Kiosks, Pins, Timeline, Timelines } from './ports.ts';
import { kioskUseCases } from './use-cases.ts';

const stale = (): AppError => new AppError('stale', 'store.stale_version', 'Someone was faster.');

export const inMemoryKiosks = (): Kiosks => {
  const stored = new Map<string, Kiosk>();
  return {
    find: async (id) => stored.get(id),
    findByCode: async (codeHash) => [...stored.values()].find(({ pairing }) => pairing?.codeHash === codeHash),
    all: async (siteId) => [...stored.values()].filter((kiosk) => !siteId || kiosk.siteId === siteId),
    save: async (kiosk) => {
      await Promise.resolve();
      if ((stored.get(kiosk.id)?.version ?? 0) !== kiosk.version - 1) throw stale();
      stored.set(kiosk.id, kiosk);
    },
  };
};

export const inMemoryTimelines = () => {
  const stored = new Map<string, Timeline>();
  const timelines: Timelines = {
    find: async (siteId, personId) => stored.get(`${siteId} ${personId}`),
    save: async (timeline) => {
      await Promise.resolve();
      const key = `${timeline.siteId} ${timeline.personId}`;
      if ((stored.get(key)?.version ?? 0) !== timeline.version - 1) throw stale();
      stored.set(key, timeline);
    },
    remove: async ({ siteId, personId }) => void stored.delete(`${siteId} ${personId}`),
  };
  return { ...timelines, stored };
};

export const inMemoryBadges = (): Badges => {
  const stored = new Map<string, Badge>();
  return {
    find: async (id) => stored.get(id),
    all: async (personId) => [...stored.values()].filter((badge) => !personId || badge.personId === personId),
    put: async (badge) => void stored.set(badge.id, badge),
    remove: async (id) => void stored.delete(id),
  };
};

/** Tokens by device, as identity would keep them. */
export const inMemoryCredentials = () => {
  const tokens = new Map<string, string>();
  let made = 0;
  const credentials: DeviceCredentials = {
    create: async ({ id }) => {
      const token = `token-${++made}`;
      tokens.set(id, token);
      return token;
    },
    revoke: async (id) => void tokens.delete(id),
  };
  return { ...credentials, tokens };
};

const pins: Pins = {
  find: async (number, pin) => {
    if (number !== '1815' || pin !== '271828') {
      throw new AppError('unauthenticated', 'identity.wrong_pin', 'Number or PIN is wrong.');
    }
    return { personId: 'grace', displayName: 'Grace Hopper' };
  },
};

export const ada: Mover = { personId: 'ada', displayName: 'Ada Lovelace', via: 'web', ip: '', userAgent: '' };

/** A site with its kiosk in memory, and the use cases of devices. */
export const aKioskSite = (...of: Parameters<typeof aReception>) => {
  const reception = aReception(...of);
  const deps = {
    ...reception,
    kiosks: inMemoryKiosks(),
    timelines: inMemoryTimelines(),
    badges: inMemoryBadges(),
    credentials: inMemoryCredentials(),
    codes: kioskCodes(Buffer.alloc(32, 7).toString('base64url')),
    pins,
  };
  const useCases = kioskUseCases(deps);
  const { clock, codes, siteId } = deps;
  return {
    ...deps,
    ...useCases,
    /** A kiosk, or a door, that is paired. */
    paired: async (kind: Kiosk['kind'] = 'kiosk') => {
      const { code } = await useCases.register({ siteId, name: 'Hall', entrance: '', kind });
      return useCases.pair(code);
    },
    /** What the kiosk shows at a moment; now when none is given. */
    shownBy: (kiosk: Kiosk, at = clock.now()) => {
      const step = stepAt(at);
      return `https://members.example.org/k/${kiosk.id}.${step}.${macOf(codes.keyOf(kiosk), kiosk.id, step)}`;
    },
    /** The visits of a person as from when until when. */
    staysOf: async (personId: string) =>
      (await deps.visits.allOf(personId))
        .filter(({ closedReason }) => closedReason !== 'merged')
        .toSorted((a, b) => a.in.at.getTime() - b.in.at.getTime())
        .map(({ in: { at }, out, open }) => [hour(at), out ? hour(out.at) : open ? 'inside' : 'not signed out']),
  };
};

const hour = (at: Date): string => at.toISOString().slice(5, 16);
