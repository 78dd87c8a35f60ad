import { startChild } from '../processes/child.ts';
import type { Sinks } from './receipts.ts';

export type { Sinks } from './receipts.ts';

/** Starts the far ends as a process of their own, for as long as the work takes. */
export async function withSinks<T>(work: (sinks: Sinks) => Promise<T>): Promise<T> {
  const child = await startChild('sinks');
  try {
    const answer = await fetch(`http://127.0.0.1:${child.port}/received`);
    const { smtpPort } = (await answer.json()) as { smtpPort: number };
    return await work({ httpPort: child.port, smtpPort });
  } finally {
    await child.stop();
  }
}

/** Tells a platform to send everything there, at a pace that is not what is measured. */
export const sinkEnv = ({ httpPort, smtpPort }: Sinks): Readonly<Record<string, string>> => ({
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  TWILIO_BASE_URL: `http://127.0.0.1:${httpPort}/twilio`,
  FCM_BASE_URL: `http://127.0.0.1:${httpPort}/fcm`,
  SMTP_CONNECTIONS: '20',
  SMS_PER_SECOND: '10000',
  PUSH_PER_SECOND: '10000',
});
