import type { HookService } from '@guildhall/contracts/notifier/v1/webhooks';
import type { Call, Implementation } from '@guildhall/messaging';
import type { Webhooks, WithSecret } from '@guildhall/webhooks';
import type { HookSettings } from '../../domain/hooks/events.ts';
import { callToProto, hookToProto, settingsOf, stateOf } from './hook.proto.ts';

type By = Readonly<{ personId: string }>;
export type Hooks = Webhooks<HookSettings, By>;

/** The contract's methods in terms of the use cases. */
export const hookService = (hooks: Hooks): Implementation<typeof HookService> => ({
  ...settingMethods(hooks),
  ...callMethods(hooks),
});

const settingMethods = (hooks: Hooks) =>
  ({
    listHooks: async () => ({ hooks: (await hooks.list()).map((one) => hookToProto(one)) }),
    getHook: async ({ hookId }) => hookToProto(await hooks.get(hookId)),
    createHook: async ({ hook }, call) =>
      shown(await hooks.create({ settings: settingsOf(hook!), by: callerOf(call) })),
    updateHook: async ({ hookId: id, hook }, call) =>
      hookToProto(await hooks.update({ id, settings: settingsOf(hook!), by: callerOf(call) })),
    deleteHook: async ({ hookId: id }, call) => {
      await hooks.remove({ id, by: callerOf(call) });
      return {};
    },
    rotateHookSecret: async ({ hookId: id }, call) => shown(await hooks.rotateSecret({ id, by: callerOf(call) })),
  }) satisfies Partial<Implementation<typeof HookService>>;

const callMethods = (hooks: Hooks) =>
  ({
    pingHook: async ({ hookId: id }) => callToProto(await hooks.ping({ id })),
    listHookCalls: async ({ hookId: id, state: wanted, pageSize, pageToken }) => {
      const state = stateOf(wanted);
      const { deliveries, ...page } = await hooks.listDeliveries({ id, pageSize, pageToken, ...(state && { state }) });
      return { ...page, calls: deliveries.map(callToProto) };
    },
    getHookCall: async ({ hookId: id, callId: deliveryId }) => {
      const delivery = await hooks.getDelivery({ id, deliveryId });
      return { ...callToProto(delivery), body: delivery.body };
    },
    replayHookCall: async ({ hookId: id, callId: deliveryId }, call) =>
      callToProto(await hooks.replay({ id, deliveryId, by: callerOf(call) })),
    replayFailedHookCalls: async ({ hookId: id }, call) => ({
      replayed: await hooks.replayFailed({ id, by: callerOf(call) }),
    }),
  }) satisfies Partial<Implementation<typeof HookService>>;

const callerOf = ({ principal: { personId } }: Call): By => ({ personId });

const shown = ({ subscription, secret }: WithSecret<HookSettings>) => hookToProto(subscription, secret);
