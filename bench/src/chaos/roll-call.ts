import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { assemble, type Crowd } from '../evacuation/crowd.ts';
import { enrol, type Member } from '../platform/people.ts';
import type { Trial } from '../platform/trial.ts';
import { boardOf, type Incident, readIncident } from './board.ts';
import { httpClient, type Post } from './http-client.ts';
import type { Finding } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { persist } from './persist.ts';
import { judgeRollCall } from './roll-call-judge.ts';
import { RollCallLedger } from './roll-call-ledger.ts';
import { calledSoFar } from './sinks.ts';

const insideCount = 200;
const lateCount = 40;
const phoneCount = 4;
const pauseMs = 150;

type Run = Readonly<{ ledger: Ledger; ending: AbortSignal; giveUp: AbortSignal }>;

/** An evacuation that runs while processes are killed: wardens mark, people answer by text message, others come in. */
export type RollCall = Readonly<{
  run(given: Run): Promise<void>;
  /** True when everything that was promised has arrived. */
  isComplete(): Promise<boolean>;
  judge(): Promise<Finding[]>;
}>;

/** Gets people inside; `run` then sounds the alarm. */
export async function prepareRollCall(trial: Trial): Promise<RollCall> {
  const crowd = await assemble(trial, insideCount);
  const late = await enrol(trial.bus, trial.webPort, lateCount, 'Late');
  const told = new RollCallLedger();
  let incident: Incident | undefined;
  const evidence = async () => {
    if (incident === undefined) throw new Error('the evacuation was never begun');
    const [known, called] = await Promise.all([
      readIncident(trial.webPort, incident.id, crowd.officer),
      calledSoFar(trial.platform.sandboxUrl, crowd.siteId),
    ]);
    return { ledger: told, board: boardOf(known), contacts: crowd.contacts, called };
  };
  return {
    run: async (given) => {
      const http = httpClient(trial.webPort);
      const sandbox = httpClient(Number(new URL(trial.platform.sandboxUrl).port));
      const posts = { web: http.post, sandbox: sandbox.post };
      try {
        incident = await whole(trial, crowd, await start(posts.web, crowd, given), given);
        const all = { trial, posts, crowd, late, told, incident, ...given };
        await Promise.all([...marking(all), reply(all), comeIn(all)]);
      } finally {
        http.close();
        sandbox.close();
      }
    },
    isComplete: async () => judgeRollCall(await evidence()).every(({ isKept }) => isKept),
    judge: async () => judgeRollCall(await evidence()),
  };
}

type All = Run &
  Readonly<{
    trial: Trial;
    posts: Readonly<{ web: Post; sandbox: Post }>;
    crowd: Crowd;
    late: readonly Member[];
    told: RollCallLedger;
    incident: Incident;
  }>;

const headersOf = ({ cookie, csrfToken }: Member) => ({
  cookie,
  'x-csrf-token': csrfToken,
  'idempotency-key': randomUUID(),
  'x-forwarded-for': '192.0.2.1',
});

async function start(post: Post, { siteId, officer }: Crowd, { ledger, giveUp }: Run): Promise<Incident> {
  const headers = headersOf(officer);
  const body = { kind: 'drill', escalateAfterSeconds: 3_600 };
  const path = `/api/register/sites/${siteId}/incidents`;
  const reply = await persist(() => post(path, headers, body), { ledger, signal: giveUp });
  if (reply === undefined) throw new Error(`the evacuation could not be begun: ${ledger.unexpected.join(', ')}`);
  return reply.json as unknown as Incident;
}

/** The incident once everybody is on its list. */
async function whole({ webPort }: Trial, crowd: Crowd, begun: Incident, { giveUp }: Run): Promise<Incident> {
  for (let known = begun; ;) {
    if (known.entries.length >= crowd.members.length || giveUp.aborted) return known;
    await delay(pauseMs);
    known = await readIncident(webPort, begun.id, crowd.officer).catch(() => known);
  }
}

/** The officer's phones mark every second person, again and again, with another mark each time. */
function marking(all: All): Promise<void>[] {
  const entries = all.incident.entries.filter((_, index) => index % 2 === 0);
  const perPhone = Math.ceil(entries.length / phoneCount);
  return Array.from({ length: phoneCount }, (_, phone) =>
    mark(all, entries.slice(phone * perPhone, (phone + 1) * perPhone)),
  );
}

async function mark(all: All, entries: Incident['entries']): Promise<void> {
  const { posts, crowd, told, incident, ledger, ending, giveUp } = all;
  for (let turn = 0; !ending.aborted; turn++) {
    const entry = entries[turn % entries.length];
    if (entry === undefined) throw new Error('nobody is on the list');
    const body = { markId: randomUUID(), state: turn % 3 === 0 ? 'missing' : 'safe' };
    const path = `/api/register/incidents/${incident.id}/entries/${entry.id}/marks`;
    const headers = headersOf(crowd.officer);
    const done = await persist(() => posts.web(path, headers, body), { ledger, signal: giveUp });
    if (done !== undefined) told.marks.push(body.markId);
    await delay(pauseMs);
  }
}

/** The others answer the text message once they have it, one after the other. */
async function reply({ trial, posts, crowd, told, incident, ledger, ending, giveUp }: All): Promise<void> {
  const marked = new Set(incident.entries.filter((_, index) => index % 2 === 0).map(({ personId }) => personId));
  const waiting = crowd.members.flatMap(({ id }, number) => (marked.has(id) ? [] : [{ id, number }]));
  while (!ending.aborted && waiting.length > 0) {
    const called = await calledSoFar(trial.platform.sandboxUrl, crowd.siteId);
    const place = waiting.findIndex(({ number }) => called.has(`sms ${crowd.phoneOf(number)}`));
    const [person] = place < 0 ? [] : waiting.splice(place, 1);
    if (person !== undefined) {
      const text = { from: crowd.phoneOf(person.number), body: '1' };
      const done = await persist(() => posts.sandbox('/sandbox/sms', {}, text), { ledger, signal: giveUp });
      if (done !== undefined) told.replies.push(person.id);
    }
    await delay(2 * pauseMs);
  }
}

async function comeIn({ posts, crowd, late, told, ledger, ending, giveUp }: All): Promise<void> {
  for (const member of late) {
    if (ending.aborted) return;
    const headers = headersOf(member);
    const body = { siteId: crowd.siteId };
    const done = await persist(() => posts.web('/api/register/me/sign-in', headers, body), { ledger, signal: giveUp });
    if (done !== undefined) told.arrivals.push(member.id);
    await delay(4 * pauseMs);
  }
}
