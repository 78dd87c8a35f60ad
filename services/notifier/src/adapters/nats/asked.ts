import { createValidator } from '@bufbuild/protovalidate';
import { Reach as ReachKind, type SendMessage, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import type { Delivery } from '@guildhall/messaging';
import type { Asked, Target } from '../../app/asked.ts';
import type { Reach } from '../../domain/reach.ts';
import { channels } from './names.ts';
import { badCommand } from './bad-command.ts';
import { toWish } from './wish.ts';

const validator = createValidator();

type Come = Pick<Delivery, 'at' | 'attempt' | 'traceparent'>;

/** Checks a command by the rules of its contract. Throws `invalid` naming the fields, never their values. */
export function assertValid(command: SendMessage): void {
  const { violations = [] } = validator.validate(SendMessageSchema, command);
  if (violations.length === 0) return;
  throw badCommand(violations.map(({ field }) => field.map((part) => ('name' in part ? part.name : '')).join('.')));
}

/** Reads a command to one recipient. Throws as `assertValid`. */
export function toAsked(command: SendMessage, { at, attempt, traceparent }: Come): Asked {
  assertValid(command);
  return {
    wish: toWish(command, at, traceparent),
    target: toTarget(command),
    attachments: command.attachments.map(({ name, contentType, content }) => ({ name, contentType, content })),
    at,
    attempt,
  };
}

function toTarget({ channel: number, to, personId, reach, nth }: SendMessage): Target {
  const channel = channels.fromProto(number);
  if ((to === '') === (personId === '')) throw badCommand(['to', 'person_id']);
  if (personId) return { personId, reach: { kind: reachKindOf(reach), nth, ...(channel && { channel }) } };
  if (!channel) throw badCommand(['channel']);
  return { channel, to };
}

export const reachKindOf = (reach: ReachKind): Reach['kind'] => kinds[reach] ?? 'preferred';

const kinds: Readonly<Partial<Record<ReachKind, Reach['kind']>>> = {
  [ReachKind.EVERY]: 'every',
  [ReachKind.NTH]: 'nth',
};
