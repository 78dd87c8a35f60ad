import { listIdOf } from '../../domain/requests/send-request.ts';
import type { Lists, ReadSource, Roles, Topics } from './ports.ts';

type Deps = Readonly<{ lists: Pick<Lists, 'page'>; roles: Pick<Roles, 'page'>; topics: Pick<Topics, 'page'> }>;

/** So many addressees are held at once. */
export const PAGE_SIZE = 500;

/** Reads whom a request is for, a page at a time. */
export function readSource({ lists, roles, topics }: Deps): ReadSource {
  return async (request, source, after) => {
    switch (source.kind) {
      case 'listed': {
        const number = after === '' ? 0 : Number(after);
        const addressees = await lists.page(listIdOf(request), number);
        const isLast = (number + 1) * PAGE_SIZE >= source.count;
        return { addressees, ...(!isLast && { next: String(number + 1) }) };
      }
      case 'topic': {
        const { personIds, next } = await topics.page(source.name, after, PAGE_SIZE);
        const addressees = personIds.map((personId) => ({ personId }));
        return { addressees, ...(next !== undefined && { next }) };
      }
      case 'role':
      case 'permission':
        return roles.page(source.kind, source.name, after);
    }
  };
}
