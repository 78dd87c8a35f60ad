import { AppError } from '@guildhall/kernel';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident, IncidentMessage } from '../../domain/evacuation/incident.ts';
import type { EvacuationPlan } from '../../domain/evacuation/plan.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { CallDelivery } from '../../domain/evacuation/delivery.ts';
import type { Site } from '../../domain/site.ts';
import type { Links } from '../links.ts';
import { aPerson, aRegister, aSite, inMemoryAudits } from '../testing.ts';
import type { Asker } from './access.ts';
import type { CallLog, CallNews, Entries, Incidents, Plans, SnapshotFiles, TellSnapshot } from './ports.ts';
import { evacuationUseCases } from './use-cases.ts';

const stale = (): AppError => new AppError('stale', 'store.stale_version', 'Someone was faster.');

type Versioned = Readonly<{ version: number }>;

const checkVersion = (known: Versioned | undefined, { version }: Versioned): void => {
  if ((known?.version ?? 0) !== version - 1) throw stale();
};

export const inMemoryIncidents = (audits = inMemoryAudits()) => {
  const stored = new Map<string, Incident>();
  const messages: IncidentMessage[] = [];
  const newestFirst = (): Incident[] => [...stored.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  const incidents: Incidents = {
    find: async (id) => stored.get(id),
    allOpen: async () => newestFirst().filter(({ open }) => open),
    list: async ({ siteId, openOnly, before, limit }) =>
      newestFirst()
        .filter((one) => one.siteId === siteId && (!openOnly || one.open) && (!before || one.id < before))
        .slice(0, limit),
    withNames: async (siteId, endedBefore) =>
      newestFirst().filter(
        (one) => one.siteId === siteId && one.endedAt !== undefined && one.endedAt < endedBefore && !one.nameless,
      ),
    save: async (incident, caused) => {
      await Promise.resolve();
      const isOther = (one: Incident): boolean => one.open && one.siteId === incident.siteId && one.id !== incident.id;
      if (incident.open && [...stored.values()].some(isOther)) throw refusals.incidentOpen();
      checkVersion(stored.get(incident.id), incident);
      stored.set(incident.id, incident);
      messages.push(...(await audits.sorted(caused)));
    },
  };
  return { ...incidents, stored, messages };
};

export const inMemoryEntries = (audits = inMemoryAudits()) => {
  const stored = new Map<string, Entry>();
  const messages: EntryMessage[] = [];
  const entries: Entries = {
    find: async (id) => stored.get(id),
    of: async (incidentId) => [...stored.values()].filter((entry) => entry.incidentId === incidentId),
    about: async (personId) => [...stored.values()].filter((entry) => entry.personId === personId),
    save: async (entry, _incident, caused) => {
      await Promise.resolve();
      checkVersion(stored.get(entry.id), entry);
      stored.set(entry.id, entry);
      messages.push(...(await audits.sorted(caused)));
    },
  };
  const named = (type: EntryMessage['type']): EntryMessage[] => messages.filter((message) => message.type === type);
  return { ...entries, stored, messages, named };
};

export const inMemoryCalls = () => {
  const stored = new Map<string, CallDelivery & { incidentId: string }>();
  const calls: CallLog = {
    record: async (news) => {
      for (const one of news) stored.set(one.messageId, rowOf(stored.get(one.messageId), one));
    },
    of: async (incidentId) => [...stored.values()].filter((call) => call.incidentId === incidentId),
    those: async (messageIds) => [...stored.values()].filter(({ messageId }) => messageIds.includes(messageId)),
  };
  return calls;
};

const rowOf = (known: CallDelivery | undefined, { what, at, channel, contactId, ...call }: CallNews) => ({
  ...known,
  ...call,
  channel: channel || (known?.channel ?? ''),
  contactId: contactId || (known?.contactId ?? ''),
  [`${what}At`]: at,
});

export const inMemoryPlans = () => {
  const stored = new Map<string, EvacuationPlan>();
  const sent: SnapshotFiles[] = [];
  const plans: Plans = {
    find: async (siteId) => stored.get(siteId),
    save: async (plan, files) => {
      checkVersion(stored.get(plan.siteId), plan);
      stored.set(plan.siteId, plan);
      if (files) sent.push(files);
    },
  };
  return { ...plans, sent };
};

/** Links that anybody could make, yet which keep their promises. */
export const plainLinks: Links = {
  sign: (purpose, claims, until) =>
    Buffer.from(JSON.stringify([purpose, claims, until.getTime()])).toString('base64url'),
  read: (purpose, token, now) => {
    const text = Buffer.from(token, 'base64url').toString();
    if (!text.startsWith(`["${purpose}"`)) return undefined;
    const [, claims, until] = JSON.parse(text) as [string, Record<string, string>, number];
    return now.getTime() < until ? claims : undefined;
  },
};

const asker = (name: string, permissions: readonly string[] = []): Asker => ({ ...aPerson(name), permissions });

export const wanda = asker('Wanda Warden');
export const officer = asker('Olga Officer', ['register.evacuation.run']);
export const nobody = asker('Nora Nobody');

const endless = (): Promise<void> => new Promise(() => undefined);

/** A register in memory with everything about evacuations. Wanda is a warden of the site. */
export const anEvacuation = (site: Site = aSite({ wardens: ['wanda-warden'] }), patience = endless) => {
  const register = aRegister('2026-03-02T14:00:00Z', site);
  const { audits } = register;
  const [incidents, entries] = [inMemoryIncidents(audits), inMemoryEntries(audits)];
  const [calls, plans] = [inMemoryCalls(), inMemoryPlans()];
  const views: string[] = [];
  const told: Parameters<TellSnapshot>[0][] = [];
  const useCases = evacuationUseCases({
    ...register,
    incidents,
    entries,
    calls,
    plans,
    links: plainLinks,
    tellSnapshot: async (snapshot) => void told.push(snapshot),
    badgeHolders: { of: async (badge) => (badge === 'badge of ada' ? 'ada' : undefined) },
    recordView: async ({ siteId }) => void views.push(siteId),
    signer: {
      sign: (payload) => `signed(${payload})`,
      publicKey: { kty: '', crv: '', x: '', kid: '', alg: '', use: '' },
    },
    fingerprint: (text) => String(text.length),
    drawCode: (text) => `<svg>${text}</svg>`,
    printReport: async () => new Uint8Array(),
    publicUrl: 'https://example.org',
    patience,
  });
  const start = (more: Partial<Parameters<typeof useCases.startIncident>[0]> = {}) =>
    useCases.startIncident({
      siteId: site.id,
      kind: 'live',
      message: '',
      escalateAfterSeconds: 0,
      musterPoints: ['Car park'],
      by: wanda,
      ...more,
    });
  const comeIn = (...names: string[]) => Promise.all(names.map((name) => register.signIn(aPerson(name))));
  return { ...register, ...useCases, incidents, entries, calls, plans, audits, views, told, start, comeIn };
};
