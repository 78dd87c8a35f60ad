import type { NewId } from '@guildhall/kernel';
import { type Book, isWithin, type Location, locationOf, placeNamed, type Rule, type Where } from './book.ts';
import { type BookChange, differing, inFields, merged, noChange } from './book-change.ts';
import { withTemplateChannels } from './book-templates.ts';
import { refusals } from './refusals.ts';
import { ruleRefusals } from './rule-refusals.ts';

export type PlaceName = Readonly<Record<'area' | 'district' | 'branch', string>>;

const parts = ['area', 'district', 'branch'] as const;

/** A place more, with the channels that templates make there. */
export function withPlace(book: Book, given: PlaceName, newId: NewId): BookChange & Readonly<{ place: Location }> {
  const place: Location = { id: newId(), ...tidy(given), active: true };
  refuseTwin(book.locations, place);
  const next = withTemplateChannels({ ...book, locations: [...book.locations, place] }, newId);
  return { next, place, acts: [{ action: 'location.added', subject: inPath(place), after: inPath(place) }] };
}

export type PlaceChange = Readonly<Partial<PlaceName> & { active?: boolean }>;

/** A place with another name. Rules that were about no other place follow it. */
export function changedPlace(book: Book, id: string, change: PlaceChange, newId: NewId): BookChange {
  const place = known(book, id);
  const wanted = merged(place, change);
  const after: Location = { ...wanted, ...tidy(wanted) };
  const fields = differing(place, after, [...parts, 'active']);
  if (fields.length === 0) return noChange(book);
  const others = book.locations.filter((one) => one !== place);
  refuseTwin(others, after);
  const locations = book.locations.map((one) => (one === place ? after : one));
  const rules = book.rules.map((rule) => followed(rule, place, after, others));
  const next = withTemplateChannels({ ...book, locations, rules }, newId);
  const [before, now] = [inFields(place, fields), inFields(after, fields)];
  return { next, acts: [{ action: 'location.changed', subject: inPath(place), before, after: now }] };
}

const followed = (rule: Rule, before: Location, after: Location, others: readonly Location[]): Rule => {
  const where = followedWhere(rule.where, before, after, others);
  return where === rule.where ? rule : { ...rule, where };
};

/** What was about this place and no other is about it under its new name. */
export function followedWhere(given: Where, before: Location, after: Location, others: readonly Location[]): Where {
  const isOnlyHere = isWithin(before, given) && !others.some((one) => isWithin(one, given));
  if (!isOnlyHere) return given;
  let where: Where = {};
  for (const part of parts) if (given[part] !== undefined) where = { ...where, [part]: after[part] };
  return where;
}

/** The book without a place where nobody has a role. */
export function withoutPlace(book: Book, id: string, volunteers: number): BookChange {
  const place = known(book, id);
  if (volunteers > 0) throw ruleRefusals.usedByVolunteers(`The place ${inPath(place)}`, volunteers);
  const locations = book.locations.filter((one) => one !== place);
  const bare = book.rules.filter(
    ({ where }) => isWithin(place, where) && isNarrow(where) && !locations.some((one) => isWithin(one, where)),
  );
  if (bare.length > 0) throw ruleRefusals.usedByRules(`The place ${inPath(place)}`, bare.length);
  return { next: { ...book, locations }, acts: [{ action: 'location.removed', subject: inPath(place) }] };
}

const isNarrow = (where: Where): boolean => parts.some((part) => where[part] !== undefined);

function known(book: Book, id: string): Location {
  const place = locationOf(book, id);
  if (!place) throw ruleRefusals.locationNotFound();
  return place;
}

function tidy(given: PlaceName): PlaceName {
  const tidied = (part: (typeof parts)[number]): string => {
    const text = given[part].normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    if (text === '') throw refusals.field(`/${part}`, 'must not be empty');
    return text;
  };
  return { area: tidied('area'), district: tidied('district'), branch: tidied('branch') };
}

function refuseTwin(locations: readonly Location[], place: PlaceName): void {
  const twin = placeNamed({ locations }, place);
  if (twin) throw ruleRefusals.duplicateLocation('/branch', `is there already, as ${inPath(twin)}`);
}

const inPath = ({ area, district, branch }: PlaceName): string => `${area}/${district}/${branch}`;
