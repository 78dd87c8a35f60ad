import type { RequestService } from '@guildhall/contracts/notifier/v1/requests';
import { AppError, type Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { ListRequests, Topics } from '../../app/requests/ports.ts';
import type { Accepted } from '../../app/requests/send-messages.ts';
import type { SendMessages } from '../../app/requests/wanted-messages.ts';
import type { Progress } from '../../app/requests/show-request.ts';
import { toSendMessages } from './requests.mapping.ts';
import { progressToProto, requestToProto } from './requests.proto.ts';

const DEFAULT_PAGE = 50;
const TOPIC = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export type RequestHandlers = Readonly<{
  sendMessages: Handler<SendMessages, Accepted>;
  listRequests: ListRequests;
  showRequest: Handler<string, Progress>;
  cancelRequest: Handler<string>;
  cancelMessage: Handler<string>;
  answerByLink: Handler<Readonly<{ token: string; isAnswer: boolean }>, boolean>;
  topics: Topics;
}>;

export const requestsService = (handlers: RequestHandlers): Implementation<typeof RequestService> => ({
  sendMessages: async (request, { principal }) => {
    const { requestId, messageIds, accepted } = await handlers.sendMessages(
      toSendMessages(request, principal.personId || principal.displayName),
    );
    return { requestId, messageIds: [...messageIds], accepted };
  },

  listSendRequests: async ({ pageSize, pageToken }) => {
    const page = await handlers.listRequests({ limit: pageSize || DEFAULT_PAGE, after: pageToken || undefined });
    return { requests: page.requests.map(requestToProto), ...(page.next && { nextPageToken: page.next }) };
  },

  getSendRequest: async ({ requestId }) => progressToProto(await handlers.showRequest(requestId)),

  cancelSendRequest: async ({ requestId }) => {
    await handlers.cancelRequest(requestId);
    return progressToProto(await handlers.showRequest(requestId));
  },

  cancelMessage: async ({ messageId }) => {
    await handlers.cancelMessage(messageId);
    return { messageId };
  },

  ...topicMethods(handlers),

  getEscalationAnswer: async ({ token }) => ({ answered: await handlers.answerByLink({ token, isAnswer: false }) }),
  answerEscalation: async ({ token }) => ({ answered: await handlers.answerByLink({ token, isAnswer: true }) }),
});

type TopicMethods = Pick<
  Implementation<typeof RequestService>,
  'listTopics' | 'listSubscribers' | 'addSubscribers' | 'removeSubscriber'
>;

const topicMethods = ({ topics }: Pick<RequestHandlers, 'topics'>): TopicMethods => ({
  listTopics: async ({ pageSize, pageToken }) => {
    const page = await topics.list(pageToken, pageSize || DEFAULT_PAGE);
    return { topics: [...page.topics], ...(page.next && { nextPageToken: page.next }) };
  },

  listSubscribers: async ({ topic, pageSize, pageToken }) => {
    const page = await topics.page(topic, pageToken, pageSize || DEFAULT_PAGE);
    return { personIds: [...page.personIds], ...(page.next && { nextPageToken: page.next }) };
  },

  addSubscribers: async ({ topic, personIds }) => {
    if (!TOPIC.test(topic)) {
      const errors = [{ pointer: '/topic', detail: 'may have small letters, digits, dots, dashes and underscores' }];
      throw new AppError('invalid', 'notifier.invalid_request', 'This is no name of a topic.', { errors });
    }
    return { added: await topics.add(topic, [...new Set(personIds)]) };
  },

  removeSubscriber: async ({ topic, personId }) => {
    await topics.remove(topic, personId);
    return {};
  },
});
