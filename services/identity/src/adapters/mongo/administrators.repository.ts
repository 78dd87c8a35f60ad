import type { Aggregates } from '@guildhall/mongo';
import type { Administrators } from '../../app/ports.ts';
import { noAdministrators } from '../../domain/administrators.ts';
import { findById } from './documents.ts';

export type AdministratorsState = Readonly<{ ids: readonly string[] }>;

const theOne = 'administrators';

export const administratorsRepository = (rosters: Aggregates<AdministratorsState>): Administrators => ({
  find: async () => (await findById(rosters, theOne)) ?? noAdministrators,
  save: ({ version, ids }) => rosters.save({ id: theOne, version, state: { ids } }),
});
