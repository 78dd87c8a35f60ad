import { notifierSource, SourceContext } from '../webhooks/source.ts';
import { WebhookPage } from '../webhooks/webhook-page.tsx';
import { WebhooksPage } from '../webhooks/webhooks-page.tsx';

/** The programs that are told what becomes of messages. */
export const MessageWebhooksPage = () => (
  <SourceContext value={notifierSource}>
    <WebhooksPage />
  </SourceContext>
);

export const MessageWebhookPage = () => (
  <SourceContext value={notifierSource}>
    <WebhookPage />
  </SourceContext>
);
