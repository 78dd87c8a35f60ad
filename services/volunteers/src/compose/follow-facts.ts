import type { Process } from '@guildhall/runtime';
import { auditsConsumer } from '../adapters/nats/audits.consumer.ts';
import { ownFactsConsumer } from '../adapters/nats/own-facts.consumer.ts';
import { peopleConsumer } from '../adapters/nats/people.consumer.ts';
import { slackEventsConsumer } from '../adapters/nats/slack-events.consumer.ts';
import { noteJoinedOn, releasePlaceOn } from '../app/links/reserve-place.ts';
import { channelChangedHandler } from '../app/onboarding/channel-changed.ts';
import { slackUserChangedHandler, slackUserJoinedHandler } from '../app/onboarding/hear-slack.ts';
import { inviteAgainHandler } from '../app/onboarding/invite-again.ts';
import { ownFacts } from '../app/onboarding/own-facts.ts';
import { tidyTasksHandler } from '../app/tasks/tidy-tasks.ts';
import { linkPersonHandler } from '../app/volunteers/link-person.ts';
import { reporter, type Running } from './parts.ts';
import type { Settings } from '../config.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Hears what Slack, identity and this service itself tell. */
export async function followFacts(process: Process<Settings>, parts: Running): Promise<void> {
  const { bus, life } = process;
  const report = reporter(process);
  const own = ownFacts({
    ...parts,
    inviteAgain: inviteAgainHandler(parts),
    noteJoined: noteJoinedOn(parts),
    releasePlace: releasePlaceOn(parts),
    tidyTasks: tidyTasksHandler(parts),
  });
  await life.hold('audits', auditsConsumer(bus, parts.audits, report), close);
  await life.hold('own facts', ownFactsConsumer(bus, own, report), close);
  const slack = {
    userJoined: slackUserJoinedHandler(parts),
    userChanged: slackUserChangedHandler(parts),
    channelChanged: channelChangedHandler(parts),
  };
  await life.hold('slack events', slackEventsConsumer(bus, slack, report), close);
  const linkPerson = linkPersonHandler(parts);
  const people = {
    record: async (person: Parameters<typeof parts.people.put>[0]) => {
      await parts.people.put(person);
      await linkPerson({ personId: person.id, emails: person.emails });
    },
    forget: parts.people.forget,
  };
  await life.hold('people', peopleConsumer(bus, people, report), close);
}
