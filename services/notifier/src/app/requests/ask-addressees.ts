import { AppError, type Clock, isTransient } from '@guildhall/kernel';
import type { Addressee, SendRequest } from '../../domain/requests/send-request.ts';
import type { AcceptMessages } from '../accept-messages.ts';
import type { Asked } from '../asked.ts';
import type { Nudge } from '../ports.ts';
import type { Chains } from './ports.ts';
import { beginChain } from './begin-chain.ts';

type Deps = Readonly<{
  accept: AcceptMessages;
  chains: Pick<Chains, 'add'>;
  clock: Clock;
  idOf: (text: string) => string;
  nudgeChains: Nudge;
}>;

/** Makes the messages of one page; answers how many were refused, by why. Throws where a repeat may succeed. */
export type AskAddressees = (
  request: SendRequest,
  addressees: readonly Addressee[],
) => Promise<Readonly<Record<string, number>>>;

/** Whom identity did not speak of by now cannot be reached. */
const KNOWN_BY_NOW = Number.MAX_SAFE_INTEGER;

export function askAddressees(deps: Deps): AskAddressees {
  return async (request, addressees) => {
    if (addressees.length === 0) return {};
    const { steps, id: requestId, wish } = request;
    if (steps) {
      for (const one of addressees) {
        if (!('personId' in one)) continue;
        await beginChain(deps, { key: requestId, requestId, personId: one.personId, steps, wish });
      }
      deps.nudgeChains();
      return {};
    }
    const asked = addressees.map((one) => askedFor(request, one, deps.clock.now()));
    const refused: Record<string, number> = {};
    for (const error of await deps.accept(asked)) {
      if (error === undefined) continue;
      if (!(error instanceof AppError)) throw new Error('a page of an audience failed', { cause: error });
      if (isTransient(error.kind)) throw error;
      refused[error.code] = (refused[error.code] ?? 0) + 1;
    }
    return refused;
  };
}

function askedFor({ id, wish, reach, hasAttachments }: SendRequest, addressee: Addressee, at: Date): Asked {
  const isPerson = 'personId' in addressee;
  const name = isPerson ? addressee.personId : `${addressee.channel} ${addressee.to}`;
  return {
    wish: {
      ...wish,
      idempotencyKey: `${id} ${name}`,
      audienceId: id,
      ...(hasAttachments && { attachedTo: id }),
    },
    target: isPerson ? { personId: addressee.personId, reach } : addressee,
    attachments: [],
    at,
    attempt: KNOWN_BY_NOW,
  };
}
