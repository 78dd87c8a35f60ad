import type { SendMessage } from '@guildhall/contracts/notifier/v1/commands';
import type { Delivery } from '@guildhall/messaging';
import type { StartAudience } from '../../app/requests/start-audience.ts';
import { assertValid } from './asked.ts';
import { badCommand } from './bad-command.ts';
import { reachOf, stepsOf } from './requests.mapping.ts';
import { toWish } from './wish.ts';

/** Whether a command asks for more than one message. */
export const isForMany = ({ role, topic, escalation }: SendMessage): boolean =>
  role !== '' || topic !== '' || escalation !== undefined;

/** Reads such a command. Throws `invalid` naming the fields. */
export function toAudience(
  command: SendMessage,
  { at, traceparent }: Pick<Delivery, 'at' | 'traceparent'>,
): StartAudience {
  assertValid(command);
  const { to, personId, role, topic, escalation, reach, nth, channel } = command;
  const named = [to, personId, role, topic].filter(Boolean);
  if (named.length !== 1 || (escalation && !personId)) throw badCommand(['to', 'person_id', 'role', 'topic']);
  const attachments = command.attachments.map(({ name, contentType, content }) => ({ name, contentType, content }));
  const wish = toWish(command, at, traceparent);
  if (escalation) return { wish, attachments, to: { personId, steps: stepsOf(escalation) } };
  const source = role ? ({ kind: 'role', name: role } as const) : ({ kind: 'topic', name: topic } as const);
  return { wish, attachments, to: { source, reach: reachOf(reach, nth, channel) } };
}
