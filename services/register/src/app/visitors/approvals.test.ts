import { describe, expect, it } from 'vitest';
import { aPerson } from '../testing.ts';
import { newReception } from '../../domain/visitors/reception.ts';
import { aReception, atTheDesk, grace } from './testing.ts';

const [graceHerself, rita, olga] = [
  { ...aPerson('Grace Hopper'), personId: grace.id },
  { ...aPerson('Rita Reception'), personId: atTheDesk.personId },
  aPerson('Olga Officer'),
];
const reason = 'The workshop is closed that day.';

/** A site at which somebody else has to agree. */
async function careful() {
  const house = aReception();
  await house.receptions.save({ ...newReception('vw'), version: 1, approval: 'needed' });
  const announce = (by = atTheDesk) => house.announce({ email: 'vi@example.org' }, by);
  return { ...house, announce };
}

const byHost = { personId: grace.id, displayName: grace.name };

describe('a visitor whom somebody has to agree to', () => {
  it('is not invited before, and the host is asked about whom the desk announced', async () => {
    const { announce, visitors, pending } = await careful();
    const { id } = await announce();
    expect(visitors.messages).toMatchObject([
      { type: 'visitor-expected' },
      { type: 'visitor-approval', personId: grace.id, announcedBy: 'Rita Reception' },
    ]);
    expect((await pending('vw')).map((one) => one.id)).toEqual([id]);
  });

  it('is the desk’s to agree to where the host announced them', async () => {
    const { announce, visitors, decide } = await careful();
    const { id: visitorId } = await announce(byHost);
    expect(visitors.messages[1]).not.toHaveProperty('personId');
    const own = decide({ visitorId, hostId: grace.id, approve: true, reason: '', by: graceHerself });
    await expect(own).rejects.toMatchObject({ code: 'register.own_announcement' });
    expect(await decide({ visitorId, siteId: 'vw', approve: true, reason: '', by: rita })).toMatchObject({
      approval: { state: 'approved', byId: 'rita' },
    });
  });

  it('is invited once agreed to, whoever announced them is told, and who agreed is in the audit', async () => {
    const { announce, visitors, decide, audits, pending } = await careful();
    const { id: visitorId } = await announce();
    const verdict = { visitorId, hostId: grace.id, approve: true, reason: '', by: graceHerself };
    await Promise.all([decide(verdict), decide(verdict)]);
    expect(visitors.told().slice(2)).toEqual(['visitor-decided', 'invitation']);
    expect(await pending('vw')).toEqual([]);
    expect([...audits.entries.values()]).toMatchObject([
      { action: 'visitor.approve', actorId: grace.id, subjectId: visitorId },
    ]);
  });

  it('is not expected any more once refused, and nobody changes that', async () => {
    const { announce, visitors, decide } = await careful();
    const { id: visitorId } = await announce();
    const refused = await decide({ visitorId, hostId: grace.id, approve: false, reason, by: graceHerself });
    expect(refused).toMatchObject({ status: 'cancelled', approval: { state: 'refused', reason } });
    expect(visitors.told().slice(2)).toEqual(['visitor-cancelled', 'visitor-decided']);
    const after = decide({ visitorId, siteId: 'vw', approve: true, reason: '', by: olga });
    await expect(after).rejects.toMatchObject({ code: 'register.visitor_not_pending' });
  });

  it('does not come in before, at the kiosk or at the desk', async () => {
    const { announce, arrive, decide } = await careful();
    const { id } = await announce();
    for (const anyDay of [true, false])
      await expect(arrive(id, { anyDay })).rejects.toMatchObject({ code: 'register.visitor_not_approved' });
    await decide({ visitorId: id, siteId: 'vw', approve: true, reason: '', by: olga });
    expect(await arrive(id)).toMatchObject({ changed: true });
  });

  it('gets no invitation by a change or a reminder either', async () => {
    const { announce, change, sendInvitation, visitors } = await careful();
    const { id: visitorId } = await announce();
    await change({ siteId: 'vw', visitorId, given: { expectedOn: '2026-03-03' } });
    const again = sendInvitation({ visitorId, hostId: grace.id });
    await expect(again).rejects.toMatchObject({ code: 'register.visitor_not_approved' });
    expect(visitors.told()).not.toContain('invitation');
  });

  it("is nobody else's: of another host or site there is no such visitor", async () => {
    const { announce, decide } = await careful();
    const { id: visitorId } = await announce();
    const verdict = { visitorId, approve: true, reason: '', by: olga };
    for (const where of [{ hostId: olga.personId }, { siteId: 'north' }])
      await expect(decide({ ...verdict, ...where })).rejects.toMatchObject({ code: 'register.visitor_not_found' });
  });
});

describe('a visitor whom nobody has to agree to', () => {
  it('is invited at once: where the site says so, and where the desk announces them for nobody in particular', async () => {
    const house = await careful();
    await house.announce();
    await house.announce({ ...atTheDesk });
    const alone = await house.expect({
      siteId: 'vw',
      by: atTheDesk,
      announcement: { ...(await aReception().announce()), hostId: '', email: 'vi@example.org' },
    });
    expect(alone).not.toHaveProperty('approval');
    expect(house.visitors.told().filter((type) => type === 'invitation')).toHaveLength(1);
    expect(await aReception().announce()).not.toHaveProperty('approval');
  });
});
