import type { Handler } from '@guildhall/kernel';
import { fold } from '../../domain/fold.ts';
import { type Person, sortNameOf } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import type { PagePosition, People } from '../ports.ts';

export type ListPeople = Readonly<{ query: string; pageSize: number; pageToken: string }>;
export type PeopleList = Readonly<{ people: readonly Person[]; nextPageToken?: string }>;

const usualPageSize = 50;
const largestPageSize = 200;

export const listPeopleHandler =
  ({ people }: Readonly<{ people: People }>): Handler<ListPeople, PeopleList> =>
  async ({ query, pageSize, pageToken }) => {
    const limit = Math.min(pageSize || usualPageSize, largestPageSize);
    const after = pageToken === '' ? {} : { after: positionOf(pageToken) };
    const found = await people.list({ query: fold(query).trim(), limit: limit + 1, ...after });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { people: page, ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

const tokenOf = (person: Person): string =>
  Buffer.from(JSON.stringify([sortNameOf(person), person.id])).toString('base64url');

function positionOf(pageToken: string): PagePosition {
  const text = Buffer.from(pageToken, 'base64url').toString();
  const [sortName, id] = parsed(text);
  if (typeof sortName !== 'string' || typeof id !== 'string') throw refusals.badPageToken();
  return { sortName, id };
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
