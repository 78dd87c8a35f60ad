import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { AskReconciliation } from '../../app/drift/ask-reconciliation.ts';
import type { DifferenceFilter } from '../../app/drift/ports.ts';
import type { ShownRun } from '../../app/drift/read-reconciliations.ts';
import type { CreateLink } from '../../app/links/create-link.ts';
import type { LinkList } from '../../app/links/list-links.ts';
import type { RetireLink } from '../../app/links/retire-link.ts';
import type { GetStats, GroupBy, Stats } from '../../app/statistics/get-stats.ts';
import type { ShownConnection } from '../../app/systems/list-connections.ts';
import type { Unmatched } from '../../app/systems/list-unmatched.ts';
import type { SetConnection } from '../../app/systems/set-connection.ts';
import type { ConnectionTest } from '../../app/systems/test-connection.ts';
import type { CompleteTask } from '../../app/tasks/complete-task.ts';
import type { ListTasks, ShownTask } from '../../app/tasks/list-tasks.ts';
import type { InviteLink } from '../../domain/invite-link.ts';
import type { Orphan } from '../../domain/orphans.ts';
import type { Reconciliation } from '../../domain/reconciliation.ts';
import * as to from './access.mapping.ts';
import { callerOf } from './caller.ts';

export type AccessHandlers = Readonly<{
  links: Handler<void, LinkList>;
  createLink: Handler<CreateLink, InviteLink>;
  retireLink: Handler<RetireLink, InviteLink>;
  unmatched: Handler<void, readonly Unmatched[]>;
  reconcile: Handler<AskReconciliation, Reconciliation>;
  runs: Handler<void, readonly Reconciliation[]>;
  run: Handler<string, ShownRun>;
  drift: Handler<DifferenceFilter, ShownRun | undefined>;
  connections: Handler<void, readonly ShownConnection[]>;
  testConnection: Handler<string, ConnectionTest>;
  setConnection: Handler<SetConnection, ShownConnection>;
  tasks: Handler<ListTasks, readonly ShownTask[]>;
  completeTask: Handler<CompleteTask, ShownTask>;
  stats: Handler<GetStats, Stats>;
  orphans: Handler<void, readonly Orphan[]>;
}>;

type Methods = Implementation<typeof AccessService>;

/** The contract's methods in terms of the use cases. */
export const accessService = (use: AccessHandlers): Methods => ({
  ...linkMethods(use),
  ...connectionMethods(use),
  ...reconciliationMethods(use),
  ...reportMethods(use),
});

type LinkMethods = Pick<Methods, 'listInviteLinks' | 'createInviteLink' | 'retireInviteLink'>;

const linkMethods = (use: AccessHandlers): LinkMethods => ({
  listInviteLinks: async () => {
    const { links, waiting } = await use.links();
    return { links: links.map(to.linkToProto), waiting };
  },
  createInviteLink: async ({ url, cap, reserved, expiresAt }, call) => {
    const end = expiresAt && { expiresAt: timestampDate(expiresAt) };
    return to.linkToProto(await use.createLink({ url, cap, reserved, ...end, caller: callerOf(call) }));
  },
  retireInviteLink: async ({ linkId }, call) =>
    to.linkToProto(await use.retireLink({ linkId, caller: callerOf(call) })),
});

type ConnectionMethods = Pick<
  Methods,
  'listConnections' | 'testConnection' | 'setConnection' | 'listUnmatchedSlackUsers' | 'listTasks' | 'completeTask'
>;

const connectionMethods = (use: AccessHandlers): ConnectionMethods => ({
  listConnections: async () => ({ connections: (await use.connections()).map(to.connectionToProto) }),
  testConnection: async ({ system }) => to.connectionTestToProto(await use.testConnection(system)),
  setConnection: async ({ system, token, scimToken }, call) => {
    const tokens = { ...(token !== undefined && { token }), ...(scimToken !== undefined && { scimToken }) };
    return to.connectionToProto(await use.setConnection({ system, ...tokens, caller: callerOf(call) }));
  },
  listUnmatchedSlackUsers: async () => ({ users: (await use.unmatched()).map(to.unmatchedToProto) }),
  listTasks: async ({ state, volunteerId }) => {
    // The contract lets nothing else through.
    const which = (state || 'open') as ListTasks['state'];
    return { tasks: (await use.tasks({ state: which, volunteerId })).map(to.taskToProto) };
  },
  completeTask: async ({ taskId }, call) => to.taskToProto(await use.completeTask({ taskId, caller: callerOf(call) })),
});

type ReconciliationMethods = Pick<Methods, 'reconcile' | 'listReconciliations' | 'getReconciliation' | 'getDrift'>;

const reconciliationMethods = (use: AccessHandlers): ReconciliationMethods => ({
  reconcile: async ({ dryRun }, call) => to.runToProto(await use.reconcile({ dryRun, caller: callerOf(call) })),
  listReconciliations: async () => ({ reconciliations: (await use.runs()).map((run) => to.runToProto(run)) }),
  getReconciliation: async ({ reconciliationId }) => {
    const { run, differences } = await use.run(reconciliationId);
    return to.runToProto(run, differences);
  },
  getDrift: async ({ kind, channelId }) => {
    const found = await use.drift({ kind, channelId });
    if (!found) return {};
    const { run, differences } = found;
    return {
      asOf: timestampFromDate(run.endedAt ?? run.startedAt),
      reconciliationId: run.id,
      differences: differences.map(to.differenceToProto),
    };
  },
});

const reportMethods = (use: AccessHandlers): Pick<Methods, 'getStats' | 'getOrphans'> => ({
  getStats: async ({ from, to: until, groupBy }, call) =>
    to.statsToProto(
      // The contract lets no other groups through.
      await use.stats({ from, to: until, groupBy: groupBy as GroupBy, caller: callerOf(call) }),
    ),
  getOrphans: async () => ({ orphans: (await use.orphans()).map((one) => ({ ...one })) }),
});
