import { AppError } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import { matchesName } from '../../domain/visitors/name-key.ts';
import type { Induction } from '../../domain/visitors/induction.ts';
import { newReception, type Reception } from '../../domain/visitors/reception.ts';
import type { Announcement, Visitor, VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { WatchEntry } from '../../domain/visitors/watch-list.ts';
import type { LinkClaims, Links } from '../links.ts';
import { aRegister, aSite, inMemoryAudits } from '../testing.ts';
import { signInHandler } from '../visits/sign-in.ts';
import { signOutHandler } from '../visits/sign-out.ts';
import { keyOf } from './list-visitors.ts';
import type {
  Host,
  Hosts,
  Inductions,
  PhoneNumbers,
  Picture,
  Pictures,
  QrCodes,
  Receptions,
  VisitorRepository,
  WatchList,
} from './ports.ts';
import { visitorUseCases } from './use-cases.ts';
import type { WalkIn } from './walk-in.ts';
import { visitorLinks } from './visitor-links.ts';

// Honest stand-ins: they keep the promises of the real adapters, minus the database.

export const inMemoryVisitors = (audits = inMemoryAudits()) => {
  const stored = new Map<string, Visitor>();
  const messages: (VisitorFact | VisitorNotice)[] = [];
  const where = async (fits: (visitor: Visitor) => boolean) => [...stored.values()].filter(fits);
  const repository: VisitorRepository = {
    find: async (id) => stored.get(id),
    save: async (visitor, caused) => {
      await Promise.resolve();
      if ((stored.get(visitor.id)?.version ?? 0) !== visitor.version - 1) {
        throw new AppError('stale', 'store.stale_version', 'Someone was faster.');
      }
      stored.set(visitor.id, visitor);
      messages.push(...(await audits.sorted(caused)));
    },
    onDay: (siteId, date) => where((v) => v.siteId === siteId && v.expectedOn === date),
    pending: (siteId) => where((v) => v.siteId === siteId && v.approval?.state === 'pending'),
    inside: (siteId) => where((v) => v.siteId === siteId && v.status === 'inside'),
    ofHost: (hostId, from) => where((v) => v.hostId === hostId && v.expectedOn >= from),
    cameBefore: (siteId, name) =>
      where((v) => v.siteId === siteId && !v.erased && v.arrivedAt !== undefined && matchesName(keyOf(v), name)),
    keptFromBefore: (siteId, date) => where((v) => v.siteId === siteId && !v.erased && v.expectedOn < date),
  };
  return { ...repository, stored, messages, told: () => messages.map(({ type }) => type) };
};

export const inMemoryReceptions = (): Receptions => {
  const stored = new Map<string, Reception>();
  return {
    get: async (siteId) => stored.get(siteId) ?? newReception(siteId),
    save: async (reception) => void stored.set(reception.siteId, reception),
  };
};

export const inMemoryWatchList = (): WatchList => {
  const stored = new Map<string, WatchEntry>();
  return {
    of: async (siteId) => [...stored.values()].filter((entry) => entry.siteId === siteId),
    add: async (entry) => void stored.set(entry.id, entry),
    remove: async (siteId, id) => stored.get(id)?.siteId === siteId && stored.delete(id),
  };
};

export const inMemoryInductions = (): Inductions => {
  const stored = new Map<string, Induction>();
  const idOf = (siteId: string, name: string, company: string) => `${siteId} ${keyOf({ name, company })}`;
  return {
    of: async (siteId) => [...stored.values()].filter((induction) => induction.siteId === siteId),
    find: async (siteId, name, company) => stored.get(idOf(siteId, name, company)),
    put: async (given) => {
      const induction = { ...given, id: idOf(given.siteId, given.name, given.company) };
      stored.set(induction.id, induction);
      return induction;
    },
    remove: async (siteId, id) => stored.get(id)?.siteId === siteId && stored.delete(id),
  };
};

export const inMemoryPictures = () => {
  const stored = new Map<string, Picture>();
  const pictures: Pictures = {
    put: async (id, picture) => void stored.set(id, picture),
    find: async (id) => stored.get(id),
    remove: async (ids) => ids.forEach((id) => stored.delete(id)),
  };
  return { ...pictures, stored };
};

export const hostsNamed = (...known: Host[]): Hosts => ({
  find: async (id) => known.find((host) => host.id === id),
  named: async (name, limit) =>
    known.filter((host) => matchesName(keyOf({ ...host, company: '' }), name)).slice(0, limit),
});

/** Signs nothing, and forgets nothing either: purpose and end count as they do for real. */
export const plainLinks = (): Links => {
  const made: Readonly<{ purpose: string; claims: LinkClaims; until: Date }>[] = [];
  return {
    sign: (purpose, claims, until) => `token-${made.push({ purpose, claims, until }) - 1}`,
    read: (purpose, token, now) => {
      const found = made[Number(token.replace('token-', ''))];
      return found?.purpose === purpose && now < found.until ? found.claims : undefined;
    },
  };
};

/** Takes what has a country code. */
const phones: PhoneNumbers = {
  normalise: (value) => /^\+\d{7,15}$/.exec(value.replaceAll(' ', ''))?.[0],
};

const qrCodes: QrCodes = {
  png: async (text) => new TextEncoder().encode(text),
  squares: (text) => ({ path: `M${text.length} 0`, size: 33 }),
};

export const grace: Host = { id: 'grace', name: 'Grace Hopper' };
export const desk: Mover = { personId: '', displayName: '', via: 'admin', ip: '192.0.2.9', userAgent: 'Desk' };

/** Who sits there. */
export const atTheDesk = { personId: 'rita', displayName: 'Rita Reception' };

export const announced: Omit<Announcement, 'hostName'> = {
  kind: 'visitor',
  name: 'Łukasz Żółć',
  company: 'Analytical Engines',
  email: '',
  phone: '',
  vehicle: '',
  purpose: '',
  hostId: grace.id,
  expectedOn: '',
  expectedFrom: '',
  expectedUntil: '',
};

export const someone: WalkIn = {
  kind: 'visitor',
  name: 'Ada Lovelace',
  company: '',
  purpose: '',
  hostId: '',
  phone: '',
};

/** A reception in memory: a site with its register, and the use cases for its visitors. */
export const aReception = (start = '2026-03-02T09:00:00Z', site: Site = aSite()) => {
  const register = aRegister(start, site);
  const visitors = inMemoryVisitors(register.audits);
  const pictures = inMemoryPictures();
  const deps = {
    ...register,
    visitors,
    pictures,
    receptions: inMemoryReceptions(),
    watchList: inMemoryWatchList(),
    inductions: inMemoryInductions(),
    hosts: hostsNamed(grace, { id: 'gregor', name: 'Gregor Samsa' }),
    links: visitorLinks(plainLinks(), 'https://members.example.org'),
    qrCodes,
    phones,
    signIn: signInHandler(register),
    signOut: signOutHandler(register),
  };
  const useCases = visitorUseCases(deps);
  const siteId = site.id;
  const nothing = { siteId, vehicle: '', entrance: '', acceptances: [], overrideReason: '', by: desk, anyDay: true };
  return {
    ...deps,
    ...useCases,
    siteId,
    announce: (given: Partial<typeof announced> = {}, by = atTheDesk) =>
      useCases.expect({ siteId, announcement: { ...announced, ...given }, by }),
    arrive: (id: string, more: Partial<Parameters<typeof useCases.receive>[0]> = {}) =>
      useCases.receive({ ...nothing, visitor: { id }, ...more }),
    walkIn: (given: Partial<WalkIn> = {}, more: Partial<Parameters<typeof useCases.receive>[0]> = {}) =>
      useCases.receive({ ...nothing, visitor: { walkIn: { ...someone, ...given } }, ...more }),
    leaves: (visitorId: string) => useCases.release({ visitorId, siteId, by: desk }),
  };
};
