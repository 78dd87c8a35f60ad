import { AppError } from '@guildhall/kernel';
import type { Outcome } from '../domain/delivery.ts';
import type { Message, MessageFact } from '../domain/message.ts';
import type { Answer, Content, MessageRepository, Note, Notes, Outlets, Templates } from './ports.ts';

/** Honest stand-ins: they keep the same promises as the real adapters, minus store and providers. */
export const inMemoryMessages = () => {
  const stored = new Map<string, Message>();
  const facts: MessageFact[] = [];
  const save = async ({ next, facts: told }: Outcome): Promise<void> => {
    if ((stored.get(next.id)?.version ?? 0) !== next.version - 1) {
      throw new AppError('stale', 'store.stale_version', 'It has changed.');
    }
    stored.set(next.id, next);
    facts.push(...told);
  };
  const repository: MessageRepository = {
    save,
    find: async (id) => stored.get(id),
    add: async (decided) => {
      if (stored.has(decided.next.id)) return false;
      await save(decided);
      return true;
    },
  };
  return { ...repository, facts, all: () => [...stored.values()] };
};

const taken: Answer = { outcome: 'sent', providerMessageId: 'p1', durationMs: 7 };

/** Providers that answer what the test says, and let in whom it says. */
export const inMemoryOutlets = () => {
  const sent: { message: Message; content: Content }[] = [];
  const state = {
    waitMs: 0,
    gate: Promise.resolve(),
    turns: 0,
    answer: taken as Answer | (() => Answer | Promise<Answer>),
  };
  const outlets: Outlets = {
    providerOf: () => 'slack-webhook',
    waitMs: () => state.waitMs,
    turn: async (_message, signal) => {
      const { promise: closing, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      await Promise.race([state.gate, closing]);
      state.turns += 1;
      let isReleased = false;
      return {
        send: async (message, content) => {
          sent.push({ message, content });
          return typeof state.answer === 'function' ? state.answer() : state.answer;
        },
        release: () => {
          if (!isReleased) state.turns -= 1;
          isReleased = true;
        },
      };
    },
  };
  return { ...outlets, sent, state };
};

export const plainTemplates: Templates = {
  render: ({ template }) => {
    if (template !== 'presence')
      throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template.');
    return { channel: 'slack', text: 'Ada signed in' };
  },
};

export const inMemoryNotes = () => {
  const kept = new Map<string, Note>();
  const notes: Notes = {
    add: (note) => void kept.set(note.messageId, note),
    remove: (messageId) => void kept.delete(messageId),
  };
  return { ...notes, kept };
};
