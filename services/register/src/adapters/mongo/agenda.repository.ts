import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { Agendas } from '../../app/reminders/ports.ts';
import { type Agenda, agendaDueAt } from '../../domain/agenda.ts';
import type { Errand } from '../../domain/errand.ts';

export const agendaCollection = 'site_agendas';
export type AgendaState = Omit<Agenda, 'id' | 'version'>;

type Deps = Readonly<{ agendas: Aggregates<AgendaState>; toMessage: (errand: Errand) => Envelope }>;

export const agendaRepository = ({ agendas, toMessage }: Deps): Agendas => ({
  find: async (id) => {
    const found = await agendas.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: async (agenda, errands) => {
    const { id, version, ...state } = agenda;
    await agendas.save({ id, version, state, messages: errands.map(toMessage), dueAt: agendaDueAt(agenda) });
  },
});
