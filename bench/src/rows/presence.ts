import { jsonHead, type RequestPlan } from '../load/phase.ts';
import type { Member } from '../platform/people.ts';
import type { Child } from '../processes/child.ts';
import { type Experiment, type Row, single } from './row.ts';
import { type Setting, withCost } from './setting.ts';

const outOfTimeSeconds = 600;

export type Crowd = Readonly<{ siteId: string; reader: Member; plain: Child }>;

/** Who is inside a site while every member is, asked on so many connections. */
export function presence(setting: Setting, { siteId, reader, plain }: Crowd, connections: number): Experiment {
  const inside = setting.members.length;
  const row: Row = {
    id: `presence-${connections}`,
    title: `presence with ${inside} inside, ${connections === 1 ? '1 connection' : `${connections} connections`}`,
    peer: 'Express and mongoose, same store',
    floors: connections === 1 ? [{ figure: 'p50Ms', bound: 'at most', of: 5 }] : [],
  };
  const head = jsonHead('GET', `/api/register/sites/${siteId}/presence`, { cookie: reader.cookie });
  const ask = { connections, requests: { heads: [head], bodies: [''] }, expected: `"count":${inside}` };
  const run = (port: number) => async (seconds: number) => {
    await fill(setting, port, siteId);
    return withCost(setting, () => setting.load({ ...ask, port, seconds, most: Infinity }));
  };
  return single(row, { ours: run(setting.trial.webPort), peer: run(plain.port) });
}

/** Signs everybody in who is not. */
async function fill({ load, members }: Setting, port: number, siteId: string): Promise<void> {
  const { bad } = await load({
    port,
    connections: 16,
    seconds: outOfTimeSeconds,
    most: members.length,
    requests: signIns(members, siteId),
    expected: '"changed"',
  });
  if (Object.keys(bad).length > 0) throw new Error(`sign-ins were refused: ${JSON.stringify(bad)}`);
}

export const signIns = (members: readonly Member[], siteId: string): RequestPlan => ({
  heads: members.map(({ id, cookie, csrfToken }) =>
    jsonHead('POST', '/api/register/me/sign-in', { cookie, 'x-csrf-token': csrfToken, 'x-person': id }),
  ),
  bodies: [JSON.stringify({ siteId })],
});
