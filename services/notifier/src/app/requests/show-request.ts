import { AppError, type Handler } from '@guildhall/kernel';
import type { SendRequest } from '../../domain/requests/send-request.ts';
import type { AudienceMessages, Chains, Requests, Tally } from './ports.ts';

export type Progress = Readonly<{
  request: SendRequest;
  messages: Tally;
  chains: Readonly<{ all: number; answered: number }>;
}>;

type Deps = Readonly<{
  requests: Pick<Requests, 'find'>;
  messages: Pick<AudienceMessages, 'tally'>;
  chains: Pick<Chains, 'tally'>;
}>;

/** How far a request is. Throws `not-found`. */
export const showRequestHandler =
  ({ requests, messages, chains }: Deps): Handler<string, Progress> =>
  async (id) => {
    const request = await requests.find(id);
    if (!request) throw new AppError('not-found', 'notifier.request_not_found', 'There is no such request.');
    const [tally, counted] = await Promise.all([
      messages.tally(id),
      request.steps ? chains.tally(id) : { all: 0, answered: 0 },
    ]);
    return { request, messages: tally, chains: counted };
  };
