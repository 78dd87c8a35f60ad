import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ShownDifference } from '../../app/drift/read-reconciliations.ts';
import type { Stats } from '../../app/statistics/get-stats.ts';
import type { ShownConnection } from '../../app/systems/list-connections.ts';
import type { Unmatched } from '../../app/systems/list-unmatched.ts';
import type { ConnectionTest } from '../../app/systems/test-connection.ts';
import type { ShownTask } from '../../app/tasks/list-tasks.ts';
import { type InviteLink, reservedOf } from '../../domain/invite-link.ts';
import type { Reconciliation } from '../../domain/reconciliation.ts';
import type { Counts } from '../../domain/stats.ts';

export const linkToProto = ({ expiresAt, status, ...link }: InviteLink) => ({
  linkId: link.id,
  endsWith: link.endsWith,
  cap: link.cap,
  reserved: reservedOf({ ...link, status }),
  joined: link.joiners.length,
  ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }),
  status: status === 'coming' ? 'active' : status,
  createdAt: timestampFromDate(link.createdAt),
  createdBy: link.createdBy,
});

export const unmatchedToProto = ({ account, suggestions }: Unmatched) => ({
  slackUserId: account.id,
  name: account.name,
  email: account.email,
  suggestions: suggestions.map((one) => ({ ...one })),
});

export function runToProto(run: Reconciliation, differences: readonly ShownDifference[] = []) {
  const { endedAt, totals } = run;
  return {
    reconciliationId: run.id,
    state: run.state,
    dryRun: run.dryRun,
    startedAt: timestampFromDate(run.startedAt),
    ...(endedAt && { endedAt: timestampFromDate(endedAt) }),
    reason: run.reason,
    channels: run.channels,
    members: run.members,
    calls: run.calls,
    missing: totals.missing,
    extra: totals.extra,
    unknownUsers: totals.unknown_user,
    deactivated: totals.deactivated,
    emailChanged: totals.email_changed,
    differences: differences.map(differenceToProto),
  };
}

export const differenceToProto = ({ difference, volunteer, channel }: ShownDifference) => ({
  kind: difference.kind,
  volunteerId: volunteer?.volunteerId ?? '',
  name: volunteer?.name ?? '',
  channelId: difference.channelId,
  channel,
  system: difference.system,
  account: difference.account,
  done: difference.done,
});

export const connectionToProto = ({ connection, state }: ShownConnection) => ({
  system: connection.id,
  state,
  reason: connection.reason ?? '',
  ...(connection.stoppedAt && { stoppedAt: timestampFromDate(connection.stoppedAt) }),
  tokenSet: connection.sealedToken !== undefined,
  scimTokenSet: connection.sealedScimToken !== undefined,
});

export const connectionTestToProto = ({ missingScopes, channels, ...test }: ConnectionTest) => ({
  ...test,
  missingScopes: [...missingScopes],
  channels: channels.map((channel) => ({ ...channel })),
});

export const taskToProto = ({ task, volunteer, subject }: ShownTask) => ({
  taskId: task.id,
  kind: task.kind,
  volunteerId: volunteer?.volunteerId ?? '',
  name: volunteer?.name ?? '',
  subject,
  state: task.state,
  createdAt: timestampFromDate(task.createdAt),
  ...(task.doneAt && { doneAt: timestampFromDate(task.doneAt) }),
  doneBy: task.doneBy ?? '',
  verified: task.verified,
  detail: task.detail,
});

const countsToProto = (counts: Counts) => ({ ...counts });

export const statsToProto = ({ from, to, total, groups }: Stats) => ({
  from,
  to,
  total: countsToProto(total),
  groups: groups.map(({ key, counts }) => ({ key, counts: countsToProto(counts) })),
});
