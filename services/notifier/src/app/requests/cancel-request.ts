import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { cancelRequest } from '../../domain/requests/send-request.ts';
import type { Nudge } from '../ports.ts';
import type { Requests } from './ports.ts';

type Deps = Readonly<{ requests: Pick<Requests, 'find' | 'save'>; clock: Clock; nudge: Nudge }>;

/** Stops a request; cancelled twice is cancelled. Throws `not-found`. */
export const cancelRequestHandler =
  ({ requests, clock, nudge }: Deps): Handler<string> =>
  (id) =>
    retryStale(async () => {
      const request = await requests.find(id);
      if (!request) throw new AppError('not-found', 'notifier.request_not_found', 'There is no such request.');
      const cancelled = cancelRequest(request, clock.now());
      if (!cancelled) return;
      await requests.save(cancelled);
      nudge();
    });
