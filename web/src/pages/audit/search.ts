import { isDay } from '../../parts/is-day.ts';

export type AuditSearch = Readonly<{
  action?: string;
  actor?: string;
  subject?: string;
  site?: string;
  from?: string;
  to?: string;
}>;

/** What of the address is a filter of the record. */
export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const texts = (['action', 'actor', 'subject', 'site'] as const).flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value ? [[name, value]] : [];
  });
  const days = (['from', 'to'] as const).flatMap((name) => (isDay(search[name]) ? [[name, search[name]]] : []));
  return Object.fromEntries([...texts, ...days]) as AuditSearch;
}
