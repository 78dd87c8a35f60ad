import { describe, expect, it } from 'vitest';
import { evacuation as evacuationEn } from './en/evacuation.ts';
import { guests as guestsEn } from './en/guests.ts';
import { inbox as inboxEn } from './en/inbox.ts';
import { kiosk as kioskEn } from './en/kiosk.ts';
import { links as linksEn } from './en/links.ts';
import { notifications as notificationsEn } from './en/notifications.ts';
import { notifier as notifierEn } from './en/notifier.ts';
import { snapshot as snapshotEn } from './en/snapshot.ts';
import { templates as templatesEn } from './en/templates.ts';
import { visitors as visitorsEn } from './en/visitors.ts';
import { volunteerApply as volunteerApplyEn } from './en/volunteer-apply.ts';
import { volunteerImport as volunteerImportEn } from './en/volunteer-import.ts';
import { volunteerReviews as volunteerReviewsEn } from './en/volunteer-reviews.ts';
import { volunteerRules as volunteerRulesEn } from './en/volunteer-rules.ts';
import { volunteerShifts as volunteerShiftsEn } from './en/volunteer-shifts.ts';
import { volunteerSystems as volunteerSystemsEn } from './en/volunteer-systems.ts';
import { volunteering as volunteeringEn } from './en/volunteering.ts';
import { volunteers as volunteersEn } from './en/volunteers.ts';
import { evacuation as evacuationFr } from './fr/evacuation.ts';
import { guests as guestsFr } from './fr/guests.ts';
import { inbox as inboxFr } from './fr/inbox.ts';
import { kiosk as kioskFr } from './fr/kiosk.ts';
import { links as linksFr } from './fr/links.ts';
import { notifications as notificationsFr } from './fr/notifications.ts';
import { notifier as notifierFr } from './fr/notifier.ts';
import { snapshot as snapshotFr } from './fr/snapshot.ts';
import { templates as templatesFr } from './fr/templates.ts';
import { visitors as visitorsFr } from './fr/visitors.ts';
import { volunteerApply as volunteerApplyFr } from './fr/volunteer-apply.ts';
import { volunteerImport as volunteerImportFr } from './fr/volunteer-import.ts';
import { volunteerReviews as volunteerReviewsFr } from './fr/volunteer-reviews.ts';
import { volunteerRules as volunteerRulesFr } from './fr/volunteer-rules.ts';
import { volunteerShifts as volunteerShiftsFr } from './fr/volunteer-shifts.ts';
import { volunteerSystems as volunteerSystemsFr } from './fr/volunteer-systems.ts';
import { volunteering as volunteeringFr } from './fr/volunteering.ts';
import { volunteers as volunteersFr } from './fr/volunteers.ts';

/** Every sentence by its path, with numbers and names put in. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function')
      return [1, 2].map((count) => [`${here}(${count})`, String(value(count, count, count))]);
    return sentences(value as object, here);
  });
}

describe.each([
  ['evacuation', evacuationEn, evacuationFr],
  ['guests', guestsEn, guestsFr],
  ['inbox', inboxEn, inboxFr],
  ['kiosk', kioskEn, kioskFr],
  ['links', linksEn, linksFr],
  ['notifications', notificationsEn, notificationsFr],
  ['notifier', notifierEn, notifierFr],
  ['snapshot', snapshotEn, snapshotFr],
  ['templates', templatesEn, templatesFr],
  ['visitors', visitorsEn, visitorsFr],
  ['volunteer-apply', volunteerApplyEn, volunteerApplyFr],
  ['volunteer-import', volunteerImportEn, volunteerImportFr],
  ['volunteer-reviews', volunteerReviewsEn, volunteerReviewsFr],
  ['volunteer-rules', volunteerRulesEn, volunteerRulesFr],
  ['volunteer-shifts', volunteerShiftsEn, volunteerShiftsFr],
  ['volunteer-systems', volunteerSystemsEn, volunteerSystemsFr],
  ['volunteering', volunteeringEn, volunteeringFr],
  ['volunteers', volunteersEn, volunteersFr],
])('the words of %s', (_name, en, fr) => {
  it('are the same ones in both languages', () => {
    expect(sentences(fr).map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
  });

  it('are never empty', () => {
    expect([...sentences(en), ...sentences(fr)].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });
});
