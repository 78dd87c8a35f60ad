import type { Command } from './commands.ts';
import { aWorld, type World } from './world.ts';

/** Everything is over before the next thing is asked for. */
export async function inOrder(commands: readonly Command[]): Promise<World> {
  const world = aWorld(0, { isRough: false });
  for (const one of commands) {
    const asked = new Set([one]);
    void world.until(one).then(() => asked.delete(one));
    while (asked.size > 0) await world.turns.next();
    await world.rest(hourMs);
  }
  return world;
}

const hourMs = 3_600_000;
const fewestSteps = 120;
const leapsMs = [900, 20_000, 61_000, 400_000];

/** Commands about different volunteers at once, among failures, deaths and leaps of the clock. */
export async function roughly(commands: readonly Command[], seed: number, poisoned?: number): Promise<World> {
  const world = aWorld(seed, { isRough: true, ...(poisoned !== undefined && { poisoned }) });
  const { running, choose, service } = world;
  const following = begin(world, commands);
  for (let steps = 0; following.size > 0 || steps < fewestSteps; steps += 1) {
    if (choose(40) === 0) running.crash();
    // No call takes as long as that.
    if (choose(15) === 0 && !running.isCalling()) service.clock.pass(leapsMs[choose(leapsMs.length)] ?? 0);
    await world.once();
  }
  running.calm();
  // Longer than the search for an address ever rests.
  await world.rest(25 * hourMs);
  return world;
}

/** Each chain of commands goes on by itself; answers those that have not come to their end. */
function begin({ turns, choose, until, chainOf }: World, commands: readonly Command[]): ReadonlySet<string> {
  const user = {};
  const chains = Map.groupBy(commands, chainOf);
  const following = new Set(chains.keys());
  const follow = async (chain: readonly Command[]): Promise<void> => {
    for (const one of chain) {
      for (let waits = choose(3) * choose(15); waits > 0; waits -= 1) await turns.pause(user);
      await until(one);
    }
  };
  for (const [name, chain] of chains) void follow(chain).then(() => following.delete(name));
  return following;
}
