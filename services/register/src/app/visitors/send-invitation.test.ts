import { describe, expect, it } from 'vitest';
import { aReception } from './testing.ts';

const hostId = 'grace';

describe('sending an invitation once more', () => {
  it('sends the same guest a new message, by the host', async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce({ email: 'ada@example.org' });
    expect(await desk.sendInvitation({ visitorId, hostId })).toMatchObject({ status: 'expected', version: 2 });
    const sent = desk.visitors.messages.filter(({ type }) => type === 'invitation');
    expect(sent.map(({ visitor }) => [visitor.id, visitor.version])).toEqual([
      [visitorId, 1],
      [visitorId, 2],
    ]);
  });

  it('is refused to whoever is not the host, as if there were no such guest', async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce({ email: 'ada@example.org' });
    await expect(desk.sendInvitation({ visitorId, hostId: 'gregor' })).rejects.toMatchObject({
      code: 'register.visitor_not_found',
    });
  });

  it('names the address that is missing', async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce();
    await expect(desk.sendInvitation({ visitorId, hostId })).rejects.toMatchObject({
      code: 'register.invalid_visitor',
      errors: [{ pointer: '/email' }],
    });
  });

  it('is refused once the guest is here, and once the day is over', async () => {
    const desk = aReception();
    const { id: here } = await desk.announce({ email: 'ada@example.org' });
    const { id: late } = await desk.announce({ name: 'Bob', email: 'bob@example.org' });
    await desk.arrive(here);
    desk.clock.set('2026-03-03T00:00:00Z');
    for (const visitorId of [here, late]) {
      await expect(desk.sendInvitation({ visitorId, hostId })).rejects.toMatchObject({
        code: 'register.visitor_not_expected',
      });
    }
  });
});
