import type { SendRequest } from '@guildhall/client';
import { type Asked, openSession } from '../../api/session.ts';
import { showOne, type Shown } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';

export async function show(terminal: Terminal, requestId: string, given: Asked & Shown): Promise<void> {
  const { api } = await openSession(terminal, given);
  showOne(terminal, given, await api.notifier.getSendRequest({ requestId }), progressOf);
}

/** A request in a few lines. */
export function progressOf(request: SendRequest): string {
  const { id, state, template, handled, total, created, sent, waiting, sending, held, failed, expired, cancelled } =
    request;
  const counts = { sent, waiting: waiting + sending, held, failed, expired, cancelled, refused: request.refused };
  const told = Object.entries(counts).filter(([name, count]) => count > 0 || name === 'sent');
  const lines = [
    `${id}: ${template}, ${state}`,
    `Recipients: ${handled} of ${total}, messages: ${created}`,
    told.map(([name, count]) => `${count} ${name}`).join(', '),
    ...request.refusals.map(({ code, count }) => `  ${code}: ${count}`),
  ];
  if (request.escalations > 0) lines.push(`Answered: ${request.answered} of ${request.escalations}`);
  return lines.join('\n');
}
