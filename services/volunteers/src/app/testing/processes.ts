import type { aService } from '../testing.ts';
import { type Replica, replica } from './replica.ts';
import { type Fate, roughSlack } from './rough-slack.ts';
import type { Choose, Turns } from './turns.ts';

export type Process = Readonly<{
  on: Replica;
  /** Whom it works on. */
  busy: Set<string>;
  killed: Promise<void>;
  /** Nothing of it goes on. */
  kill: () => void;
}>;

type Given = Readonly<{ service: ReturnType<typeof aService>; choose: Choose; turns: Turns; isRough: boolean }>;

const mostFailures = 8;
const fates: readonly Fate[] = ['paced', 'fails', 'answers-nothing'];

/** Two processes, each of which can die and is started again. */
export function processes({ service, choose, turns, isRough }: Given) {
  const calls = callsUnderWay();
  let [failuresLeft, made] = [isRough ? mostFailures : 0, 0];
  const fateOf = (): Fate => {
    const fate = failuresLeft > 0 ? fates[choose(10)] : undefined;
    if (fate) failuresLeft -= 1;
    return fate ?? 'works';
  };
  const start = (): Process => {
    const owner = {};
    const { promise: killed, resolve } = Promise.withResolvers<void>();
    const pause = (): Promise<void> => turns.pause(owner);
    const slack = roughSlack(service.slack, { fateOf, pause, begin: (whom) => calls.begin(owner, whom) });
    const inTurn = () => calls.begin(owner, '');
    const kill = (): void => {
      turns.kill(owner);
      calls.cut(owner);
      resolve();
    };
    const on = replica({ stored: service, slack, pause, newId: () => `v-${(made += 1)}`, inTurn });
    return { on, busy: new Set(), killed, kill };
  };
  let running: readonly Process[] = [start(), start()];
  const pick = (): Process => running[choose(running.length)] ?? start();
  const crash = (): void => {
    const victim = pick();
    running = running.map((one) => (one === victim ? start() : one));
    victim.kill();
  };
  const calm = (): void => void (failuresLeft = 0);
  return { pick, crash, calm, wrong: calls.wrong, all: () => running, isCalling: calls.isAny };
}

export type Processes = ReturnType<typeof processes>;

/** Calls that began and have not ended; two for one account at once are wrong. */
function callsUnderWay() {
  const wrong: string[] = [];
  const open = new Set<Readonly<{ owner: object; whom: string }>>();
  return {
    wrong,
    isAny: (): boolean => open.size > 0,
    begin: (owner: object, whom: string) => {
      const one = { owner, whom };
      if (whom !== '' && [...open].some((other) => other.whom === whom)) wrong.push(`two calls at once for ${whom}`);
      open.add(one);
      return () => void open.delete(one);
    },
    cut: (owner: object): void => [...open].filter((one) => one.owner === owner).forEach((one) => open.delete(one)),
  };
}
