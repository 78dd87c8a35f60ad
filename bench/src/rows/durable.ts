import { jsonHead, type Measured, type Phase, type RequestPlan } from '../load/phase.ts';
import { untilNoticesStored } from '../platform/drained.ts';
import { noticeTimes } from '../platform/notice-times.ts';
import type { Child } from '../processes/child.ts';
import type { Experiment, Floor, Row } from './row.ts';
import { type Setting, withCost } from './setting.ts';

const expected = '"changed":true';
const peer = 'Express and mongoose, no bus, same store';

const floors: Readonly<Record<number, readonly Floor[]>> = {
  1: [{ figure: 'p50Ms', bound: 'at most', of: 2.5 }],
  64: [
    { figure: 'ratio', bound: 'at least', of: 2.5 },
    { figure: 'p99Ms', bound: 'at most', of: 40 },
  ],
};

const rowsOf = (connections: number): { signIn: Row; signOut: Row } => {
  const over = connections === 1 ? '1 connection' : `${connections} connections`;
  return {
    signIn: { id: `in-${connections}`, title: `sign-in, ${over}`, peer, floors: floors[connections] ?? [] },
    signOut: { id: `out-${connections}`, title: `sign-out, ${over}`, peer, floors: [] },
  };
};

/** The notices that the notifier should have by now: one per movement of the platform's side. */
export type Told = { notices: number };

export type Places = Readonly<{ siteIds: readonly string[]; told: Told; plain: Child }>;

type Move = (phase: Phase) => Promise<Measured>;

/** Members sign in to one site after another, then out of all of them in the same order. */
export function durable(setting: Setting, places: Places, connections: number): Experiment {
  const rows = rowsOf(connections);
  const plans = { in: plan(setting, places, 'sign-in'), out: plan(setting, places, 'sign-out') };
  const walk = async (port: number, seconds: number, move: Move) => {
    const most = setting.members.length * places.siteIds.length;
    const signIn = await move({ port, connections, seconds, most, requests: plans.in, expected });
    const all = { seconds: outOfTimeSeconds, most: signIn.sent };
    const signOut = await move({ port, connections, ...all, requests: plans.out, expected });
    return { [rows.signIn.id]: signIn, [rows.signOut.id]: signOut };
  };
  const ours = async (phase: Phase) => {
    await openPages(setting, places);
    return withNotices(setting, places.told, phase);
  };
  const plain = (phase: Phase) => withCost(setting, () => setting.load(phase));
  return {
    rows: [rows.signIn, rows.signOut],
    run: {
      ours: (seconds) => walk(setting.trial.webPort, seconds, ours),
      peer: (seconds) => walk(places.plain.port, seconds, plain),
    },
  };
}

const outOfTimeSeconds = 600;

function plan({ members }: Setting, { siteIds }: Places, movement: string): RequestPlan {
  const heads = members.map(({ id, cookie, csrfToken }) =>
    jsonHead('POST', `/api/register/me/${movement}`, { cookie, 'x-csrf-token': csrfToken, 'x-person': id }),
  );
  return { heads, bodies: siteIds.map((siteId) => JSON.stringify({ siteId })) };
}

/** Whoever signs in or out has looked at their status a moment ago: the gateway knows the session. */
async function openPages({ load, members, trial }: Setting, { siteIds }: Places): Promise<void> {
  const heads = members.map(({ cookie }) =>
    jsonHead('GET', `/api/register/me/status?siteId=${siteIds[0]}`, { cookie }),
  );
  const everybody = { connections: 64, seconds: outOfTimeSeconds, most: members.length };
  await load({ ...everybody, port: trial.webPort, requests: { heads, bodies: [''] }, expected: '"state"' });
}

/** A phase is over when the notifier has stored the notice of every movement. */
async function withNotices(setting: Setting, told: Told, phase: Phase): Promise<Measured> {
  const { load, trial } = setting;
  const from = new Date();
  const measured = await withCost(setting, async () => {
    const made = await load(phase);
    told.notices += made.good;
    await untilNoticesStored(trial.bus, told.notices);
    return made;
  });
  return { ...measured, notice: await noticeTimes(trial.platform.mongoUrl, from) };
}
