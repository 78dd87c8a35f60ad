import type { Clock, Handler } from '@guildhall/kernel';
import { whoIsInOff } from '../../domain/refusals.ts';
import { isInside, type Visit } from '../../domain/visit.ts';
import type { People, VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

/** How many are inside, and those of them who wish to be seen, by name. */
export type WhoIsIn = Readonly<{ now: Date; count: number; people: readonly Visit[] }>;

type Deps = Readonly<{ sites: SiteCatalogue; visits: VisitRepository; people: People; clock: Clock }>;

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare;

/** For members, where the site allows it. Throws `register.who_is_in_off`. */
export const getWhoIsInHandler =
  ({ sites, visits, people, clock }: Deps): Handler<string, WhoIsIn> =>
  async (siteId) => {
    const site = await sites.get(siteId);
    if (site.whoSees === 'off') throw whoIsInOff();
    const now = clock.now();
    const inside = (await visits.openAt([site.id])).filter((visit) => isInside(visit, now));
    const known = await people.findMany(inside.map(({ personId }) => personId));
    const visible = new Set(known.filter((person) => person.visible).map(({ id }) => id));
    const shown = inside.filter(({ personId, kind }) => kind === 'person' && visible.has(personId));
    return { now, count: inside.length, people: shown.toSorted((a, b) => byName(a.displayName, b.displayName)) };
  };

const mostNames = 30;

/** The same as one line per site, for the Slack command. `text` is what was typed behind it. */
export const tellWhoIsInHandler = (deps: Deps): Handler<string, string> => {
  const getWhoIsIn = getWhoIsInHandler(deps);
  return async (text) => {
    const wanted = text.trim().toLowerCase();
    const open = deps.sites.list().filter(({ whoSees }) => whoSees !== 'off');
    const asked = open.filter(({ id, name }) => wanted === '' || id === wanted || name.toLowerCase() === wanted);
    if (asked.length === 0) return noSite(open.map(({ name }) => name));
    const lines = asked.map(async ({ id, name }) => lineOf(name, await getWhoIsIn(id)));
    return (await Promise.all(lines)).join('\n');
  };
};

const noSite = (names: readonly string[]): string =>
  names.length === 0 ? 'No site shows who is in.' : `Which site? There is ${names.map(escaped).join(', ')}.`;

function lineOf(siteName: string, { count, people }: WhoIsIn): string {
  const inside = `${escaped(siteName)}: ${count} ${count === 1 ? 'person' : 'people'} in`;
  const names = people.slice(0, mostNames).map(({ displayName }) => escaped(displayName));
  const others = count - names.length;
  if (names.length === 0) return inside;
  return `${inside}: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

/** For Slack's mark-up, where `<!channel>` would call everybody. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
