import { AppError } from '@guildhall/kernel';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Volunteers } from '../ports.ts';
import { aService } from '../testing.ts';
import { accountOf, ask, chainOf, type Command, emailOf } from './commands.ts';
import { type Process, processes, type Processes } from './processes.ts';
import { traffic } from './traffic.ts';
import { chooser, turnsBy } from './turns.ts';

type Service = ReturnType<typeof aService>;
type Mailed = Pick<Volunteer, 'status'> & Pick<Volunteer['onboarding'], 'phase'>;

/** `poisoned`: of whom the search throws what nobody expects. */
type Roughness = Readonly<{ isRough: boolean; poisoned?: number }>;

/** Two processes of the service, a workspace and a bus, where a seed decides who goes on, what fails and who dies. */
export function aWorld(seed: number, { isRough, poisoned }: Roughness) {
  const [choose, service] = [chooser(seed), aService()];
  const turns = turnsBy(choose);
  const mails: Mailed[] = [];
  if (poisoned !== undefined)
    service.slack.failures.set(`lookup ${emailOf(poisoned)}`, () => new TypeError('poisoned'));
  const watched = { ...service, volunteers: { ...service.volunteers, ...watchedSaves(service, mails) } };
  const running = processes({ service: watched, choose, turns, isRough });
  const bus = traffic({ service, running, choose, isRough });
  const wasIn = somebodyInRandom(service);
  const sweep = sweeping(service);
  const once = async (): Promise<void> => {
    bus.collect();
    if (bus.count() > 0 && choose(3) === 0) bus.deliver();
    if (choose(4) === 0) sweep(running.pick());
    await turns.next();
  };
  const progress = (): number => [...service.volunteers.stored.values()].reduce((sum, { version }) => sum + version, 0);
  /** Until nothing is to be done any more for so long. */
  const rest = async (horizonMs: number): Promise<void> => {
    const moments = momentsOf(service, horizonMs);
    for (;;) {
      const before = progress();
      bus.collect();
      running.all().forEach(sweep);
      while (bus.count() > 0) bus.deliver();
      while (!turns.isQuiet()) await turns.next();
      bus.collect();
      if (bus.count() > 0 || progress() !== before) continue;
      if (!moments.leap()) return;
    }
  };
  const until = async (command: Command): Promise<void> => {
    if (command.type !== 'join') return untilAsked(running, command);
    const account = accountOf(command.who);
    service.slack.addUser(account, emailOf(command.who));
    bus.post({ type: 'team_join', account });
  };
  return { service, running, turns, choose, once, rest, until, chainOf, mails, wasIn, wrong: running.wrong };
}

export type World = ReturnType<typeof aWorld>;

/** Whom each mail went to, as stored with it. */
const watchedSaves = ({ volunteers }: Service, mails: Mailed[]): Pick<Volunteers, 'save'> => ({
  save: async (volunteer, said, dueAt) => {
    await volunteers.save(volunteer, said, dueAt);
    const { status, onboarding } = volunteer;
    if (said.some(({ type }) => type === 'invitation')) mails.push({ status, phase: onboarding.phase });
  },
});

/** People in a channel that is nobody's business here. */
function somebodyInRandom({ slack }: Service): readonly string[] {
  const accounts = [accountOf(0), accountOf(1)];
  slack.addChannel('CRANDOM', 'random');
  for (const account of accounts) slack.channels.get('CRANDOM')?.add(account);
  return accounts;
}

/** Advances whoever is due, all at once; of whom that throws is left alone. */
function sweeping({ volunteers, clock }: Service): (process: Process) => void {
  const broken = new Set<string>();
  return ({ on, busy }) => {
    const due = [...volunteers.due].filter(([id, at]) => at <= clock.now() && !busy.has(id) && !broken.has(id));
    for (const [id] of due) {
      busy.add(id);
      const failed = (error: unknown): void => void (error instanceof AppError || broken.add(id));
      void on
        .advance(id)
        .catch(failed)
        .finally(() => busy.delete(id));
    }
  };
}

/** To the next moment at which something is due or a claim ends; what is far ahead is the business of other days. */
function momentsOf({ volunteers, clock }: Service, horizonMs: number) {
  const end = new Date(clock.now().getTime() + horizonMs);
  return {
    leap: (): boolean => {
      const claims = [...volunteers.stored.values()].flatMap(({ claimedUntil }) => claimedUntil ?? []);
      const ahead = [...volunteers.due.values(), ...claims].filter((at) => at > clock.now() && at <= end);
      if (ahead.length > 0) clock.set(new Date(Math.min(...ahead.map(Number))).toISOString());
      return ahead.length > 0;
    },
  };
}

/** Whoever asks does so again until there is an answer; a refusal is one. */
async function untilAsked(running: Processes, command: Command): Promise<void> {
  for (;;) {
    const { on, killed } = running.pick();
    const asked = ask(on, command).then(
      () => 'done',
      (error: unknown) => (error instanceof AppError && error.kind !== 'stale' ? 'done' : 'again'),
    );
    if ((await Promise.race([asked, killed])) === 'done') return;
  }
}
