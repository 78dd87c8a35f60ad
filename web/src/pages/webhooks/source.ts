import { createContext, useContext } from 'react';
import type { HookSettings, WebhookSettings } from '@guildhall/client';
import { api } from '../../api/api.ts';

export type Settings = Readonly<{
  url: string;
  events: readonly string[];
  /** Empty for every site; absent where it is about no site. */
  siteId?: string | undefined;
  description: string;
  active: boolean;
}>;

export type Hook = Readonly<{
  id: string;
  settings: Settings;
  secret?: string | undefined;
  failingSince?: string | undefined;
  disabledForFailing: boolean;
}>;

export type CallState = 'pending' | 'delivered' | 'failed';

export type Call = Readonly<{
  id: string;
  event: string;
  state: CallState;
  createdAt: string;
  tryCount: number;
  tries: readonly Readonly<{
    at: string;
    status?: number | undefined;
    reason?: string | undefined;
    durationMs: number;
  }>[];
  nextTryAt?: string | undefined;
  body?: string | undefined;
}>;

type Calls = Readonly<{ calls: readonly Call[]; nextPageToken?: string | undefined }>;
type Asked = Readonly<{ state?: CallState; pageToken?: string }>;

/** A service whose facts other programs are told of. The pages are the same for all. */
export type Source = Readonly<{
  key: string;
  path: '/hooks' | '/messages/webhooks';
  events: readonly string[];
  fresh: Settings;
  list: () => Promise<readonly Hook[]>;
  get: (id: string) => Promise<Hook>;
  create: (settings: Settings) => Promise<Hook>;
  update: (id: string, settings: Settings) => Promise<Hook>;
  remove: (id: string) => Promise<unknown>;
  rotate: (id: string) => Promise<Hook>;
  ping: (id: string) => Promise<unknown>;
  calls: (id: string, asked: Asked) => Promise<Calls>;
  call: (id: string, callId: string) => Promise<Call>;
  replay: (id: string, callId: string) => Promise<unknown>;
  replayFailed: (id: string) => Promise<Readonly<{ replayed: number }>>;
}>;

const registerEvents: readonly WebhookSettings['events'][number][] = [
  'visit_opened',
  'visit_closed',
  'visit_rolled_over',
  'visit_corrected',
  'site_crowded',
  'cover_changed',
  'roll_call_started',
  'roll_call_ended',
  'snapshot_taken',
];

/** What happens in the building. */
export const registerSource: Source = {
  key: 'webhooks',
  path: '/hooks',
  events: registerEvents,
  fresh: { url: '', events: ['visit_opened', 'visit_closed'], siteId: '', description: '', active: true },
  list: async () => (await api.register.listWebhooks()).webhooks,
  get: (webhookId) => api.register.getWebhook({ webhookId }),
  create: (settings) => api.register.createWebhook({ webhook: settings as WebhookSettings }),
  update: (webhookId, settings) => api.register.updateWebhook({ webhookId, webhook: settings as WebhookSettings }),
  remove: (webhookId) => api.register.deleteWebhook({ webhookId }),
  rotate: (webhookId) => api.register.rotateWebhookSecret({ webhookId }),
  ping: (webhookId) => api.register.pingWebhook({ webhookId }),
  calls: async (webhookId, asked) => {
    const { deliveries: calls, ...page } = await api.register.listWebhookDeliveries({ webhookId, ...asked });
    return { ...page, calls };
  },
  call: (webhookId, deliveryId) => api.register.getWebhookDelivery({ webhookId, deliveryId }),
  replay: (webhookId, deliveryId) => api.register.replayWebhookDelivery({ webhookId, deliveryId }),
  replayFailed: (webhookId) => api.register.replayFailedWebhookDeliveries({ webhookId }),
};

const notifierEvents: readonly HookSettings['events'][number][] = [
  'message_sent',
  'message_delivered',
  'message_read',
  'message_failed',
  'message_answered',
];

/** What becomes of messages. */
export const notifierSource: Source = {
  key: 'message-webhooks',
  path: '/messages/webhooks',
  events: notifierEvents,
  fresh: { url: '', events: ['message_failed'], description: '', active: true },
  list: async () => (await api.notifier.listHooks()).hooks,
  get: (hookId) => api.notifier.getHook({ hookId }),
  create: (settings) => api.notifier.createHook({ hook: settings as HookSettings }),
  update: (hookId, settings) => api.notifier.updateHook({ hookId, hook: settings as HookSettings }),
  remove: (hookId) => api.notifier.deleteHook({ hookId }),
  rotate: (hookId) => api.notifier.rotateHookSecret({ hookId }),
  ping: (hookId) => api.notifier.pingHook({ hookId }),
  calls: (hookId, asked) => api.notifier.listHookCalls({ hookId, ...asked }),
  call: (hookId, callId) => api.notifier.getHookCall({ hookId, callId }),
  replay: (hookId, callId) => api.notifier.replayHookCall({ hookId, callId }),
  replayFailed: (hookId) => api.notifier.replayFailedHookCalls({ hookId }),
};

/** The service that a page of webhooks is about. */
export const SourceContext = createContext(registerSource);

export const useSource = (): Source => useContext(SourceContext);
