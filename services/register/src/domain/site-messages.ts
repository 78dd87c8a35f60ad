import type { Privacy } from './webhook.ts';

/** A Slack channel that is told who is inside. `in_place` keeps one message a day up to date. */
export type SlackPresence = Readonly<{ channel: string; mode: 'posts' | 'in_place'; privacy: Privacy }>;

/** When and to whom the day is summed up, in the time of the site. */
export type Digest = Readonly<{ time: string; slackChannel: string; emails: readonly string[] }>;
