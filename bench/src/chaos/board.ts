import type { Member } from '../platform/people.ts';

/** What the board of an incident knows, as far as it was promised. */
export type Board = Readonly<{
  /** The ids of all marks. */
  marks: ReadonlySet<string>;
  /** Who has answered by text message. */
  replied: ReadonlySet<string>;
  /** Everybody on it. */
  people: ReadonlySet<string>;
}>;

type Mark = Readonly<{ id: string; source: string }>;
type Entry = Readonly<{ id: string; personId: string; marks?: readonly Mark[] }>;
export type Incident = Readonly<{ id: string; entries: readonly Entry[] }>;

/** An incident as its officer sees it. */
export async function readIncident(webPort: number, incidentId: string, { cookie }: Member): Promise<Incident> {
  const address = `http://127.0.0.1:${webPort}/api/register/incidents/${incidentId}`;
  const answer = await fetch(address, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the board was refused with status ${answer.status}`);
  return (await answer.json()) as Incident;
}

export function boardOf({ entries }: Incident): Board {
  const said = entries.flatMap(({ personId, marks = [] }) => marks.map((mark) => ({ personId, ...mark })));
  return {
    marks: new Set(said.map(({ id }) => id)),
    replied: new Set(said.filter(({ source }) => source === 'sms').map(({ personId }) => personId)),
    people: new Set(entries.map(({ personId }) => personId)),
  };
}
