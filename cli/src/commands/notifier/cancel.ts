import { type Asked, openSession } from '../../api/session.ts';
import { showOne, type Shown } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { progressOf } from './show.ts';

type Cancelling = Asked & Shown & Readonly<{ message?: boolean }>;

export async function cancel(terminal: Terminal, id: string, given: Cancelling): Promise<void> {
  const { api } = await openSession(terminal, given);
  if (given.message) {
    const cancelled = await api.notifier.cancelMessage({ messageId: id });
    return showOne(terminal, given, cancelled, ({ messageId }) => `${messageId} will not be sent.`);
  }
  showOne(terminal, given, await api.notifier.cancelSendRequest({ requestId: id }), progressOf);
}
