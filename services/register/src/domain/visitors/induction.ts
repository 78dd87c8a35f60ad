import type { FieldError } from '@guildhall/kernel';
import { isCalendarDate } from '../site-day.ts';
import { isName } from './announcement.ts';
import { inductionExpired, inductionMissing, invalidInduction } from './refusals.ts';

/** Until when a contractor knows how to work safely at a site. */
export type Induction = Readonly<{
  id: string;
  siteId: string;
  name: string;
  company: string;
  /** The last day on which it counts. */
  expiresOn: string;
}>;

export function checkInduction({ name, expiresOn }: Pick<Induction, 'name' | 'expiresOn'>): void {
  const errors: FieldError[] = [];
  if (!isName(name)) errors.push({ pointer: '/name', detail: 'must be 1 to 100 characters with a letter among them' });
  if (!isCalendarDate(expiresOn)) {
    errors.push({ pointer: '/expiresOn', detail: 'is not a calendar date, such as 2026-12-31' });
  }
  if (errors.length > 0) throw invalidInduction(errors);
}

/** Refuses a contractor whose induction is missing or over. The last day counts. */
export function checkInducted(induction: Induction | undefined, today: string): void {
  if (!induction) throw inductionMissing();
  if (induction.expiresOn < today) throw inductionExpired(induction.expiresOn);
}
