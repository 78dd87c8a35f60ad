import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { Agenda, Digests, Planned } from '../../app/digests/ports.ts';
import type { Letter } from '../../domain/letter.ts';

export const agendaCollection = 'agenda';
export const digestCollection = 'digests';

export type AgendaState = Omit<Planned, 'id' | 'version'>;
export type DigestState = Readonly<{ at: Date }>;

export const agendaRepository = (agenda: Aggregates<AgendaState>): Agenda => ({
  find: async (id) => {
    const found = await agenda.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: ({ id, version, ...state }) => agenda.save({ id, version, state, dueAt: state.nextAt }),
});

const keptFor = 30 * 86_400_000;

type Deps = Readonly<{ digests: Aggregates<DigestState>; toMessages: (letter: Letter) => readonly Envelope[] }>;

/** Who was written to is a document of its own: whoever comes second finds it there. */
export const digestRepository = ({ digests, toMessages }: Deps): Digests => ({
  send: async (id, letter) => {
    const dueAt = new Date(letter.at.getTime() + keptFor);
    const first = { id, version: 1, state: { at: letter.at }, messages: toMessages(letter), dueAt };
    await digests.save(first).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
  },
});

/** Nobody asks any more whether somebody was written to. */
export const forgetDigest =
  (digests: Aggregates<DigestState>) =>
  async (id: string): Promise<void> => {
    const found = await digests.find(id);
    if (found) await digests.remove(id, found.version);
  };
