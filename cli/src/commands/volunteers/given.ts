import type { Asked } from '../../api/session.ts';
import type { Shown } from '../../output/result.ts';

/** What every command about volunteers may be given. */
export type Given = Asked & Shown;

export type Place = Readonly<{ area?: string; district?: string; branch?: string; role?: string }>;

export type Profile = Readonly<{ email?: string; firstName?: string; lastName?: string; phone?: string }>;

/** Those that were given. */
export const given = <Fields extends Readonly<Record<string, string | undefined>>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
