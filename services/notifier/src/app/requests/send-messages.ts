import { AppError, type Clock, type FieldError, type Handler, type NewId } from '@guildhall/kernel';
import {
  type Addressee,
  listIdOf,
  type Plan,
  type SendRequest,
  type Source,
  startRequest,
} from '../../domain/requests/send-request.ts';
import { messageIdOf } from '../message-id.ts';
import type { Attachments, Nudge } from '../ports.ts';
import { faultsOf } from './check-request.ts';
import type { Lists, Requests, Roles, TemplateBook } from './ports.ts';
import type { Named, SendMessages } from './wanted-messages.ts';

export type Accepted = Readonly<{ requestId: string; messageIds: readonly string[]; accepted: number }>;

type Deps = Readonly<{
  requests: Pick<Requests, 'find' | 'add'>;
  lists: Pick<Lists, 'put'>;
  attachments: Pick<Attachments, 'put'>;
  roles: Pick<Roles, 'exists'>;
  book: TemplateBook;
  clock: Clock;
  newId: NewId;
  idOf: (text: string) => string;
  nudge: Nudge;
}>;

const MOST_IDS = 100;

/** Checks everything, keeps the request and begins; the messages are made afterwards. */
export function sendMessagesHandler(deps: Deps): Handler<SendMessages, Accepted> {
  const { requests, lists, attachments, clock, newId, idOf, nudge } = deps;
  return async (asked) => {
    const at = clock.now();
    const { idempotencyKey: key, by } = asked;
    const id = key ? idOf(JSON.stringify(['request', by, key])) : newId();
    const known = key ? await requests.find(id) : undefined;
    if (known) return again(known, asked, deps);
    await assertRight(asked, deps, at);
    const listed = listedOf(asked.recipients);
    const plan = planOf(asked, listed.length);
    const request = startRequest(plan, { id, at, by });
    const until = new Date(Math.max(plan.sendAt?.getTime() ?? 0, at.getTime()));
    if (listed.length > 0) await lists.put(listIdOf(request), listed, until);
    if (plan.hasAttachments) await attachments.put(id, asked.attachments, until);
    if (!(await requests.add(request))) return again(await requests.find(id), asked, deps);
    nudge();
    return answerOf(request, asked, deps);
  };
}

async function assertRight(asked: SendMessages, { book, roles }: Deps, at: Date): Promise<void> {
  const errors: FieldError[] = [...faultsOf(asked, book, at)];
  for (const [index, one] of asked.recipients.entries()) {
    if (errors.length > 0) break;
    if ('role' in one && !(await roles.exists('role', one.role))) {
      errors.push({ pointer: `/recipients/${index}/role`, detail: 'is no role' });
    }
    if ('permission' in one && !(await roles.exists('permission', one.permission))) {
      errors.push({ pointer: `/recipients/${index}/permission`, detail: 'is given by no role' });
    }
  }
  if (errors.length === 0) return;
  throw new AppError('invalid', 'notifier.invalid_request', 'The request cannot be carried out as it is.', { errors });
}

/** Each once, whoever is named twice. */
function listedOf(recipients: readonly Named[]): readonly Addressee[] {
  const found = new Map<string, Addressee>();
  for (const one of recipients) {
    if ('personId' in one) found.set(one.personId, one);
    if ('to' in one) found.set(`${one.channel} ${one.to}`, { channel: one.channel, to: one.to });
  }
  return [...found.values()];
}

function planOf(asked: SendMessages, listed: number): Plan {
  const {
    recipients,
    channel,
    reach,
    steps,
    sendAt,
    attachments,
    fingerprint,
    idempotencyKey: _key,
    by,
    ...wish
  } = asked;
  const groups = recipients.flatMap((one): Source[] => {
    if ('role' in one) return [{ kind: 'role', name: one.role }];
    if ('permission' in one) return [{ kind: 'permission', name: one.permission }];
    return 'topic' in one ? [{ kind: 'topic', name: one.topic }] : [];
  });
  return {
    wish: { ...wish, sender: by },
    reach: { kind: reach, nth: 0, ...(channel && { channel }) },
    sources: [...(listed > 0 ? [{ kind: 'listed' as const, count: listed }] : []), ...groups],
    hasAttachments: attachments.length > 0,
    fingerprint,
    ...(steps && { steps }),
    ...(sendAt && { sendAt }),
  };
}

function again(known: SendRequest | undefined, asked: SendMessages, deps: Deps): Accepted {
  if (known && known.fingerprint === asked.fingerprint) return answerOf(known, asked, deps);
  throw new AppError('conflict', 'notifier.request_key_reused', 'This idempotency key belongs to another request.');
}

/** The ids of messages to addresses follow from the request; those of people from the contacts they have. */
function answerOf({ id, sendAt }: SendRequest, { recipients, steps }: SendMessages, { idOf }: Deps): Accepted {
  const addresses = recipients.flatMap((one) => ('to' in one ? [one] : []));
  const isKnown = !sendAt && !steps && addresses.length === recipients.length && addresses.length <= MOST_IDS;
  const ids = isKnown ? addresses.map((one) => messageIdOf({ ...one, audienceId: id, idempotencyKey: '' }, idOf)) : [];
  return { requestId: id, messageIds: [...new Set(ids)], accepted: recipients.length };
}
