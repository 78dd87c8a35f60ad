import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { completeRun, reminderErrand, type ReminderRun, type ReminderSend, sendTo } from '../../domain/reminder.ts';
import { runNotFound } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { isInside, type Visit } from '../../domain/visit.ts';
import type { Links } from '../links.ts';
import type { People, Person, VisitRepository } from '../ports.ts';
import type { Addresses } from '../sites/draw-poster.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { signOutToken } from '../visits/sign-out-link.ts';
import type { ReminderRuns, ReminderSends } from './ports.ts';

export type AskDeps = Readonly<{
  runs: ReminderRuns;
  sends: ReminderSends;
  visits: VisitRepository;
  people: People;
  sites: SiteCatalogue;
  links: Links;
  addresses: Addresses;
  clock: Clock;
}>;

// One query finds the visits of a group again, and one write stores what was asked for.
const groupSize = 200;

/** Those who are inside and have not been asked in this run. */
export async function targetsOf({ visits, sends, clock }: AskDeps, run: ReminderRun): Promise<readonly Visit[]> {
  const now = clock.now();
  const open = (await visits.openAt([run.siteId])).filter((visit) => visit.kind === 'person' && isInside(visit, now));
  const known = new Set((await sends.of(run.id)).map(({ personId }) => personId));
  return open.filter(({ personId }) => !known.has(personId));
}

/**
 * Asks everybody who is to be asked in the run with this id. May be cut short and done again, and by several processes
 * at once: each person is asked once.
 */
export const askRunHandler =
  (deps: AskDeps): Handler<string, ReminderRun> =>
  async (runId) => {
    const run = await deps.runs.find(runId);
    if (!run) throw runNotFound();
    const site = await deps.sites.get(run.siteId);
    const targets = await targetsOf(deps, run);
    for (let i = 0; i < targets.length; i += groupSize)
      await askGroup(deps, run, site, targets.slice(i, i + groupSize));
    const { next, facts } = completeRun(run, await deps.sends.of(run.id), deps.clock.now());
    await deps.runs.save(next, facts);
    return next;
  };

async function askGroup(deps: AskDeps, run: ReminderRun, site: Site, group: readonly Visit[]): Promise<void> {
  const people = await deps.people.findMany(group.map(({ personId }) => personId));
  const byId = new Map(people.map((person) => [person.id, person]));
  await Promise.all(group.map((visit) => ask(deps, run, site, visit, byId.get(visit.personId))));
}

async function ask(
  deps: AskDeps,
  run: ReminderRun,
  site: Site,
  visit: Visit,
  person: Person | undefined,
): Promise<void> {
  // Asked again right before: who has just left is not to be reminded.
  const latest = await deps.visits.findOpen(visit.personId, visit.siteId);
  const isSnoozed = person?.snoozed[run.siteId] === run.date;
  const send = sendTo(run, visit, latest, { reminders: person?.reminders ?? true, isSnoozed }, deps.clock.now());
  const errands = send.state === 'asked' && latest ? [errandOf(deps, run, send, site, latest, person)] : [];
  await deps.sends.save(send, errands).catch((error: unknown) => {
    // Another process asked this person.
    if (!isStale(error)) throw error;
  });
}

function errandOf(
  { links, addresses }: AskDeps,
  run: ReminderRun,
  send: ReminderSend,
  site: Site,
  visit: Visit,
  person: Person | undefined,
) {
  return reminderErrand(run, send, site, visit.until, {
    firstName: person?.firstName || (visit.displayName.split(' ')[0] ?? ''),
    siteUrl: addresses.site(site.id),
    signOutUrl: addresses.signOut(signOutToken(links, visit)),
  });
}
