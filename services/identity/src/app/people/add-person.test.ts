import { describe, expect, it } from 'vitest';
import { inMemoryPeople } from '../testing.ts';
import { personAdder } from './add-person.ts';

const at = new Date('2026-03-02T08:55:00Z');
const fields = (id: string, firstName = 'Ada', lastName = 'Lovelace') =>
  ({ id, firstName, lastName, kind: 'staff', roles: ['member'], contacts: [] }) as const;

describe('adding a person', () => {
  it('gives whoever has no Latin letter a handle of chance', async () => {
    const add = personAdder(inMemoryPeople());
    expect((await add(fields('01KAG0000000000000K3X9Q2', '李', '李'), at)).handle).toBe('person-k3x9q2');
  });

  it('gives many namesakes at once a handle each', async () => {
    const add = personAdder(inMemoryPeople());
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => add(fields(`id-${n}`), at)));
    expect(new Set(people.map(({ handle }) => handle)).size).toBe(20);
  });

  it('stops counting after fifty namesakes and takes a handle of chance', async () => {
    const add = personAdder(inMemoryPeople());
    for (let n = 0; n < 50; n += 1) await add(fields(`id-${n}`), at);
    expect((await add(fields('ABCDEF123456'), at)).handle).toBe('ada.lovelace.123456');
  });

  it('passes on what is no taken handle', async () => {
    const add = personAdder(inMemoryPeople());
    await add(fields('same'), at);
    await expect(add(fields('same', 'Bob'), at)).rejects.toMatchObject({ kind: 'stale' });
  });
});
