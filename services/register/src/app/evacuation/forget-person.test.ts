import { describe, expect, it } from 'vitest';
import { anEvacuation, wanda } from './testing.ts';

describe('forgetting a person', () => {
  it('waits while the person is being looked for', async () => {
    const { comeIn, start, forgetPerson, endIncident, entries } = anEvacuation();
    await comeIn('Ada', 'Bob');
    const { incident } = await start();
    await expect(forgetPerson('ada')).rejects.toMatchObject({ kind: 'unavailable' });
    await endIncident({ incidentId: incident.id, note: '', by: wanda });
    await forgetPerson('ada');
    await forgetPerson('ada');
    expect([...entries.stored.values()].map(({ displayName }) => displayName)).toEqual(['', 'Bob']);
  });

  it('finds nothing to do for somebody who was never on a list', async () => {
    const { forgetPerson } = anEvacuation();
    await expect(forgetPerson('zoe')).resolves.toBeUndefined();
  });
});
