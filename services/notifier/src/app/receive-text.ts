import type { Handler } from '@guildhall/kernel';
import { answer } from '../domain/aftermath.ts';
import { stopWordOf } from '../domain/stop-word.ts';
import type { MessageRepository } from './ports.ts';
import type { SaidWord } from './rules/suppressions.ts';

export type ReceivedText = Readonly<{ id: string; from: string; text: string; at: Date }>;

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'findAnswerable' | 'save'>;
  noteWord: Handler<SaidWord>;
}>;

/** Somebody wrote to us: it belongs to the latest message to that number that can be answered; else it is dropped. */
export const receiveTextHandler =
  ({ messages, noteWord }: Deps): Handler<ReceivedText> =>
  async ({ id, from, text, at }) => {
    const word = stopWordOf(text);
    if (word) await noteWord({ number: from, word, at });
    if (word === 'stop') return;
    const message = await messages.findAnswerable(from, at);
    const decided = message && answer(message, { id, text, at });
    if (decided) await messages.save(decided);
  };
