import { AppError, type Clock, retryStale } from '@guildhall/kernel';
import { noteJoined, release, reserve, type Warnings } from '../../domain/invite-link.ts';
import { linkAlerts } from './link-alerts.ts';
import type { Links } from '../ports.ts';

export type Place = Readonly<{ linkId: string; url: string; expiresAt?: Date }>;

/** A place for the volunteer on the link that is sent; nothing while there is none. Asked twice: one place. */
export type ReservePlace = (volunteerId: string) => Promise<Place | undefined>;

type Deps = Readonly<{ links: Links; warnings: Warnings; clock: Clock }>;

export const reservePlaceOn =
  ({ links, warnings, clock }: Deps): ReservePlace =>
  (volunteerId) =>
    retryStale(async () => {
      const held = (await links.all()).find(({ holders }) => holders.includes(volunteerId));
      for (const link of [held, await links.active()]) {
        if (!link) continue;
        const outcome = reserve(link, volunteerId, clock.now(), warnings);
        if (!outcome) continue;
        if (outcome !== 'has-place') {
          await links.save(outcome.next, [...outcome.facts, ...outcome.facts.flatMap(linkAlerts)]);
        }
        const { expiresAt } = link;
        return { linkId: link.id, url: links.urlOf(link), ...(expiresAt && { expiresAt }) };
      }
      return undefined;
    });

/** Gives the place of somebody back who never came. */
export const releasePlaceOn =
  ({ links, clock }: Omit<Deps, 'warnings'>) =>
  (linkId: string, volunteerId: string): Promise<void> =>
    retryStale(async () => {
      const link = await links.find(linkId);
      if (!link) return;
      const other = await links.active();
      const outcome = release(link, volunteerId, clock.now(), other !== undefined && other.id !== linkId);
      if (!outcome) return;
      await links.save(outcome.next, outcome.facts).catch((error: unknown) => {
        // Another link became the active one in between: this one is read again, and stays as it is.
        throw error instanceof AppError && error.kind === 'conflict' ? stale(error) : error;
      });
    });

const stale = (cause: unknown): AppError =>
  new AppError('stale', 'volunteers.link_changed', 'Another link was activated.', { cause });

/** Somebody who was sent this link was seen in the workspace. */
export const noteJoinedOn =
  ({ links }: Pick<Deps, 'links'>) =>
  (linkId: string, volunteerId: string): Promise<void> =>
    retryStale(async () => {
      const link = await links.find(linkId);
      const outcome = link && noteJoined(link, volunteerId);
      if (outcome) await links.save(outcome.next, outcome.facts);
    });
