import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import type { Wish } from '../../domain/message.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Step } from '../../domain/requests/escalation.ts';
import { type Source, startRequest } from '../../domain/requests/send-request.ts';
import type { Attachment, Attachments, Nudge } from '../ports.ts';
import { beginChain } from './begin-chain.ts';
import type { Chains, Requests, TemplateBook } from './ports.ts';

/** What a command asks for that is more than one message. */
export type StartAudience = Readonly<{
  wish: Wish;
  attachments: readonly Attachment[];
  to: Readonly<{ source: Source; reach: Reach }> | Readonly<{ personId: string; steps: readonly Step[] }>;
}>;

type Deps = Readonly<{
  requests: Pick<Requests, 'add'>;
  chains: Pick<Chains, 'add'>;
  attachments: Pick<Attachments, 'put'>;
  book: TemplateBook;
  clock: Clock;
  nudge: Nudge;
  nudgeChains: Nudge;
  idOf: (text: string) => string;
}>;

/** Begins what a service asked for by command; a repeat begins nothing. Throws `invalid` for what can never be sent. */
export function startAudienceHandler(deps: Deps): Handler<StartAudience> {
  return async ({ wish, to, attachments }) => {
    assertSendable(deps.book, wish, 'steps' in to);
    const { idempotencyKey, notBefore: sendAt, ...rest } = wish;
    if ('steps' in to) {
      await beginChain(deps, { key: idempotencyKey, personId: to.personId, steps: to.steps, wish: rest });
      return deps.nudgeChains();
    }
    const at = deps.clock.now();
    const id = deps.idOf(idempotencyKey);
    const hasAttachments = attachments.length > 0;
    if (hasAttachments) await deps.attachments.put(id, attachments, sendAt ?? at);
    const plan = { wish: rest, reach: to.reach, sources: [to.source], hasAttachments, fingerprint: '' };
    const request = startRequest({ ...plan, ...(sendAt && { sendAt }) }, { id, at, by: wish.sender ?? '' });
    if (await deps.requests.add(request)) deps.nudge();
  };
}

function assertSendable(book: TemplateBook, { template, variables, sealed }: Wish, isChain: boolean): void {
  if (!book.channelsOf(template)) {
    throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template.');
  }
  // What is sealed is sealed for one message.
  const names = book
    .faultsOf(template, variables)
    .map(({ name }) => name)
    .filter((name) => !(isChain && name === 'answerUrl' && book.takesAnswerLink(template)));
  if (names.length === 0 && !sealed) return;
  throw new AppError(
    'invalid',
    'notifier.wrong_variables',
    `These variables are wrong: ${names.join(', ') || 'sealed'}.`,
  );
}
