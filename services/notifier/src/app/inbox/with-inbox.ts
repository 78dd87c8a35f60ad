import type { Answer, Outlets, Turn } from '../ports.ts';
import type { PutIntoInbox } from './put-into-inbox.ts';

export const INBOX_PROVIDER = 'inbox';

const nothing = (): void => undefined;

/** The ways out, and the way into the inbox of the application: no vendor, no limits, and a repeat changes nothing. */
export function withInbox(outlets: Outlets, put: PutIntoInbox): Outlets {
  const turn: Turn = {
    send: async (message, { content }) => {
      const begun = performance.now();
      const elapsed = (): number => Math.round(performance.now() - begun);
      if (content.channel !== 'inbox') return { ...misplaced, durationMs: elapsed() };
      try {
        await put(message, content);
        return { outcome: 'sent', providerMessageId: message.id, durationMs: elapsed() };
      } catch {
        return { ...unavailable, durationMs: elapsed() };
      }
    },
    release: nothing,
  };
  return {
    ...outlets,
    providerOf: (message) => (message.channel === 'inbox' ? INBOX_PROVIDER : outlets.providerOf(message)),
    waitMs: (message, hasBooked) => (message.channel === 'inbox' ? 0 : outlets.waitMs(message, hasBooked)),
    turn: async (message, signal) => (message.channel === 'inbox' ? turn : outlets.turn(message, signal)),
  };
}

type Failed = Omit<Extract<Answer, { outcome: 'failed' }>, 'durationMs'>;

const misplaced: Failed = {
  outcome: 'failed',
  permanent: true,
  attempted: false,
  reason: 'These are not words for the inbox.',
};
const unavailable: Failed = {
  outcome: 'failed',
  permanent: false,
  attempted: true,
  reason: 'The inbox could not be written.',
};
