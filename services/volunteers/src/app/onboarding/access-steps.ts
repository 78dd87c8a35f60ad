import { byItself } from '../../domain/audit.ts';
import { type Channel, channelOf } from '../../domain/book.ts';
import type { Ground } from '../../domain/ground.ts';
import { failed, granted, notAsked, revoked, triedInVain, waitsForTask } from '../../domain/outcome-of-access.ts';
import type { Membership, Volunteer } from '../../domain/volunteer.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { FlagChannel, LocateChannel } from '../systems/locate-channel.ts';
import type { Connector, Grantee } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';
import { held } from './held.ts';

export type AccessDeps = Readonly<{
  connectorOf: (system: Membership['system']) => Connector;
  call: CallSystem;
  locate: LocateChannel;
  flag: FlagChannel;
  random: () => number;
}>;

/** Gives or takes access to one channel. One that fails stops no other. */
export const accessStep =
  (deps: AccessDeps) =>
  async (type: 'grant' | 'revoke', membership: Membership, volunteer: Volunteer, ground: Ground): Promise<Effect> => {
    const { channelId } = membership;
    const channel = channelOf(ground.book, channelId);
    if (!channel) return { apply: (current) => ({ next: current, facts: [] }) };
    try {
      return await deps.call(channel.system, async () =>
        type === 'grant' ? await give(deps, channel, volunteer) : await take(deps, channel, volunteer),
      );
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      const effect = await afterRefusal(deps, error, channel);
      return type === 'grant' && isUntried(error.fault) ? withoutAsking(effect, channelId, volunteer) : effect;
    }
  };

async function give(deps: AccessDeps, channel: Channel, volunteer: Volunteer): Promise<Effect> {
  const located = await deps.locate(channel);
  const done = await deps.connectorOf(channel.system).grant(located, granteeOf(volunteer));
  const isThere = done === 'was-there';
  return {
    apply: (current, ground) => granted(current, channel.id, isThere, ground),
    said: (stored, { now }) => {
      const because = stored.memberships.find(({ channelId }) => channelId === channel.id)?.because ?? [];
      const reason = isThere ? 'was there already' : `by the role ${because.join(', ')}`;
      return [byItself(stored, now, { action: 'membership.granted', subject: channel.name, reason })];
    },
  };
}

async function take(deps: AccessDeps, channel: Channel, volunteer: Volunteer): Promise<Effect> {
  const located = await deps.locate(channel);
  const done = await deps.connectorOf(channel.system).revoke(located, granteeOf(volunteer));
  const note = done === 'stays' ? 'cant_kick_from_general' : undefined;
  const gone = volunteer.status === 'left' ? 'left the organisation' : 'no role gives it any more';
  const reason = done === 'stays' ? 'nobody can be taken out of it' : done === 'was-gone' ? 'was gone already' : gone;
  return {
    apply: (current, ground) => revoked(current, channel.id, note, ground),
    said: (stored, { now }) =>
      done === 'was-gone' && volunteer.status === 'left'
        ? []
        : [byItself(stored, now, { action: 'membership.revoked', subject: channel.name, reason })],
  };
}

type Untried = 'connection' | 'stopped' | 'pace';

const isUntried = (fault: SystemError['fault']): fault is Untried =>
  fault === 'connection' || fault === 'stopped' || fault === 'pace';

const withoutAsking = (effect: Effect, channelId: string, claimed: Volunteer): Effect => ({
  ...effect,
  apply: (current, ground) => effect.apply(notAsked(current, channelId, claimed), ground),
});

/** What a refusal means for the access, by what it is about. */
async function afterRefusal(deps: AccessDeps, error: SystemError, channel: Channel): Promise<Effect> {
  const { fault, code } = error;
  if (isUntried(fault)) return held(error, channel.system);
  if (fault === 'task') return { apply: (current, ground) => waitsForTask(current, channel.id, ground) };
  if (fault === 'call') {
    const random = deps.random();
    return { apply: (current, ground) => triedInVain(current, channel.id, code, ground, random) };
  }
  if (fault === 'channel') await deps.flag(channel, code);
  const failure = { reason: code, failedFor: fault };
  return {
    apply: (current, ground) => failed(current, channel.id, failure, ground),
    said: (stored, { now }) => [
      byItself(stored, now, { action: 'membership.failed', subject: channel.name, reason: code }),
    ],
  };
}

const granteeOf = ({ id, email, slackUserId = '' }: Volunteer): Grantee => ({
  volunteerId: id,
  email,
  slackUserId,
});
