import { isStale } from '@guildhall/kernel';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Requests } from '../../app/requests/ports.ts';
import { type RequestState, toRequest, toRequestState } from './request.state.ts';

export const requestCollection = 'requests';

export const requestIndexes: readonly IndexSpec[] = [
  // Newest first: ListSendRequests.
  { name: 'by_time', keys: { 'state.requestedAt': -1, _id: -1 } },
];

export function requestRepository(aggregates: Pick<Aggregates<RequestState>, 'find' | 'save'>): Requests {
  const save: Requests['save'] = (request) =>
    aggregates.save({
      id: request.id,
      version: request.version,
      state: toRequestState(request),
      dueAt: request.dueAt,
    });
  return {
    save,
    find: async (id) => {
      const found = await aggregates.find(id);
      return found && toRequest(found);
    },
    add: async (request) => {
      try {
        await save(request);
        return true;
      } catch (error) {
        if (isStale(error)) return false;
        throw error;
      }
    },
  };
}
