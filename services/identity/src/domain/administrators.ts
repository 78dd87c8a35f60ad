import { refusals } from './refusals.ts';

/**
 * Who administers, in one document: that somebody always does is a rule across people, which only one conditional write can
 * keep. It names no one who is not an administrator: people are entered after they became one, taken out before they cease.
 */
export type Administrators = Readonly<{ version: number; ids: readonly string[] }>;

export const noAdministrators: Administrators = { version: 0, ids: [] };

export const enter = (current: Administrators, id: string): Administrators | undefined =>
  current.ids.includes(id) ? undefined : { version: current.version + 1, ids: [...current.ids, id] };

/** Throws `identity.last_administrator` when nobody else would be left. */
export function takeOut(current: Administrators, id: string): Administrators | undefined {
  const ids = current.ids.filter((other) => other !== id);
  if (ids.length === 0) throw refusals.lastAdministrator();
  return ids.length === current.ids.length ? undefined : { version: current.version + 1, ids };
}
