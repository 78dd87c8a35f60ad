/** Every metric of ours, declared once: dashboards, alerts and tests read the names here. */
export const metrics = {
  httpDuration: 'guildhall_http_request_duration_seconds',
  rpcServerDuration: 'guildhall_rpc_server_duration_seconds',
  rpcClientDuration: 'guildhall_rpc_client_duration_seconds',
  consumerDuration: 'guildhall_consumer_duration_seconds',
  consumerLag: 'guildhall_consumer_lag_messages',
  consumerDeadLetters: 'guildhall_consumer_dead_letters_total',
  outboxAge: 'guildhall_outbox_age_seconds',
  outboxDepth: 'guildhall_outbox_depth_messages',
  outboxPublished: 'guildhall_outbox_published_total',
  storeDuration: 'guildhall_store_duration_seconds',
  dueHandled: 'guildhall_due_items_total',
  providerDuration: 'guildhall_provider_call_duration_seconds',
} as const;

/** Every attribute key of ours; values are bounded sets and never personal. */
export const attributes = {
  method: 'method',
  route: 'route',
  status: 'status',
  outcome: 'outcome',
  durable: 'durable',
  collection: 'collection',
  operation: 'operation',
  provider: 'provider',
  stream: 'stream',
} as const;
