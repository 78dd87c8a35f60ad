import type { DayCounts } from '../../domain/reports/day-counts.ts';
import { stayOf } from '../../domain/reports/stay.ts';
import type { ScheduledExport } from '../../domain/reports/scheduled-export.ts';
import type { Site } from '../../domain/site.ts';
import { aRegister, inMemoryAudits, inMemoryPeople, stale } from '../testing.ts';
import type { Archive, ContactBook, ExportMail, ExportMails, ScheduledExports, Stays } from './ports.ts';
import { recordLook } from './record-look.ts';

type Within = Readonly<{ siteId: string; from: string; to: string }>;
const isWithin = ({ siteId, from, to }: Within, one: Readonly<{ siteId: string; date: string }>): boolean =>
  one.siteId === siteId && from <= one.date && one.date <= to;

export const inMemoryArchive = () => {
  const stored = new Map<string, DayCounts>();
  const before = (siteId: string, date: string): string[] =>
    [...stored].flatMap(([id, one]) => (one.siteId === siteId && one.date < date ? id : []));
  const archive: Archive = {
    of: async (range) => [...stored.values()].filter((one) => isWithin(range, one)),
    put: async (counts) => {
      const id = `${counts.siteId}_${counts.date}`;
      if (!stored.has(id)) stored.set(id, counts);
    },
    countBefore: async (siteId, date) => before(siteId, date).length,
    removeBefore: async (siteId, date) => {
      const old = before(siteId, date);
      old.forEach((id) => stored.delete(id));
      return old.length;
    },
  };
  return { ...archive, stored };
};

export const inMemoryExports = (audits = inMemoryAudits()) => {
  const stored = new Map<string, ScheduledExport>();
  const exports: ScheduledExports = {
    find: async (id) => stored.get(id),
    of: async (siteId) => [...stored.values()].filter((one) => one.siteId === siteId && !one.removedAt),
    save: async (entry, said) => {
      await Promise.resolve();
      if ((stored.get(entry.id)?.version ?? 0) !== entry.version - 1) throw stale();
      stored.set(entry.id, entry);
      await audits.sorted(said);
    },
    remove: async ({ id }) => void stored.delete(id),
  };
  return { ...exports, stored };
};

export const inMemoryMails = () => {
  const sent = new Map<string, ExportMail>();
  const mails: ExportMails = {
    send: async (mail) => {
      if (!sent.has(mail.id)) sent.set(mail.id, mail);
    },
  };
  return { ...mails, sent };
};

/** A register in memory that reports. */
export const aReportingRegister = (start: string, site?: Site) => {
  const register = aRegister(start, site);
  const stays: Stays = {
    of: async (range, limit) =>
      [...register.visits.stored.values()]
        .filter((visit) => isWithin(range, visit))
        .flatMap((visit) => stayOf(visit) ?? [])
        .slice(0, limit),
  };
  const contactBook: ContactBook = {
    of: async (ids) => new Map(ids.map((id) => [id, { emails: [`${id}@example.org`], phones: [] }])),
  };
  const parts = { ...register, stays, contactBook, people: inMemoryPeople(), archive: inMemoryArchive() };
  return { ...parts, recordLook: recordLook(parts) };
};
