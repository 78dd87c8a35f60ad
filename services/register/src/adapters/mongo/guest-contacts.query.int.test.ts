import { aggregates, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announced } from '../../app/visitors/testing.ts';
import { eraseVisitor } from '../../domain/visitors/erase-visitor.ts';
import { expectVisitor, type Visitor } from '../../domain/visitors/visitor.ts';
import { guestContacts } from './guest-contacts.query.ts';
import { visitorCollection, visitorRepository, type VisitorState } from './visitor.repository.ts';

let store: Store;
let save: (visitor: Visitor) => Promise<void>;

const tellNobody = (): never => {
  throw new Error('nothing is told here');
};

const at = new Date('2026-03-02T09:00:00Z');
const visitor = (id: string, given: Partial<Visitor>): Visitor => {
  const announcement = { ...announced, hostName: 'Grace Hopper', ...given };
  return expectVisitor({ id, siteId: 'vw', announcement, expectedEnd: at, watched: false, at }).next;
};

beforeAll(async () => {
  store = await testStore();
  const visitors = aggregates<VisitorState>({ store, collection: visitorCollection });
  const repository = visitorRepository({ visitors, toMessage: tellNobody });
  save = (one) => repository.save(one, []);
});
afterAll(() => store.close());

describe('where a visitor is reached in an evacuation', () => {
  const phone = '+447700900123';
  const email = 'ada@example.org';

  it('is what they gave, the telephone first', async () => {
    await save(visitor('visitor-1', { phone, email }));
    expect(await guestContacts(store.connection).of('visitor-1')).toEqual([
      { channel: 'sms', value: phone },
      { channel: 'email', value: email },
    ]);
  });

  it('is nowhere where they gave nothing, and after they were erased', async () => {
    const erased = visitor('visitor-3', { phone, email });
    await save(visitor('visitor-2', {}));
    await save(erased);
    await save(eraseVisitor(erased).next);
    const contacts = guestContacts(store.connection);
    expect([await contacts.of('visitor-2'), await contacts.of('visitor-3')]).toEqual([[], []]);
  });
});
