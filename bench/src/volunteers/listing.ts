import { say } from '@guildhall/tools/terminal/screen.ts';
import { httpLoad } from '../load/http-load.ts';
import { jsonHead, type Measured } from '../load/phase.ts';
import type { Trial } from '../platform/trial.ts';
import { cloneVolunteer, nameOf } from './clones.ts';
import { emailOf, type Guild } from './guild.ts';
import { untilSeen } from './until.ts';

export type Listed = Readonly<{ title: string; measured: Measured }>;

const patience = { everyMs: 100, giveUpMs: 30_000 };

/** Pages of a list of so many people, asked for one after the other over HTTP. */
export async function listPages(
  trial: Trial,
  guild: Guild,
  people: number,
  seconds: number,
): Promise<readonly Listed[]> {
  say(`storing ${people} volunteers`);
  await guild.workspace.join([emailOf('first')]);
  await guild.join('first', 'crew');
  const isIn = await untilSeen(patience, async () => {
    const { onboarding } = await guild.volunteers.getVolunteer({ volunteerId: 'first' });
    return onboarding?.state === 'ADDED_TO_CHANNELS' || undefined;
  });
  if (!isIn) throw new Error('the first volunteer was not given access');
  const clones = Array.from({ length: people }, (_, number) => ({ volunteerId: `p${number}`, account: `U9${number}` }));
  await cloneVolunteer(trial.platform.mongoUrl, 'first', clones);
  const cursors = await cursorsOf(guild, 40);
  const searches = Array.from({ length: 200 }, (_, index) => nameOf(Math.floor((index * people) / 200)));
  const kinds = {
    'first page': ['pageSize=50'],
    'later pages': cursors.map((cursor) => `pageSize=50&cursor=${encodeURIComponent(cursor)}`),
    'search as one types': searches.map(({ lastName }) => `q=${encodeURIComponent(lastName.slice(0, 10))}`),
    'by state and role': ['state=ADDED_TO_CHANNELS&role=crew', 'state=NOT_IN_WORKSPACE'],
  };
  const listed: Listed[] = [];
  for (const [title, queries] of Object.entries(kinds)) {
    const heads = queries.map((query) => jsonHead('GET', `/api/volunteers?${query}`, { cookie: guild.officer.cookie }));
    const phase = { port: trial.webPort, connections: 1, most: Infinity, requests: { heads, bodies: [''] } };
    await httpLoad({ ...phase, seconds: 1, expected: '"volunteers"' });
    listed.push({ title, measured: await httpLoad({ ...phase, seconds, expected: '"volunteers"' }) });
  }
  return listed;
}

/** Where so many of the first pages end. */
async function cursorsOf({ volunteers }: Guild, count: number): Promise<readonly string[]> {
  const cursors: string[] = [];
  for (let cursor = ''; cursors.length < count;) {
    const page = await volunteers.listVolunteers({ pageSize: 50, cursor });
    if (page.nextCursor === '') break;
    cursor = page.nextCursor;
    cursors.push(cursor);
  }
  return cursors;
}
