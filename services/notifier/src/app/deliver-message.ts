import { AppError, type Clock, isTransient } from '@guildhall/kernel';
import { claim, expire, fail, isHeld, postpone, succeed, supersede } from '../domain/delivery.ts';
import { isExpired, type Attempt, type Message } from '../domain/message.ts';
import { isUpdatable } from '../domain/recipient.ts';
import type { Answer, Attachments, Letter, MessageRepository, Notes, Nudge, Outlets, Turn, Updates } from './ports.ts';
import type { Precedence } from './precedence.ts';
import type { ContentOf } from './rules/contents.ts';
import type { NoteBounce, UnsubscribeLink } from './rules/ports.ts';
import type { Record } from './record-outcome.ts';
import type { Deliver } from './sender.ts';

type Deps = Readonly<{
  messages: MessageRepository;
  contentOf: ContentOf;
  unsubscribeLink: UnsubscribeLink;
  noteBounce: NoteBounce;
  outlets: Outlets;
  attachments: Pick<Attachments, 'get' | 'drop'>;
  updates: Pick<Updates, 'isLatest'>;
  record: Record;
  notes: Notes;
  precedence: Precedence;
  clock: Clock;
  /** Waits before the nth repeat. */
  pause: (n: number) => Promise<void>;
  /** Uniform in [0, 1). */
  random: () => number;
  nudge: Nudge;
}>;

/** Sends one claimed message when its turn comes, and records what became of it. */
export function deliverMessageHandler(deps: Deps): Deliver {
  return async (current, signal) => {
    const isEmergency = current().lane === 'emergency';
    const leave = isEmergency ? deps.precedence.enter() : nothing;
    const turn = await deps.outlets.turn(current(), signal).catch(() => undefined);
    try {
      if (!turn) return await letGo(deps, current());
      // With its turn in hand, so that nobody behind it goes either.
      if (!isEmergency) await deps.precedence.calm();
      await deliver(deps, turn, current(), leave);
    } finally {
      turn?.release();
      leave();
    }
  };
}

async function deliver(deps: Deps, turn: Turn, claimed: Message, leave: () => void): Promise<void> {
  const message = await ready(deps, claimed);
  if (!message) return;
  const answer = await send(deps, turn, message);
  const attempt = attemptOf(deps, message, answer);
  if (answer.outcome === 'sent') deps.notes.add({ messageId: message.id, attempt });
  // Others need not wait until it is stored.
  turn.release();
  leave();
  // An emergency is written down when all of them are out: the notes know it until then.
  if (message.lane === 'emergency') await deps.precedence.calm();
  await settle(deps, message, answer, attempt);
}

const nothing = (): void => undefined;

/** The message with a claim that outlasts the call; undefined when it is too late, or somebody else's. */
async function ready(deps: Deps, message: Message): Promise<Message | undefined> {
  const { messages, record, pause, clock } = deps;
  const now = clock.now();
  if (await isSuperseded(deps, message)) {
    await record(message, (latest) => supersede(latest, now));
    return undefined;
  }
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
    if (!(error instanceof AppError) || (error.kind !== 'stale' && error.kind !== 'unavailable')) throw error;
    // With the turn in hand, so that all the others do not rush at a store that has too much to do already. Whoever looks
    // for what is due finds this one again.
    if (error.kind === 'unavailable') await pause(1);
    return undefined;
  }
}

const isSuperseded = async ({ updates }: Deps, message: Message): Promise<boolean> =>
  isUpdatable(message) && !(await updates.isLatest(message));

async function send({ contentOf, unsubscribeLink, attachments }: Deps, turn: Turn, message: Message): Promise<Answer> {
  let letter: Letter;
  try {
    const content = await contentOf(message);
    const unsubscribeUrl = unsubscribeLink(message);
    const files = message.hasAttachments ? await attachments.get(message.attachedTo ?? message.id) : [];
    letter = { content, attachments: files, ...(unsubscribeUrl && { unsubscribeUrl }) };
  } catch (error) {
    const reason = error instanceof AppError ? error.message : 'The message could not be rendered.';
    const permanent = !(error instanceof AppError && isTransient(error.kind));
    return { outcome: 'failed', permanent, attempted: false, reason, durationMs: 0 };
  }
  return turn.send(message, letter);
}

function attemptOf({ outlets, clock }: Deps, message: Message, answer: Answer): Attempt {
  const { provider = outlets.providerOf(message), durationMs, passedOn } = answer;
  const base = { at: clock.now(), provider, durationMs, ...(passedOn && { passedOn }) };
  if (answer.outcome === 'failed') {
    const { permanent, reason, unclear } = answer;
    return { ...base, outcome: permanent ? 'refused' : 'failed', reason, ...(unclear && { unclear }) };
  }
  const { outcome, providerMessageId, segments, costMicros } = answer;
  return {
    ...base,
    outcome,
    ...(providerMessageId && { providerMessageId }),
    ...(segments !== undefined && { segments }),
    ...(costMicros !== undefined && { costMicros }),
  };
}

async function settle(deps: Deps, message: Message, answer: Answer, attempt: Attempt): Promise<void> {
  const { record, notes, random, nudge } = deps;
  if (answer.outcome === 'sent') {
    await record(message, (latest) => succeed(latest, attempt, attempt.at));
    notes.remove(message.id);
    // What is left behind is swept two days later.
    if (message.hasAttachments && !message.attachedTo) await deps.attachments.drop(message.id).catch(() => undefined);
    return;
  }
  if (answer.permanent && answer.code) {
    // Lost, the next message to this address finds out again.
    const { channel, to } = message;
    await deps.noteBounce({ channel, to, code: answer.code, at: attempt.at }).catch(() => undefined);
  }
  await record(message, (latest) => fail(latest, attempt, answer, attempt.at, random()));
  nudge();
}

/** Superseded, or at shutdown: whoever comes next need not wait for our claim to run out. */
async function letGo(deps: Deps, message: Message): Promise<void> {
  const { messages, clock } = deps;
  if (await isSuperseded(deps, message).catch(() => false)) {
    return deps.record(message, (latest) => supersede(latest, clock.now()));
  }
  await messages.save(postpone(message, clock.now(), 0)).catch(() => undefined);
}
