import type { System } from '../../domain/book.ts';
import type { CallSystem } from './calling.ts';

/** Pages of a system, each in a turn of its own, so that nobody else waits for all of them. */
export async function* paged<Page>(call: CallSystem, system: System, pages: AsyncIterable<Page>): AsyncIterable<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await call(system, () => iterator.next());
    if (done) return;
    yield value;
  }
}
