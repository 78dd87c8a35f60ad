import { AppError, type Clock, retryStale } from '@guildhall/kernel';
import { type InviteLink, retire } from '../../domain/invite-link.ts';
import { activate } from '../../domain/link-changes.ts';
import type { Links } from '../ports.ts';

type Deps = Readonly<{ links: Links; clock: Clock }>;

/**
 * Makes a coming link the one that is sent, in place of the one before. Cut short in between, the coming one is due at
 * once for whoever goes on: never are two sent, and never none for long.
 */
export const activateLinkOn =
  ({ links, clock }: Deps) =>
  (id: string): Promise<InviteLink | undefined> =>
    retryStale(async () => {
      const link = await links.find(id);
      const outcome = link && activate(link, clock.now());
      if (!outcome) return link;
      const before = await links.active();
      const retired = before && retire(before);
      if (retired) await links.save(retired.next, retired.facts);
      await links.save(outcome.next, outcome.facts).catch((error: unknown) => {
        throw isOtherActive(error) ? becameStale(error) : error;
      });
      return outcome.next;
    });

// Somebody activated another one in between: that one is retired then.
const isOtherActive = (error: unknown): error is AppError => error instanceof AppError && error.kind === 'conflict';
const becameStale = (cause: AppError): AppError => new AppError('stale', cause.code, cause.message, { cause });
