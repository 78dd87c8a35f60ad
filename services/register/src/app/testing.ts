import { AppError, type Clock, type NewId } from '@guildhall/kernel';
import type { PresenceNotice } from '../domain/notice.ts';
import { type Audited, isAudited } from '../domain/audit.ts';
import { alreadyInside, siteExists } from '../domain/refusals.ts';
import { createSite, newSiteSettings, type Site, type SiteFact, type SiteSettings } from '../domain/site.ts';
import { siteDays } from '../domain/site-day.ts';
import type { Mover, Visit, VisitFact } from '../domain/visit.ts';
import type { AuditEntry, AuditTrail, People, Person, SiteRepository, VisitRepository } from './ports.ts';
import { SiteCatalogue } from './sites/site-catalogue.ts';
import { Presence } from './visits/presence.ts';
import { rollOverHandler } from './visits/roll-over.ts';
import { type SignIn, signInHandler } from './visits/sign-in.ts';
import { signOutHandler } from './visits/sign-out.ts';

// Honest stand-ins: they keep the promises of the real adapters, minus the database.

export const stale = (): AppError => new AppError('stale', 'store.stale_version', 'Someone was faster.');

/** What a store says that does not answer. */
export const unavailable = (): Promise<never> =>
  Promise.reject(new AppError('unavailable', 'store.unavailable', 'The store does not answer.'));

export const inMemoryVisits = (audits = inMemoryAudits()) => {
  const stored = new Map<string, Visit>();
  const messages: (VisitFact | PresenceNotice)[] = [];
  const open = (where: (visit: Visit) => boolean): Visit[] =>
    [...stored.values()].filter((visit) => visit.open && where(visit));
  const repository: VisitRepository = {
    find: async (id) => stored.get(id),
    findOpen: async (personId, siteId) => open((v) => v.personId === personId && v.siteId === siteId)[0],
    openAt: async (siteIds) => open((v) => siteIds.includes(v.siteId)),
    openOf: async (personId) => open((v) => v.personId === personId),
    allOf: async (personId) => [...stored.values()].filter((v) => v.personId === personId),
    of: async (personId, siteIds, from, to) =>
      [...stored.values()].filter(
        (v) => v.personId === personId && siteIds.includes(v.siteId) && from <= v.date && v.date <= to,
      ),
    ofDay: async (siteId, date) => [...stored.values()].filter((v) => v.siteId === siteId && v.date === date),
    save: async (visit, caused) => {
      await Promise.resolve();
      if ((stored.get(visit.id)?.version ?? 0) !== visit.version - 1) throw stale();
      const same = open((v) => v.personId === visit.personId && v.siteId === visit.siteId && v.id !== visit.id);
      if (visit.open && same.length > 0) throw alreadyInside();
      stored.set(visit.id, visit);
      messages.push(...(await audits.sorted(caused)));
    },
  };
  const facts = (): VisitFact[] => messages.filter((message) => message.type !== 'presence-notice');
  const notices = (): PresenceNotice[] => messages.filter((message) => message.type === 'presence-notice');
  return { ...repository, facts, notices, stored, audits };
};

export const inMemorySites = (...existing: Site[]) => {
  const stored = new Map(existing.map((site) => [site.id, site]));
  const facts: SiteFact[] = [];
  const repository: SiteRepository = {
    find: async (id) => stored.get(id),
    all: async () => [...stored.values()],
    save: async (site, caused) => {
      const known = stored.get(site.id);
      if (known && site.version === 1) throw siteExists();
      if ((known?.version ?? 0) !== site.version - 1) throw stale();
      stored.set(site.id, site);
      facts.push(...caused);
    },
  };
  return { ...repository, facts };
};

export const inMemoryPeople = () => {
  const stored = new Map<string, Person>();
  const people: People = {
    put: async (person) => {
      const known = stored.get(person.id);
      if ((known?.version ?? 0) > person.version) return false;
      stored.set(person.id, { snoozed: known?.snoozed ?? {}, ...person });
      return true;
    },
    findMany: async (ids) => ids.flatMap((id) => stored.get(id) ?? []),
    snooze: async (id, days) => {
      const known = stored.get(id) ?? personNamed('', id, 0);
      stored.set(id, { ...known, snoozed: { ...known.snoozed, ...days } });
    },
    forget: async (id) => {
      stored.set(id, { ...personNamed('', id, Number.MAX_SAFE_INTEGER), reminders: false, active: false });
    },
  };
  return { ...people, stored };
};

export const personNamed = (displayName: string, id = idOf(displayName), version = 1): Person => {
  const [firstName = '', lastName = ''] = displayName.split(' ');
  const handle = displayName.toLowerCase().replaceAll(' ', '.');
  const wishes = { reminders: true, visible: false, active: true, snoozed: {} };
  return { id, handle, displayName, firstName, lastName, ...wishes, version };
};

const idOf = (name: string): string => name.toLowerCase().replaceAll(/\W+/g, '-');

export const inMemoryAudits = () => {
  const entries = new Map<string, AuditEntry>();
  const trail: AuditTrail = {
    record: async (entry) => {
      if (!entries.has(entry.id)) entries.set(entry.id, entry);
    },
  };
  /** Takes the audit entries among what an aggregate says; the rest is answered. */
  const sorted = async <Said extends Readonly<{ type: string }>>(said: readonly (Said | Audited)[]) => {
    const rest: Said[] = [];
    for (const one of said) {
      if (isAudited(one)) await trail.record(one.entry);
      else rest.push(one);
    }
    return rest;
  };
  return { ...trail, sorted, entries };
};

/** A clock that stands still until it is set. */
export const clockAt = (start: string): Clock & { set(at: string): void } => {
  let now = new Date(start);
  return { now: () => now, set: (at) => void (now = new Date(at)) };
};

export const countingIds = (prefix = 'v'): NewId => {
  let last = 0;
  return () => `${prefix}${++last}`;
};

export const aPerson = (name: string): Mover => ({
  personId: idOf(name),
  displayName: name,
  via: 'web',
  ip: '192.0.2.7',
  userAgent: 'Firefox',
});

export const aSite = (settings: Partial<SiteSettings> = {}, id = 'vw'): Site =>
  createSite(
    id,
    { ...newSiteSettings, name: 'Vauxhall Walk', timeZone: 'Europe/London', ...settings },
    { hosts: ['hooks.slack.com'], allowLoopback: false },
    { at: new Date('2026-01-01T00:00:00Z'), actorId: 'admin', ip: '', userAgent: '' },
  ).next;

/** A register in memory: one site, its use cases for movements, and what they stored. */
export const aRegister = (start: string, site: Site = aSite()) => {
  const clock = clockAt(start);
  const audits = inMemoryAudits();
  const visits = inMemoryVisits(audits);
  const siteStore = inMemorySites(site);
  const sites = new SiteCatalogue(siteStore);
  const presence = new Presence(clock);
  const deps = { clock, visits, audits, sites, presence, dayAt: siteDays(), newId: countingIds() };
  const rollOver = rollOverHandler(deps);
  const signIn = signInHandler({ ...deps, rollOver });
  const signOut = signOutHandler(deps);
  const empty = { siteId: site.id, clientDate: '', entrance: '' };
  type More = Partial<Omit<SignIn, 'by'>>;
  return {
    ...deps,
    site,
    siteStore,
    rollOver,
    handleSignIn: signIn,
    handleSignOut: signOut,
    signIn: (by: Mover, more: More = {}) => signIn({ ...empty, ...more, by }),
    signOut: (by: Mover, more: Partial<typeof empty> = {}) => signOut({ ...empty, ...more, by }),
  };
};
