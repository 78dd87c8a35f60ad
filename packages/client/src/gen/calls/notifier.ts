// Generated from the contracts by `npm run contracts`: do not edit.

import type { AddSubscribersRequest, AddSubscribersResponse, AddSuppressionRequest, AnswerEscalationRequest, ArchiveInboxEntryRequest, Brand, Call, CancelMessageRequest, CancelMessageResponse, CancelSendRequestRequest, CreateHookRequest, DeadLetterDetail, DeleteHookRequest, DeleteHookResponse, EscalationAnswer, ExportMessagesRequest, Extra, GetDeadLetterRequest, GetEscalationAnswerRequest, GetHookCallRequest, GetHookRequest, GetMessageRequest, GetMessageTimelineRequest, GetPersonPreferencesRequest, GetSendRequestRequest, GetStatisticsRequest, Hook, HookCall, InboxCounts, InboxEntry, LiftSuppressionRequest, LiftSuppressionResponse, ListDeadLettersRequest, ListDeadLettersResponse, ListHookCallsRequest, ListHookCallsResponse, ListHooksResponse, ListInboxRequest, ListInboxResponse, ListMessagesRequest, ListMessagesResponse, ListSendRequestsRequest, ListSendRequestsResponse, ListSubscribersRequest, ListSubscribersResponse, ListSuppressionsRequest, ListSuppressionsResponse, ListTemplatesResponse, ListTopicsRequest, ListTopicsResponse, MailSubscription, Message, MessageTimeline, NotificationPreferencesView, NotifierListProvidersResponse, PingHookRequest, PreviewTemplateRequest, ReadAllInboxRequest, ReadInboxEntryRequest, ReadUnsubscribeLinkRequest, RedriveDeadLettersRequest, RedriveDeadLettersResponse, RemoveSubscriberRequest, RemoveSubscriberResponse, ReplayFailedHookCallsRequest, ReplayFailedHookCallsResponse, ReplayHookCallRequest, RotateHookSecretRequest, SeeInboxEntryRequest, SendMessagesRequest, SendMessagesResponse, SendRequest, SendTestMessageRequest, SendTestMessageResponse, SetDefaultPreferencesRequest, SetMyPreferencesRequest, SetPersonPreferencesRequest, SnoozeInboxEntryRequest, Statistics, Suppression, TemplatePreview, UnarchiveInboxEntryRequest, UnreadInboxEntryRequest, UnsubscribeByOneClickRequest, UnsubscribeByOneClickResponse, UpdateBrandRequest, UpdateHookRequest, UseUnsubscribeLinkRequest } from '../client.ts';

