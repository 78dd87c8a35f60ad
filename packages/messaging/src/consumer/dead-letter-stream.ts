import type { StreamName } from '@guildhall/contracts';

/** Keeps what consumers gave up (`dlq.<durable>`), and on its way back what is driven again (`redrive.<durable>`). */
export const deadLetterStream: StreamName = { name: 'DLQ', subjects: ['dlq.>', 'redrive.>'] };

export const deadSubject = (durable: string): string => `dlq.${durable}`;
/** Only the consumer that gave up listens here, so a repeat reaches nobody else. */
export const redriveSubject = (durable: string): string => `redrive.${durable}`;

/** What is remembered of a dead letter beside the message's own headers. */
export const deadHeaders = {
  stream: 'Dead-Stream',
  subject: 'Dead-Subject',
  messageId: 'Dead-Message-Id',
  code: 'Dead-Code',
  attempts: 'Dead-Attempts',
  at: 'Dead-At',
} as const;

/** Headers that the broker reads: they belong to one publication and are not passed on. */
export const isBrokerHeader = (name: string): boolean => name.startsWith('Nats-');
