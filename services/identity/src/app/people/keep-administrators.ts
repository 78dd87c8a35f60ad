import { retryStale } from '@guildhall/kernel';
import { enter, takeOut } from '../../domain/administrators.ts';
import type { Administrators } from '../ports.ts';

export type AdministratorKeeper = Readonly<{
  /** After somebody became administrator; a repeat changes nothing. */
  enter(personId: string): Promise<void>;
  /** Before somebody ceases to be one. Throws `identity.last_administrator`. */
  takeOut(personId: string): Promise<void>;
}>;

export const administratorKeeper = (administrators: Administrators): AdministratorKeeper => {
  const change = (decide: typeof enter, personId: string): Promise<void> =>
    retryStale(async () => {
      const next = decide(await administrators.find(), personId);
      if (next) await administrators.save(next);
    });
  return {
    enter: (personId) => change(enter, personId),
    takeOut: (personId) => change(takeOut, personId),
  };
};
