import type { Clock, Handler } from '@guildhall/kernel';
import { counts } from '../../domain/assignment.ts';
import { channelOf } from '../../domain/book.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import { type Finding, type Held, oddities, oddRules, type Orphan } from '../../domain/orphans.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import type { Books } from '../ports.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';
import type { Differences, Reconciliations } from './ports.ts';

type Deps = Readonly<{
  readings: Pick<VolunteerReadings, 'everybody'>;
  reconciliations: Reconciliations;
  differences: Differences;
  books: Books;
  days: OrgDays;
  clock: Clock;
}>;

const mostOfPeople = 2_000;
const mostRuns = 100;

/** Access without a reason, people without one of their own, rules that give nothing. */
export const getOrphansHandler =
  (deps: Deps): Handler<void, readonly Orphan[]> =>
  async () => {
    const { readings, books, days, clock } = deps;
    const [book, today] = [await books.read(), days.dayOf(clock.now())];
    const ofPeople: Orphan[] = [];
    const held = new Map<string, Held>();
    for await (const page of readings.everybody()) {
      for (const volunteer of page.filter(({ status }) => status !== 'left')) {
        for (const one of volunteer.assignments.filter((assignment) => counts(assignment, today))) {
          held.set(`${one.roleKey} ${one.locationId}`, one);
        }
        if (ofPeople.length < mostOfPeople) ofPeople.push(...oddities(volunteer, book, today).map(about(volunteer)));
      }
    }
    const nobody = { volunteerId: '', name: '' };
    const ofRules = oddRules(book, [...held.values()]).map((finding): Orphan => ({ ...finding, ...nobody }));
    return [...ofRules, ...(await unknownUsers(deps)), ...ofPeople];
  };

const about =
  (volunteer: Volunteer) =>
  (finding: Finding): Orphan => ({ ...finding, volunteerId: volunteer.volunteerId, name: nameOf(volunteer) });

/** As the latest run found them. */
async function unknownUsers({ reconciliations, differences, books }: Deps): Promise<readonly Orphan[]> {
  const run = (await reconciliations.latest(mostRuns)).find(({ state }) => state === 'done' || state === 'stopped');
  if (!run) return [];
  const [book, found] = [await books.read(), await differences.of(run.id, { kind: 'unknown_user', channelId: '' })];
  return found.slice(0, mostOfPeople).map(({ account, channelId }): Orphan => {
    const channel = channelOf(book, channelId)?.name ?? channelId;
    return { kind: 'unknown_user', volunteerId: '', name: '', subject: `${account} in ${channel}` };
  });
}
