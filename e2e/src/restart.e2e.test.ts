import { kill } from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { content } from './platform/http.ts';
import { addPerson, administrator, type Member, newcomer, signIn } from './platform/people.ts';
import { type ProcessName, processNames, processOf, readinessOf } from './platform/processes.ts';
import { messagesTo, nextMessage } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site, statusOf } from './platform/sites.ts';

// As long as the supervisor may take after several deaths, and the process to start on a busy machine.
const backWithin = { timeout: 45_000, interval: 100 };

/** Ends a process without a goodbye; resolves when another one is ready in its place. */
async function killAndAwait(name: ProcessName): Promise<void> {
  const { pid } = await processOf(name);
  kill(pid, 'SIGKILL');
  await vi.waitFor(async () => {
    expect((await processOf(name)).pid).not.toBe(pid);
    expect(await readinessOf(name)).toBe(200);
  }, backWithin);
}

/** Everything that depends on the process has found it again. */
const untilWhole = (): Promise<void> =>
  vi.waitFor(async () => {
    for (const name of processNames) expect([name, await readinessOf(name)]).toEqual([name, 200]);
  }, backWithin);

describe.each(processNames)('when %s is killed', (name) => {
  let inside: Member;
  let site: Site;
  let visitId: string | undefined;
  beforeAll(async () => {
    await administrator();
    inside = await newcomer('Dorothy', 'Vaughan');
    site = await newSite();
    ({ visitId } = content(await move(inside.device, 'in', site.id)));
    await killAndAwait(name);
    await untilWhole();
  }, 120_000);

  it('it comes back by itself, and everybody is where they were', async () => {
    expect(await statusOf(inside.device, site.id)).toMatchObject({ state: 'in', visitId });
    expect(await presenceAt(site.id)).toMatchObject({
      count: 1,
      people: [{ displayName: 'Dorothy Vaughan', visitId }],
    });
    expect((await inside.device.call('GET', '/api/auth/session')).status).toBe(200);
  });

  it('what was going to be said about it has been said: once, or once more if the answer to it was lost', async () => {
    await nextMessage('slack', site.channel);
    const posts = (await messagesTo('slack', site.channel)).map(({ text }) => text);
    expect([...new Set(posts)]).toEqual(['Dorothy Vaughan signed in · 1 person in']);
    expect(posts.length).toBeLessThanOrEqual(2);
  });

  it('whoever comes then can sign in, and is counted with them', async () => {
    const { contact } = await addPerson(['member'], { firstName: 'Edith', lastName: 'Clarke' });
    const { device } = await signIn(contact);
    expect(content(await move(device, 'in', site.id))).toMatchObject({ changed: true, occupancy: 2 });
    expect(content(await move(inside.device, 'out', site.id))).toMatchObject({ changed: true, occupancy: 1 });
    expect((await presenceAt(site.id)).people.map(({ displayName }) => displayName)).toEqual(['Edith Clarke']);
  });
});

describe('while register is away', () => {
  it('a movement is refused or done, never half done, and can be tried again', async () => {
    const { device } = await newcomer('Mary', 'Jackson');
    const site = await newSite();
    const { pid } = await processOf('register');
    kill(pid, 'SIGKILL');
    const reply = await move(device, 'in', site.id);
    expect(reply.status).toBeOneOf([200, 503, 504]);
    expect(reply.headers.has('retry-after')).toBe(reply.status !== 200);
    await vi.waitFor(async () => expect((await processOf('register')).pid).not.toBe(pid), backWithin);
    await untilWhole();
    const again = content(await move(device, 'in', site.id));
    expect(again.occupancy).toBe(1);
    expect((await presenceAt(site.id)).people.map(({ visitId }) => visitId)).toEqual([again.visitId]);
  });
});
