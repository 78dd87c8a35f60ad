import type { Volunteer } from '../../domain/volunteer.ts';
import type { aService } from '../testing.ts';
import type { Process, Processes } from './processes.ts';
import type { Choose } from './turns.ts';

/** Something that was told, and that somebody has to act on once at least. */
type Message = Readonly<{ type: string; volunteer?: Volunteer; roleKeys?: readonly string[]; account?: string }>;

type Given = Readonly<{
  service: ReturnType<typeof aService>;
  running: Processes;
  choose: Choose;
  /** Some messages come twice. */
  isRough: boolean;
}>;

/** Facts on their way to whoever acts on them: in any order, again after a death, and some again for nothing. */
export function traffic({ service, running, choose, isRough }: Given) {
  const { volunteers, books, links, connections, slack } = service;
  const waiting: Message[] = [];
  const told = [volunteers.said, books.said, links.said, connections.said].map((said) => ({ said, read: 0 }));
  const consumers: Readonly<Record<string, (on: Process['on'], message: Message) => Promise<unknown>>> = {
    'rules-changed': ({ own }, { roleKeys = [] }) => own.followRules(roleKeys),
    'link-activated': ({ own }) => own.releaseQueue(),
    joined: ({ own }, { volunteer }) => own.countJoined(volunteer?.id ?? ''),
    expired: ({ own }, { volunteer }) => own.givePlaceBack(volunteer?.id ?? ''),
    left: ({ own }, { volunteer }) => own.givePlaceBack(volunteer?.id ?? ''),
    team_join: ({ userJoined }, { account: userId = '' }) =>
      userJoined({ userId, email: slack.users.get(userId)?.email ?? '', deleted: false, isBot: false }),
  };
  return {
    collect: (): void => {
      for (const one of told) {
        const fresh = one.said.slice(one.read) as readonly Message[];
        one.read = one.said.length;
        waiting.push(...fresh.filter(({ type }) => Object.hasOwn(consumers, type)));
      }
    },
    post: (message: Message): void => void waiting.push(message),
    count: (): number => waiting.length,
    deliver: (): void => {
      const [message] = waiting.splice(choose(Math.max(1, waiting.length)), 1);
      if (!message) return;
      const { on, killed } = running.pick();
      const isRepeated = isRough && choose(6) === 0;
      const again = (): void => void waiting.push(message);
      const died = killed.then(() => Promise.reject(new Error('died')));
      void Promise.race([consumers[message.type]?.(on, message), died]).then(() => isRepeated && again(), again);
    },
  };
}
