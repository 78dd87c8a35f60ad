import { type Finding, listed, none } from '../../chaos/judge.ts';
import type { Ledger } from '../../chaos/ledger.ts';
import { repeats } from '../../chaos/sinks.ts';
import type { SlackCall } from '../workspace.ts';
import type { Story } from './stories.ts';

export type Held = Readonly<{
  /** The addresses in each managed channel and list. */
  channels: Readonly<Record<string, ReadonlySet<string>>>;
  /** Those that each role gives. */
  given: Readonly<Record<Story['ends'], readonly string[]>>;
}>;

type Evidence = Readonly<{
  ledger: Ledger;
  stories: readonly Story[];
  held: Held;
  calls: readonly SlackCall[];
  /** Ids of managed channels. */
  managed: ReadonlySet<string>;
  /** How often each invitation was mailed, by its subject and address. */
  mails: ReadonlyMap<string, number>;
  kills: number;
  left: readonly string[];
}>;

/** Access that a story does not end with, or that it should end with and does not. */
export function differences(stories: readonly Story[], { channels, given }: Held): readonly string[] {
  return stories.flatMap(({ volunteerId, email, ends }) =>
    Object.entries(channels).flatMap(([name, emails]) => {
      const isWanted = given[ends].includes(name);
      if (emails.has(email) === isWanted) return [];
      return [`${volunteerId} ${isWanted ? 'is not in' : 'is still in'} ${name}`];
    }),
  );
}

const answeredAlready = ['already_in_channel', 'not_in_channel'];
/** One call under way in each of three systems, at most, when a process dies. */
const repeatedPerKill = 3;

/** Holds what was acknowledged against who has access at last, and the providers' log against what was to be done. */
export function judgeVolunteers(evidence: Evidence): readonly Finding[] {
  const { ledger, stories, held, calls, managed, mails, kills, left } = evidence;
  const foreign = calls.filter(({ channel = '' }) => !managed.has(channel)).map(({ channel }) => channel ?? '');
  const repeated = calls.filter(({ error = '' }) => answeredAlready.includes(error)).length;
  const mailedTwice = repeats(mails);
  return [
    none('volunteers whose access is not what was acknowledged', differences(stories, held), stories.length),
    {
      promise: `calls repeated, without harm: at most ${repeatedPerKill} per kill`,
      seen: `${repeated} of ${calls.length} in ${kills} kills`,
      isKept: repeated <= kills * repeatedPerKill && calls.length > 0,
    },
    none('effects that nothing asked for', undue(calls), calls.length),
    listed('channels touched that are not managed', foreign),
    {
      promise: 'invitations mailed twice, at most one per kill',
      seen: `${mailedTwice} in ${kills} kills`,
      isKept: mailedTwice <= kills,
    },
    listed('answers that nobody should get', ledger.unexpected),
    listed('left for a person to mend', left),
  ];
}

/** Each access is given once and taken once at most: nobody comes back here. */
function undue(calls: readonly SlackCall[]): readonly string[] {
  const effects = new Map<string, number>();
  for (const { method, user, channel, error } of calls) {
    const key = `${method} ${user} ${channel}`;
    if (error === undefined) effects.set(key, (effects.get(key) ?? 0) + 1);
  }
  return [...effects].filter(([, times]) => times > 1).map(([key, times]) => `${key} ${times} times`);
}
