import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey } from '@guildhall/mongo';
import type { Pins, PinTriesStore } from '../../app/credential-ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { type Pin, type PinTries, triesOverAt } from '../../domain/pin.ts';
import { findById, findOne } from './documents.ts';

export type PinState = Omit<Pin, 'id' | 'version'>;
export type PinTriesState = Omit<PinTries, 'id' | 'version'>;

const oneNumber = 'one_pin_per_number';

export const pinIndexes: readonly IndexSpec[] = [
  // FindByPin: whose number this is; numbers are unique.
  { name: oneNumber, keys: { 'state.number': 1 }, unique: true },
];

type Deps = Readonly<{ pins: Aggregates<PinState>; toMessage: (said: Audited) => Envelope }>;

export const pinRepository = ({ pins, toMessage }: Deps): Pins => ({
  find: (personId) => findById(pins, personId),
  findByNumber: (number) => findOne(pins, { 'state.number': number }),
  save: async ({ id, version, ...state }, facts) => {
    const dueAt = state.removedAt;
    await pins.save({ id, version, state, messages: facts.map(toMessage), dueAt }).catch((cause: unknown) => {
      throw isDuplicateKey(cause, oneNumber) ? credentialRefusals.numberTaken(cause) : cause;
    });
  },
  remove: ({ id, version }) => pins.remove(id, version),
});

export const pinTriesRepository = (tries: Aggregates<PinTriesState>): PinTriesStore => ({
  find: (number) => findById(tries, number),
  save: async (all) => {
    const { id, version, ...state } = all;
    await tries.save({ id, version, state, dueAt: triesOverAt(all) });
  },
  remove: ({ id, version }) => tries.remove(id, version),
});
