import type { Clock } from '@guildhall/kernel';
import type { Where } from '../../domain/book.ts';
import type { Caller, Scopes } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';

type Places = readonly Where[] | undefined;

/** Stores to which places a person is limited, with who did it; absent is to none. */
export const setLimits = (
  { scopes, clock }: Readonly<{ scopes: Scopes; clock: Clock }>,
  personId: string,
  before: Places,
  after: Places,
  caller: Caller,
): Promise<void> => {
  const act = {
    action: after ? 'manager.limited' : 'manager.unlimited',
    subject: 'scopes',
    ...(before && { before: limitsInWords(before) }),
    ...(after && { after: limitsInWords(after) }),
  };
  return scopes.set(personId, after, (version) => [auditedAct({ id: personId, version }, clock.now(), caller, act)]);
};

/** `haifa/north/*`. */
export const limitsInWords = (places: readonly Where[]): string =>
  places.length === 0
    ? 'nowhere'
    : places.map(({ area = '*', district = '*', branch = '*' }) => `${area}/${district}/${branch}`).join(', ');
