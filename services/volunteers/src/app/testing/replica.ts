import { orgDays } from '../../domain/org-day.ts';
import { tidyTasksHandler } from '../tasks/tidy-tasks.ts';
import { noteJoinedOn, releasePlaceOn, reservePlaceOn } from '../links/reserve-place.ts';
import { advanceVolunteerHandler } from '../onboarding/advance-volunteer.ts';
import { slackUserJoinedHandler } from '../onboarding/hear-slack.ts';
import { inviteAgainHandler } from '../onboarding/invite-again.ts';
import { ownFacts } from '../onboarding/own-facts.ts';
import type { Accounts, Connector } from '../systems/ports.ts';
import { callingSystems } from '../systems/calling.ts';
import { flagChannelIn, locateChannelIn } from '../systems/locate-channel.ts';
import { createVolunteerHandler } from '../volunteers/create-volunteer.ts';
import { leaveHandler, reinstateHandler } from '../volunteers/leave.ts';
import { updateVolunteerHandler } from '../volunteers/update-volunteer.ts';
import type { aService } from '../testing.ts';
import { slowed } from './turns.ts';

type Service = ReturnType<typeof aService>;

type Given = Readonly<{
  /** What all replicas share. */
  stored: Pick<Service, 'volunteers' | 'books' | 'links' | 'connections' | 'tasks' | 'scopes' | 'clock' | 'policy'>;
  slack: Readonly<{ connector: Connector; accounts: Accounts }>;
  pause: () => Promise<void>;
  newId: () => string;
  /** A call of a system begins; answers how to end it. */
  inTurn: () => () => void;
}>;

const warnings = { parts: [0.8, 0.95], days: [2, 7] };

/** One process of the service, whose every access to what is stored takes a turn. */
export function replica(given: Given) {
  const parts = partsOf(given);
  const { books, links } = parts;
  const advance = advanceVolunteerHandler(parts);
  const own = ownFacts({
    ...parts,
    advance,
    audits: { redact: async () => undefined },
    inviteAgain: inviteAgainHandler(parts),
    noteJoined: noteJoinedOn(parts),
    releasePlace: releasePlaceOn(parts),
    tidyTasks: tidyTasksHandler(parts),
  });
  return {
    advance,
    own,
    books,
    links,
    userJoined: slackUserJoinedHandler({ ...parts, advance }),
    create: createVolunteerHandler(parts),
    update: updateVolunteerHandler(parts),
    leave: leaveHandler(parts),
    reinstate: reinstateHandler(parts),
  };
}

export type Replica = ReturnType<typeof replica>;

function partsOf({ stored, slack, pause, newId, inTurn }: Given) {
  const slow = { before: pause, after: pause };
  const [volunteers, books] = [slowed(stored.volunteers, slow), slowed(stored.books, slow)];
  const [links, connections] = [slowed(stored.links, slow, ['urlOf', 'seal']), slowed(stored.connections, slow)];
  const [tasks, { clock, policy, scopes }] = [slowed(stored.tasks, slow), stored];
  const connectorOf = () => slack.connector;
  const located = { books, tasks, connectorOf, clock };
  const calling = callingSystems({ connections, clock });
  const call: typeof calling = (system, todo) =>
    calling(system, async () => {
      const end = inTurn();
      return todo().finally(end);
    });
  const ports = { volunteers, books, links, connections, tasks, scopes, connectorOf };
  return {
    ...ports,
    clock,
    policy,
    warnings,
    newId,
    days: orgDays('Asia/Jerusalem'),
    accounts: slack.accounts,
    call,
    locate: locateChannelIn(located),
    flag: flagChannelIn(located),
    reservePlace: reservePlaceOn({ links, warnings, clock }),
    nudge: () => undefined,
    phoneOf: (given: string) => given,
    random: () => 0.5,
  };
}
