import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type NotifierService, ProviderState } from '@guildhall/contracts/notifier/v1/service';
import type { Implementation } from '@guildhall/messaging';
import type { DeadLetters } from '@guildhall/messaging';
import type { GetMessage } from '../../app/get-message.ts';
import type { ListMessages, ListProviders } from '../../app/queries.ts';
import { toProto } from './message.proto.ts';
import { channels, states } from './names.ts';

const DEFAULT_PAGE = 50;

type Deps = Readonly<{
  listMessages: ListMessages;
  getMessage: GetMessage;
  listProviders: ListProviders;
  deadLetters: DeadLetters;
}>;

export const notifierService = (deps: Deps): Implementation<typeof NotifierService> => ({
  listMessages: async ({ channel, state, to, pageSize, pageToken }) => {
    const page = await deps.listMessages({
      channel: channels.fromProto(channel),
      status: states.fromProto(state),
      to: to || undefined,
      limit: pageSize || DEFAULT_PAGE,
      after: pageToken || undefined,
    });
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
    const letters = page.items.map(({ id, durable, subject, code, attempts, at }) => ({
      id,
      durable,
      subject,
      attempts,
      reason: code,
      at: timestampFromDate(at),
    }));
    return { deadLetters: letters, ...(page.next && { nextPageToken: page.next }) };
  },

  redriveDeadLetters: async ({ ids }) => ({ redriven: await deps.deadLetters.redrive(ids) }),
});

const providerStates = {
  real: ProviderState.REAL,
  sandbox: ProviderState.SANDBOX,
  off: ProviderState.OFF,
  failing: ProviderState.FAILING,
} as const;
