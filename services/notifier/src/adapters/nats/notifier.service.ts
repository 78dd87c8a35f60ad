import { type NotifierService, ProviderState } from '@guildhall/contracts/notifier/v1/service';
import type { Implementation } from '@guildhall/messaging';
import type { DeadLetters } from '@guildhall/messaging';
import type { GetMessage } from '../../app/get-message.ts';
import type { ListMessages, ListProviders } from '../../app/queries.ts';
import { letterToProto } from './dead-letter.proto.ts';
import { messageFilter } from './message-filter.ts';
import { toProto } from './message.proto.ts';
import { channels } from './names.ts';

const DEFAULT_PAGE = 50;

type Deps = Readonly<{
  listMessages: ListMessages;
  getMessage: GetMessage;
  listProviders: ListProviders;
  deadLetters: Pick<DeadLetters, 'list' | 'redrive'>;
}>;

export const notifierService = (deps: Deps): Implementation<typeof NotifierService> => ({
  listMessages: async ({ pageSize, pageToken, ...asked }) => {
    const filter = messageFilter(asked);
    const page = await deps.listMessages({ ...filter, limit: pageSize || DEFAULT_PAGE, after: pageToken || undefined });
    return { messages: page.messages.map(toProto), ...(page.next && { nextPageToken: page.next }) };
  },

  getMessage: async ({ messageId }) => toProto(await deps.getMessage(messageId)),

  listProviders: async () => ({
    providers: deps.listProviders().map(({ channel, name, state }) => ({
      channel: channels.toProto(channel),
      name,
      state: providerStates[state],
    })),
  }),

  listDeadLetters: async ({ pageSize, pageToken }) => {
    const limit = pageSize || DEFAULT_PAGE;
    const page = await deps.deadLetters.list({ limit, ...(pageToken && { after: pageToken }) });
    return { deadLetters: page.items.map(letterToProto), ...(page.next && { nextPageToken: page.next }) };
  },

  redriveDeadLetters: async ({ ids }) => ({ redriven: await deps.deadLetters.redrive(ids) }),
});

const providerStates = {
  real: ProviderState.REAL,
  sandbox: ProviderState.SANDBOX,
  off: ProviderState.OFF,
  failing: ProviderState.FAILING,
} as const;
