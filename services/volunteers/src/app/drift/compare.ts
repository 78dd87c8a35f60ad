import type { Book } from '../../domain/book.ts';
import { accountOf, type Drift, driftOf } from '../../domain/drift.ts';
import { needsMending } from '../../domain/mending.ts';
import type { Difference } from '../../domain/reconciliation.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { isOther } from '../onboarding/hear-slack.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';
import { Findings } from './findings.ts';
import type { Observation } from './observation.ts';

type Given = Readonly<{
  readings: Pick<VolunteerReadings, 'everybody'>;
  book: Book;
  observation: Observation;
  mayRemove: boolean;
  /** A dry run, where everything is only told. */
  isDry: boolean;
  signal: AbortSignal;
}>;

/** Compares everybody with what was seen, a page of people at a time. */
export async function compare(given: Given): Promise<Findings> {
  const findings = new Findings();
  const byEmail = new Map<string, string>();
  for (const { id, email, deleted, isBot } of given.observation.slackAccounts.values()) {
    if (email !== '' && !deleted && !isBot) byEmail.set(email, id);
  }
  for await (const page of given.readings.everybody()) {
    given.signal.throwIfAborted();
    for (const volunteer of page) {
      compareAccount(given, findings, volunteer, byEmail);
      compareAccess(given, findings, volunteer);
    }
  }
  nameUnknown(given, findings);
  return findings;
}

function compareAccount(
  { observation, isDry }: Given,
  findings: Findings,
  volunteer: Volunteer,
  byEmail: ReadonlyMap<string, string>,
): void {
  const { id: volunteerId, slackUserId, status, onboarding, email } = volunteer;
  if (status === 'left') return;
  findings.people += 1;
  const account = observation.slackAccounts.get(slackUserId ?? byEmail.get(email) ?? '');
  if (!account) return;
  const add = (kind: 'deactivated' | 'email_changed'): void =>
    findings.add({
      kind,
      volunteerId,
      channelId: '',
      system: 'slack',
      account: account.id,
      done: isDry ? 'reported' : 'task',
    });
  const isBlocked = onboarding.phase === 'blocked' && onboarding.reason === 'deactivated_account';
  if (account.deleted) add('deactivated');
  else if (slackUserId !== undefined && isOther(account.email, volunteer)) add('email_changed');
  else if (slackUserId !== undefined && !isBlocked) return;
  findings.news.add(account.id);
}

function compareAccess({ book, observation, mayRemove, isDry }: Given, findings: Findings, volunteer: Volunteer): void {
  for (const system of observation.members.keys()) findings.recognise(system, accountOf(volunteer, system));
  const drift = driftOf(volunteer, observation, book, mayRemove);
  if (!drift) return;
  for (const difference of differencesOf(volunteer, drift, book, isDry)) findings.add(difference);
  if (needsMending(drift)) findings.toMend.push(volunteer.id);
  if (volunteer.status !== 'left' && drift.extra.some(({ remove }) => remove)) findings.losers += 1;
}

function differencesOf(volunteer: Volunteer, drift: Drift, book: Book, isDry: boolean): readonly Difference[] {
  const about = (channelId: string) => {
    const system = book.channels.find(({ id }) => id === channelId)?.system ?? 'slack';
    return { volunteerId: volunteer.id, channelId, system, account: accountOf(volunteer, system) };
  };
  const missing = drift.missing.map((channelId): Difference => {
    const done = isDry ? 'reported' : 'granted';
    return { kind: 'missing', ...about(channelId), done };
  });
  const extra = drift.extra.map(({ channelId, remove }): Difference => {
    const done = remove && !isDry ? 'removed' : 'reported';
    return { kind: 'extra', ...about(channelId), done };
  });
  return [...missing, ...extra];
}

/** Who is in a channel and is no volunteer; programs are not asked who they are. */
function nameUnknown({ observation }: Given, findings: Findings): void {
  for (const [system, accounts] of observation.members) {
    for (const [account, channelIds] of accounts) {
      const isProgram = system === 'slack' && observation.slackAccounts.get(account)?.isBot === true;
      if (isProgram || findings.isKnown(system, account)) continue;
      for (const channelId of channelIds) {
        findings.add({ kind: 'unknown_user', volunteerId: '', channelId, system, account, done: 'reported' });
      }
    }
  }
}
