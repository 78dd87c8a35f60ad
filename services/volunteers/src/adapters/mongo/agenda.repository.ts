import type { Aggregates } from '@guildhall/mongo';
import type { Agenda, Planned } from '../../app/digests/ports.ts';

export const agendaCollection = 'agenda';

export type AgendaState = Omit<Planned, 'id' | 'version'>;

export const agendaRepository = (agenda: Aggregates<AgendaState>): Agenda => ({
  find: async (id) => {
    const found = await agenda.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: ({ id, version, ...state }) => agenda.save({ id, version, state, dueAt: state.nextAt }),
});
