import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { LetterBox } from '../../app/letters/ports.ts';
import type { Letter } from '../../domain/letter.ts';

export const letterCollection = 'letters';

export type LetterState = Readonly<{ at: Date }>;

const keptFor = 30 * 86_400_000;
const atOnce = 250;

type Deps = Readonly<{ letters: Aggregates<LetterState>; toMessages: (letter: Letter) => readonly Envelope[] }>;

/** Each letter is a document of its own, written with what it asks for: whoever comes second finds it there. */
export const letterBox = ({ letters, toMessages }: Deps): LetterBox => {
  const send = async (letter: Letter): Promise<void> => {
    const dueAt = new Date(letter.at.getTime() + keptFor);
    const first = { id: letter.key, version: 1, state: { at: letter.at }, messages: toMessages(letter), dueAt };
    await letters.save(first).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
  };
  return {
    send: async (all) => {
      for (let from = 0; from < all.length; from += atOnce) await Promise.all(all.slice(from, from + atOnce).map(send));
    },
  };
};

/** Nobody asks any more whether it was sent. */
export const forgetLetter =
  (letters: Aggregates<LetterState>) =>
  async (id: string): Promise<void> => {
    const found = await letters.find(id);
    if (found) await letters.remove(id, found.version);
  };
