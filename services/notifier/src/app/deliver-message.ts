import { AppError, type Clock } from '@guildhall/kernel';
import { claim, expire, fail, isHeld, postpone, succeed } from '../domain/delivery.ts';
import { isExpired, type Attempt, type Message } from '../domain/message.ts';
import type { Answer, Content, MessageRepository, Notes, Nudge, Outlets, Templates, Turn } from './ports.ts';
import type { Record } from './record-outcome.ts';
import type { Deliver } from './sender.ts';

type Deps = Readonly<{
  messages: MessageRepository;
  templates: Templates;
  outlets: Outlets;
  record: Record;
  notes: Notes;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  nudge: Nudge;
}>;

/** Sends one claimed message when its turn comes, and records what became of it. */
export function deliverMessageHandler(deps: Deps): Deliver {
  return async (current, signal) => {
    const turn = await deps.outlets.turn(current(), signal).catch(() => undefined);
    if (!turn) return letGo(deps, current());
    try {
      const message = await ready(deps, current());
      if (!message) return;
      const answer = await send(deps, turn, message);
      const attempt = attemptOf(deps, message, answer);
      if (answer.outcome === 'sent') deps.notes.add({ messageId: message.id, attempt });
      // Others need not wait until it is stored.
      turn.release();
      await settle(deps, message, answer, attempt);
    } finally {
      turn.release();
    }
  };
}

/** The message with a claim that outlasts the call; undefined when it is too late, or somebody else's. */
async function ready({ messages, record, clock }: Deps, message: Message): Promise<Message | undefined> {
  const now = clock.now();
  if (isExpired(message, now)) {
    await record(message, (latest) => expire(latest, now));
    return undefined;
  }
  if (isHeld(message, now)) return message;
  try {
    const renewed = claim(message, now);
    await messages.save(renewed);
    return renewed.next;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'stale') return undefined;
    throw error;
  }
}

async function send({ templates }: Deps, turn: Turn, message: Message): Promise<Answer> {
  let content: Content;
  try {
    content = templates.render(message);
  } catch (error) {
    const reason = error instanceof AppError ? error.message : 'The message could not be rendered.';
    return { outcome: 'failed', permanent: true, attempted: false, reason, durationMs: 0 };
  }
  return turn.send(message, content);
}

function attemptOf({ outlets, clock }: Deps, message: Message, answer: Answer): Attempt {
  const base = { at: clock.now(), provider: outlets.providerOf(message), durationMs: answer.durationMs };
  if (answer.outcome === 'failed') {
    return { ...base, outcome: answer.permanent ? 'refused' : 'failed', reason: answer.reason };
  }
  const { outcome, providerMessageId } = answer;
  return { ...base, outcome, ...(providerMessageId && { providerMessageId }) };
}

async function settle(deps: Deps, message: Message, answer: Answer, attempt: Attempt): Promise<void> {
  const { record, notes, random, nudge } = deps;
  if (answer.outcome === 'sent') {
    await record(message, (latest) => succeed(latest, attempt, attempt.at));
    return notes.remove(message.id);
  }
  await record(message, (latest) => fail(latest, attempt, answer, attempt.at, random()));
  nudge();
}

/** At shutdown: whoever comes next need not wait for our claim to run out. */
async function letGo({ messages, clock }: Deps, message: Message): Promise<void> {
  await messages.save(postpone(message, clock.now(), 0)).catch(() => undefined);
}
