import type { Aggregates, Stored } from '@guildhall/mongo';
import type { ListRequests } from '../../app/requests/ports.ts';
import { decodePosition, encodePosition } from './page-token.ts';
import { type RequestState, toRequest } from './request.state.ts';

type Found = Pick<Stored<RequestState>, '_id' | 'version' | 'state'>;

export const listRequestsQuery =
  (model: Aggregates<RequestState>['model']): ListRequests =>
  async ({ limit, after }) => {
    const position = after === undefined ? undefined : decodePosition(after);
    const older = position && {
      'state.requestedAt': { $lte: position.requestedAt },
      $or: [{ 'state.requestedAt': { $lt: position.requestedAt } }, { _id: { $lt: position.id } }],
    };
    const found = await model
      .find(older ?? {}, { version: 1, state: 1 })
      .sort({ 'state.requestedAt': -1, _id: -1 })
      .limit(limit + 1)
      .lean<Found[]>();
    const requests = found.slice(0, limit).map(({ _id, version, state }) => toRequest({ id: _id, version, state }));
    const last = requests.at(-1);
    return found.length > limit && last ? { requests, next: encodePosition(last) } : { requests };
  };