export const notifier = (call: Call) => ({
    listHooks: (extra: Extra = {}) => call<ListHooksResponse>('GET', `/api/notifier/webhooks`, { ...extra }),
    getHook: (request: GetHookRequest, extra: Extra = {}) => call<Hook>('GET', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}`, { ...extra }),
    /** The answer is the only one that shows the secret. */
    createHook: (request: CreateHookRequest, extra: Extra = {}) => call<Hook>('POST', `/api/notifier/webhooks`, { body: request.hook, ...extra }),
    /** Replaces the settings as a whole. One that was switched off for failing starts afresh when it is made active. */
    updateHook: (request: UpdateHookRequest, extra: Extra = {}) => call<Hook>('PUT', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}`, { body: request.hook, ...extra }),
    deleteHook: (request: DeleteHookRequest, extra: Extra = {}) => call<DeleteHookResponse>('DELETE', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}`, { ...extra }),
    /** A new secret, shown in this answer only; the old one is worth nothing from now on. */
    rotateHookSecret: (request: RotateHookSecretRequest, extra: Extra = {}) => {
      const { hookId: _hookId, ...body } = request;
      return call<Hook>('POST', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/secret`, { body, ...extra });
    },
    /** Sends an event of type "ping". */
    pingHook: (request: PingHookRequest, extra: Extra = {}) => {
      const { hookId: _hookId, ...body } = request;
      return call<HookCall>('POST', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/ping`, { body, ...extra });
    },
    /** What was delivered in the last thirty days, or was not, newest first. */
    listHookCalls: (request: ListHookCallsRequest, extra: Extra = {}) => call<ListHookCallsResponse>('GET', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/calls`, { query: { state: request.state, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** A delivery with its body and every try. */
    getHookCall: (request: GetHookCallRequest, extra: Extra = {}) => call<HookCall>('GET', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/calls/${encodeURIComponent(request.callId)}`, { ...extra }),
    /** Delivers once more what was delivered, or was given up. */
    replayHookCall: (request: ReplayHookCallRequest, extra: Extra = {}) => {
      const { hookId: _hookId, callId: _callId, ...body } = request;
      return call<HookCall>('POST', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/calls/${encodeURIComponent(request.callId)}/replay`, { body, ...extra });
    },
    /** The same for everything that was given up. */
    replayFailedHookCalls: (request: ReplayFailedHookCallsRequest, extra: Extra = {}) => {
      const { hookId: _hookId, ...body } = request;
      return call<ReplayFailedHookCallsResponse>('POST', `/api/notifier/webhooks/${encodeURIComponent(request.hookId)}/replay`, { body, ...extra });
    },
    /** The latest first; an entry that was snoozed stands where it came back. */
    listInbox: (request: ListInboxRequest, extra: Extra = {}) => call<ListInboxResponse>('GET', `/api/notifier/me/inbox`, { query: { filter: request.filter, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    getInboxCounts: (extra: Extra = {}) => call<InboxCounts>('GET', `/api/notifier/me/inbox/counts`, { ...extra }),
    /** Every change of the own inbox as it happens, after a first event with the counts. */
    streamInbox: (): string => `/api/notifier/me/inbox/stream`,
    /** The message is read from now on, also for whoever sent it. */
    readInboxEntry: (request: ReadInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/read`, { body, ...extra });
    },
    /** For oneself: whoever sent it still knows that it was read. */
    unreadInboxEntry: (request: UnreadInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/unread`, { body, ...extra });
    },
    /** It was shown, not opened. */
    seeInboxEntry: (request: SeeInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/seen`, { body, ...extra });
    },
    /** Out of sight until then; it comes back unread. */
    snoozeInboxEntry: (request: SnoozeInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/snooze`, { body, ...extra });
    },
    archiveInboxEntry: (request: ArchiveInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/archive`, { body, ...extra });
    },
    /** Back into the inbox, out of the archive or before a snooze is over. */
    unarchiveInboxEntry: (request: UnarchiveInboxEntryRequest, extra: Extra = {}) => {
      const { entryId: _entryId, ...body } = request;
      return call<InboxEntry>('POST', `/api/notifier/me/inbox/${encodeURIComponent(request.entryId)}/unarchive`, { body, ...extra });
    },
    /** Everything that is in the inbox, or with `seen_only` only shown, up to this moment. */
    readAllInbox: (request: ReadAllInboxRequest, extra: Extra = {}) => call<InboxCounts>('POST', `/api/notifier/me/inbox/read-all`, { body: request, ...extra }),
    /** Everything that happened to a message, the earliest first. */
    getMessageTimeline: (request: GetMessageTimelineRequest, extra: Extra = {}) => call<MessageTimeline>('GET', `/api/notifier/messages/${encodeURIComponent(request.messageId)}/timeline`, { ...extra }),
    /** How many messages that were asked for in a span of time went which way, how fast, and at what price. */
    getStatistics: (request: GetStatisticsRequest, extra: Extra = {}) => call<Statistics>('GET', `/api/notifier/statistics`, { query: { from: request.from, to: request.to, by: request.by }, ...extra }),
    /** The messages of a search as a file, newest first; at most 20,000 of them. */
    exportMessages: (request: ExportMessagesRequest, extra: Extra = {}) => call<Blob>('GET', `/api/notifier/exports/messages`, { query: { format: request.format, channel: request.channel, state: request.state, to: request.to, personId: request.personId, template: request.template, category: request.category, lane: request.lane, sender: request.sender, reference: request.reference, from: request.from, until: request.until }, ...extra }),
    /** A dead letter with its headers and what it says; personal and secret values are masked. */
    getDeadLetter: (request: GetDeadLetterRequest, extra: Extra = {}) => call<DeadLetterDetail>('GET', `/api/notifier/dead-letters/${encodeURIComponent(request.deadLetterId)}`, { ...extra }),
    /** Messages, newest first. */
    listMessages: (request: ListMessagesRequest, extra: Extra = {}) => call<ListMessagesResponse>('GET', `/api/notifier/messages`, { query: { channel: request.channel, state: request.state, to: request.to, pageSize: request.pageSize, pageToken: request.pageToken, personId: request.personId, template: request.template, category: request.category, lane: request.lane, sender: request.sender, reference: request.reference, from: request.from, until: request.until }, ...extra }),
    getMessage: (request: GetMessageRequest, extra: Extra = {}) => call<Message>('GET', `/api/notifier/messages/${encodeURIComponent(request.messageId)}`, { ...extra }),
    /** Whether each way out is real, sandboxed, off or failing. */
    listProviders: (extra: Extra = {}) => call<NotifierListProvidersResponse>('GET', `/api/notifier/providers`, { ...extra }),
    /** What no consumer of the platform could handle, with the reason. */
    listDeadLetters: (request: ListDeadLettersRequest, extra: Extra = {}) => call<ListDeadLettersResponse>('GET', `/api/notifier/dead-letters`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Hands dead letters back to their consumers, all of them or those named. */
    redriveDeadLetters: (request: RedriveDeadLettersRequest, extra: Extra = {}) => call<RedriveDeadLettersResponse>('POST', `/api/notifier/dead-letters/redrive`, { body: request, ...extra }),
    /** The caller's own, with what counts in the end. */
    getMyPreferences: (extra: Extra = {}) => call<NotificationPreferencesView>('GET', `/api/notifier/me/preferences`, { ...extra }),
    /** Replaces the caller's own as a whole. */
    setMyPreferences: (request: SetMyPreferencesRequest, extra: Extra = {}) => call<NotificationPreferencesView>('PUT', `/api/notifier/me/preferences`, { body: request.preferences, ...extra }),
    getPersonPreferences: (request: GetPersonPreferencesRequest, extra: Extra = {}) => call<NotificationPreferencesView>('GET', `/api/notifier/people/${encodeURIComponent(request.personId)}/preferences`, { ...extra }),
    /** Replaces somebody's own as a whole. */
    setPersonPreferences: (request: SetPersonPreferencesRequest, extra: Extra = {}) => call<NotificationPreferencesView>('PUT', `/api/notifier/people/${encodeURIComponent(request.personId)}/preferences`, { body: request.preferences, ...extra }),
    /** What counts for everybody who says nothing else. */
    getDefaultPreferences: (extra: Extra = {}) => call<NotificationPreferencesView>('GET', `/api/notifier/preferences`, { ...extra }),
    setDefaultPreferences: (request: SetDefaultPreferencesRequest, extra: Extra = {}) => call<NotificationPreferencesView>('PUT', `/api/notifier/preferences`, { body: request.preferences, ...extra }),
    /** What a link in a mail would switch off. Changes nothing, so that whatever looks at links ahead of people does no harm. */
    readUnsubscribeLink: (request: ReadUnsubscribeLinkRequest, extra: Extra = {}) => call<MailSubscription>('GET', `/api/notifier/unsubscribe/${encodeURIComponent(request.token)}`, { ...extra }),
    /** Switches mails of the link's category off, or on again. */
    useUnsubscribeLink: (request: UseUnsubscribeLinkRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<MailSubscription>('POST', `/api/notifier/unsubscribe/${encodeURIComponent(request.token)}`, { body, ...extra });
    },
    /** The same by one press in a mail program (RFC 8058): it posts a form to the link itself. */
    unsubscribeByOneClick: (request: UnsubscribeByOneClickRequest, extra: Extra = {}) => call<UnsubscribeByOneClickResponse>('POST', `/unsubscribe/${encodeURIComponent(request.token)}`, { body: request.form, ...extra }),
    /** Addresses to which nothing is sent any more, the latest first. */
    listSuppressions: (request: ListSuppressionsRequest, extra: Extra = {}) => call<ListSuppressionsResponse>('GET', `/api/notifier/suppressions`, { query: { channel: request.channel, to: request.to, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Sends nothing to an address any more, codes and emergencies included, until somebody lifts that. */
    addSuppression: (request: AddSuppressionRequest, extra: Extra = {}) => call<Suppression>('POST', `/api/notifier/suppressions`, { body: request, ...extra }),
    /** Lets messages go there again. */
    liftSuppression: (request: LiftSuppressionRequest, extra: Extra = {}) => call<LiftSuppressionResponse>('DELETE', `/api/notifier/suppressions/${encodeURIComponent(request.suppressionId)}`, { ...extra }),
    /** Asks for one message to each recipient. Answers at once; the messages follow. Everything that is wrong is named by its field. */
    sendMessages: (request: SendMessagesRequest, extra: Extra = {}) => call<SendMessagesResponse>('POST', `/api/notifier/messages`, { body: request, ...extra }),
    /** Requests, newest first. */
    listSendRequests: (request: ListSendRequestsRequest, extra: Extra = {}) => call<ListSendRequestsResponse>('GET', `/api/notifier/requests`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** How far a request is. */
    getSendRequest: (request: GetSendRequestRequest, extra: Extra = {}) => call<SendRequest>('GET', `/api/notifier/requests/${encodeURIComponent(request.requestId)}`, { ...extra }),
    /** Stops a request: what is not on its way yet is not sent. */
    cancelSendRequest: (request: CancelSendRequestRequest, extra: Extra = {}) => {
      const { requestId: _requestId, ...body } = request;
      return call<SendRequest>('POST', `/api/notifier/requests/${encodeURIComponent(request.requestId)}/cancel`, { body, ...extra });
    },
    /** Stops one message that is not on its way yet. */
    cancelMessage: (request: CancelMessageRequest, extra: Extra = {}) => {
      const { messageId: _messageId, ...body } = request;
      return call<CancelMessageResponse>('POST', `/api/notifier/messages/${encodeURIComponent(request.messageId)}/cancel`, { body, ...extra });
    },
    /** The topics that somebody subscribed to. */
    listTopics: (request: ListTopicsRequest, extra: Extra = {}) => call<ListTopicsResponse>('GET', `/api/notifier/topics`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    listSubscribers: (request: ListSubscribersRequest, extra: Extra = {}) => call<ListSubscribersResponse>('GET', `/api/notifier/topics/${encodeURIComponent(request.topic)}/subscribers`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Subscribes people to a topic; whoever is subscribed stays so. */
    addSubscribers: (request: AddSubscribersRequest, extra: Extra = {}) => {
      const { topic: _topic, ...body } = request;
      return call<AddSubscribersResponse>('POST', `/api/notifier/topics/${encodeURIComponent(request.topic)}/subscribers`, { body, ...extra });
    },
    removeSubscriber: (request: RemoveSubscriberRequest, extra: Extra = {}) => call<RemoveSubscriberResponse>('DELETE', `/api/notifier/topics/${encodeURIComponent(request.topic)}/subscribers/${encodeURIComponent(request.personId)}`, { ...extra }),
    /** The escalation that the link of a message belongs to. */
    getEscalationAnswer: (request: GetEscalationAnswerRequest, extra: Extra = {}) => call<EscalationAnswer>('GET', `/api/notifier/answers/${encodeURIComponent(request.token)}`, { ...extra }),
    /** Answers an escalation by the link of a message: nobody else is asked. */
    answerEscalation: (request: AnswerEscalationRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<EscalationAnswer>('POST', `/api/notifier/answers/${encodeURIComponent(request.token)}`, { body, ...extra });
    },
    listTemplates: (extra: Extra = {}) => call<ListTemplatesResponse>('GET', `/api/notifier/templates`, { ...extra }),
    /** A template filled with a sample. */
    previewTemplate: (request: PreviewTemplateRequest, extra: Extra = {}) => call<TemplatePreview>('GET', `/api/notifier/templates/${encodeURIComponent(request.key)}/preview`, { query: { channel: request.channel, locale: request.locale, sample: request.sample }, ...extra }),
    /** Sends a template filled with a sample, marked as a test, to whoever asks, or to a channel in Slack. */
    sendTestMessage: (request: SendTestMessageRequest, extra: Extra = {}) => {
      const { key: _key, ...body } = request;
      return call<SendTestMessageResponse>('POST', `/api/notifier/templates/${encodeURIComponent(request.key)}/test`, { body, ...extra });
    },
    getBrand: (extra: Extra = {}) => call<Brand>('GET', `/api/notifier/brand`, { ...extra }),
    /** Replaces the brand as a whole; what is left empty is the platform's own. Other processes follow within seconds. */
    updateBrand: (request: UpdateBrandRequest, extra: Extra = {}) => call<Brand>('PUT', `/api/notifier/brand`, { body: request.brand, ...extra }),
});
