import { AppError } from '@guildhall/kernel';
import type { Outcome } from '../domain/delivery.ts';
import type { Message, MessageFact, Order } from '../domain/message.ts';
import { nine } from '../domain/testing.ts';
import type { Recipient } from '../domain/reach.ts';
import type { Asked } from './asked.ts';
import type {
  Answer,
  Attachment,
  Attachments,
  Letter,
  MessageRepository,
  Note,
  Notes,
  Outlets,
  Recipients,
  Templates,
  Updates,
} from './ports.ts';

/** An order as it comes from a command, with what the test wants otherwise. */
export const asked = (order: Order, change: Partial<Asked> = {}): Asked => {
  const { channel, to, ...wish } = order;
  return { wish, target: { channel, to }, attachments: [], at: nine, attempt: 1, ...change };
};

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
    findAnswerable: async (to, at) =>
      [...stored.values()]
        .filter((one) => one.to === to && one.channel === 'sms' && one.answerUntil && one.answerUntil >= at)
        .toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())[0],
    idsOf: async (personId, addresses) =>
      [...stored.values()].filter((one) => one.personId === personId || addresses.includes(one.to)).map(({ id }) => id),
    membersOf: async (digestId, at) =>
      [...stored.values()]
        .filter((one) => one.status === 'held' && one.digestId === digestId && !(one.expiresAt && one.expiresAt <= at))
        .toSorted((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime() || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id),
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
  const sent: (Letter & { message: Message })[] = [];
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
        send: async (message, letter) => {
          sent.push({ message, ...letter });
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

const checkTemplate = ({ template }: Pick<Order, 'template'>): void => {
  if (template !== 'presence') throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template.');
};

export const plainTemplates: Templates = {
  check: checkTemplate,
  render: (order) => {
    checkTemplate(order);
    return { channel: 'slack', text: 'Ada signed in' };
  },
  channelsOf: (template) => {
    checkTemplate({ template });
    return ['email', 'sms', 'slack'];
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

export const inMemoryRecipients = (): Recipients => {
  const known = new Map<string, Recipient>();
  const erased = new Set<string>();
  const survivors = new Map<string, string>();
  const endOf = (id: string): string => {
    const survivor = survivors.get(id);
    return survivor ? endOf(survivor) : id;
  };
  const find = async (id: string): Promise<Recipient | undefined> => {
    const end = endOf(id);
    const found = known.get(end);
    return found && { ...found, personId: id, ...(end !== id && { survivorId: end }) };
  };
  return {
    find,
    findMany: async (ids) => {
      const found = await Promise.all(ids.map(find));
      return new Map(found.flatMap((one) => (one ? [[one.personId, one] as const] : [])));
    },
    put: async (recipient) => {
      const before = known.get(recipient.personId);
      if (erased.has(recipient.personId)) return;
      if (!before || before.version <= recipient.version) known.set(recipient.personId, recipient);
    },
    redirect: async (personId, survivorId) => {
      if (!known.has(personId)) known.set(personId, { personId, version: 0, contacts: [] });
      if (survivorId) survivors.set(personId, survivorId);
      else survivors.delete(personId);
    },
    remove: async (personId) => {
      known.set(personId, { personId, version: 0, contacts: [] });
      erased.add(personId);
      survivors.delete(personId);
    },
  };
};

export const inMemoryAttachments = () => {
  const kept = new Map<string, readonly Attachment[]>();
  const attachments: Attachments = {
    put: async (id, files) => void kept.set(id, files),
    get: async (id) => kept.get(id) ?? [],
    drop: async (id) => void kept.delete(id),
  };
  return { ...attachments, kept };
};

export const inMemoryUpdates = (): Updates => {
  const latest = new Map<string, Readonly<{ id: string; at: Date }>>();
  const nameOf = ({ to, updateKey }: Pick<Order, 'to' | 'updateKey'>): string => `${to} ${updateKey}`;
  return {
    announce: async (order, id, at) => {
      const before = latest.get(nameOf(order));
      if (before && before.at > at) return undefined;
      latest.set(nameOf(order), { id, at });
      return before?.id === id ? undefined : before?.id;
    },
    isLatest: async (message) => (latest.get(nameOf(message))?.id ?? message.id) === message.id,
  };
};
