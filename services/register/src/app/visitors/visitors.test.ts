import { describe, expect, it } from 'vitest';
import { answerIn } from './answer-arrival.ts';
import { settleVisit } from './release-visitor.ts';
import { aReception, desk as by } from './testing.ts';

const today = { siteId: 'vw', date: '', status: undefined, name: '', pageSize: 0, pageToken: '' };
const lastPart = (text: string) => text.slice(text.lastIndexOf('/') + 1);

describe('announcing a visitor', () => {
  it('invites by mail where there is an address, with a code and a calendar entry', async () => {
    const desk = aReception();
    await desk.announce({ email: 'ada@example.org' });
    const [, invitation] = desk.visitors.messages;
    expect(invitation).toMatchObject({
      type: 'invitation',
      enclosures: [{ contentType: 'image/png' }, { contentType: expect.stringContaining('text/calendar') }],
    });
  });

  it('invites again when the invitation says something else, and not otherwise', async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce({ email: 'ada@example.org' });
    await desk.change({ siteId: 'vw', visitorId, given: { vehicle: 'AB12 CDE' } });
    expect(desk.visitors.told().filter((type) => type === 'invitation')).toHaveLength(1);
    await desk.change({ siteId: 'vw', visitorId, given: { expectedOn: '2026-03-03' } });
    expect(desk.visitors.told().filter((type) => type === 'invitation')).toHaveLength(2);
  });

  it('keeps a telephone number in its one spelling, and refuses what is none', async () => {
    const desk = aReception();
    expect(await desk.announce({ phone: ' +44 20 7946 0018' })).toMatchObject({ phone: '+442079460018' });
    const { visitor } = await desk.walkIn({ phone: '+44 7700 900123' });
    expect(visitor).toMatchObject({ phone: '+447700900123' });
    await expect(desk.announce({ phone: 'none' })).rejects.toMatchObject({
      code: 'register.invalid_visitor',
      errors: [{ pointer: '/phone' }],
    });
  });

  it('changes nothing about somebody who has come', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn();
    const change = { siteId: 'vw', visitorId: visitor.id, given: { name: 'Bob' } };
    await expect(desk.change(change)).rejects.toMatchObject({ code: 'register.visitor_not_expected' });
  });

  it("is called off by the desk of the site or by the host, and by nobody else's", async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce();
    await expect(desk.cancel({ visitorId, hostId: 'gregor' })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await desk.cancel({ visitorId, hostId: 'grace' })).toMatchObject({ status: 'cancelled' });
    expect(await desk.cancel({ visitorId, siteId: 'vw' })).toMatchObject({ status: 'cancelled' });
  });
});

describe('time', () => {
  it('passes over those who did not come', async () => {
    const desk = aReception();
    const { id } = await desk.announce();
    desk.clock.set('2026-03-03T00:00:00Z');
    await desk.due(id);
    expect(desk.visitors.stored.get(id)).toMatchObject({ status: 'missed' });
  });

  it('reminds a host whose visitor waits, once, and not one who answered', async () => {
    const desk = aReception();
    const [first, second] = [
      await desk.walkIn({ hostId: 'grace' }),
      await desk.walkIn({ name: 'Bob', hostId: 'grace' }),
    ];
    await desk.answer({ visitorId: second.visitor.id, hostId: 'grace', answer: 'coming' });
    desk.clock.set('2026-03-02T09:10:00Z');
    for (const { visitor } of [first, second, first]) await desk.due(visitor.id);
    expect(desk.visitors.told().filter((type) => type === 'visitor-waiting')).toHaveLength(1);
  });

  it('erases names, pictures and the name on the visit thirty days after leaving', async () => {
    const desk = aReception();
    const { visitor, visitId } = await desk.walkIn();
    await desk.setPhoto({ siteId: 'vw', visitorId: visitor.id, bytes: Uint8Array.from([0xff, 0xd8, 0xff]) });
    await desk.leaves(visitor.id);
    desk.clock.set('2026-04-01T08:59:59Z');
    await desk.due(visitor.id);
    expect(desk.visitors.stored.get(visitor.id)).toMatchObject({ name: 'Ada Lovelace' });
    desk.clock.set('2026-04-01T09:00:00Z');
    await desk.due(visitor.id);
    expect(desk.visitors.stored.get(visitor.id)).toMatchObject({ name: '', erased: true });
    expect(desk.visits.stored.get(visitId)).toMatchObject({ displayName: '', kind: 'visitor' });
    expect(desk.pictures.stored.size).toBe(0);
  });

  it('erases on demand those of before a day who have gone', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn();
    await desk.walkIn({ name: 'Bob' });
    await desk.leaves(visitor.id);
    expect(await desk.eraseDetailsBefore('vw', '2026-03-03')).toBe(1);
    expect(await desk.eraseDetailsBefore('vw', '2026-03-03')).toBe(0);
  });
});

describe('leaving', () => {
  it('closes the visit and says so once', async () => {
    const desk = aReception();
    const { visitor, visitId } = await desk.walkIn();
    expect(await desk.leaves(visitor.id)).toMatchObject({ changed: true, visitor: { status: 'left' } });
    expect(await desk.leaves(visitor.id)).toMatchObject({ changed: false });
    await settleVisit(desk, { visitorId: visitor.id, visitId, leftAt: desk.clock.now() });
    expect(desk.visitors.told().filter((type) => type === 'visitor-left')).toHaveLength(1);
  });

  it('follows the rollover', async () => {
    const desk = aReception();
    const { visitor, visitId } = await desk.walkIn();
    desk.clock.set('2026-03-03T00:00:00Z');
    await desk.rollOver(visitId);
    await settleVisit(desk, { visitorId: visitor.id, visitId });
    expect(desk.visits.stored.get(visitId)).toMatchObject({ closedReason: 'not_signed_out' });
    expect(desk.visitors.stored.get(visitor.id)).toMatchObject({ status: 'not_signed_out' });
  });

  it('of an earlier visit, heard late, does not send away who is back', async () => {
    const desk = aReception();
    const { visitor, visitId } = await desk.walkIn();
    await desk.leaves(visitor.id);
    await desk.arrive(visitor.id);
    await settleVisit(desk, { visitorId: visitor.id, visitId, leftAt: desk.clock.now() });
    expect(desk.visitors.stored.get(visitor.id)).toMatchObject({ status: 'inside' });
  });
});

describe('links', () => {
  it('show the invitation and sign out, until the day is over', async () => {
    const desk = aReception();
    const visitor = await desk.announce();
    const token = lastPart(desk.links.invitation(visitor));
    await desk.arrive(visitor.id);
    expect(await desk.byLink.invitation(token)).toMatchObject({
      siteName: 'Vauxhall Walk',
      visitor: { id: visitor.id },
    });
    expect(await desk.byLink.leave(token, by)).toMatchObject({ visitor: { status: 'left' } });
    desk.clock.set('2026-03-03T00:00:00Z');
    await expect(desk.byLink.invitation(token)).rejects.toMatchObject({ code: 'register.link_unusable' });
  });

  it('answer for the host about that visit only', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    const token = lastPart(desk.links.answer(visitor, new Date('2026-03-02T20:00:00Z')));
    expect(await desk.byLink.answer(token, 'coming')).toMatchObject({ visitor: { answer: { answer: 'coming' } } });
    await desk.leaves(visitor.id);
    await desk.arrive(visitor.id);
    await expect(desk.byLink.answer(token, 'coming')).rejects.toMatchObject({ code: 'register.link_unusable' });
  });

  it('of another purpose open nothing', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    const token = lastPart(desk.links.answer(visitor, new Date('2026-03-02T20:00:00Z')));
    await expect(desk.byLink.leave(token, by)).rejects.toMatchObject({ code: 'register.link_unusable' });
  });
});

describe('the answer of a host', () => {
  it('counts for the own guest who is inside', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    const answer = { visitorId: visitor.id, answer: 'coming' } as const;
    await expect(desk.answer({ ...answer, hostId: 'gregor' })).rejects.toMatchObject({ kind: 'not-found' });
    await desk.leaves(visitor.id);
    await expect(desk.answer({ ...answer, hostId: 'grace' })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it.each([
    ['1', 'coming'],
    [' 2 min', 'later'],
    ['3.', 'declined'],
    ['4', 'collected'],
    ['12', undefined],
    ['yes', undefined],
  ])('by text message %j is %s', (text, given) => {
    expect(answerIn(text)).toBe(given);
  });
});

describe('the lists of a desk', () => {
  it('have everybody of the day by name, page by page', async () => {
    const desk = aReception();
    for (const name of ['Cy', 'Ada', 'Bob']) await desk.announce({ name });
    const first = await desk.list({ ...today, pageSize: 2 });
    const second = await desk.list({ ...today, pageSize: 2, pageToken: first.nextPageToken ?? '' });
    expect([...first.visitors, ...second.visitors].map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Cy']);
    expect(second).not.toHaveProperty('nextPageToken');
    await expect(desk.list({ ...today, pageToken: 'x' })).rejects.toMatchObject({ code: 'register.bad_page_token' });
  });

  it('find by a part of name or company, and by status', async () => {
    const desk = aReception();
    await desk.announce();
    await desk.walkIn({ name: 'Bob' });
    expect((await desk.list({ ...today, name: 'zol' })).visitors).toHaveLength(1);
    expect((await desk.list({ ...today, status: 'inside' })).visitors.map(({ name }) => name)).toEqual(['Bob']);
  });

  it('know who came before, each once', async () => {
    const desk = aReception();
    for (const day of ['2026-03-02', '2026-03-03']) {
      desk.clock.set(`${day}T09:00:00Z`);
      await desk.leaves((await desk.walkIn()).visitor.id);
    }
    const found = await desk.findReturning({ siteId: 'vw', name: 'love' });
    expect(found).toMatchObject([{ visits: 2, latest: { expectedOn: '2026-03-03' } }]);
  });

  it('show hosts their own guests from today on', async () => {
    const desk = aReception();
    await desk.announce({ expectedOn: '2026-03-05' });
    await desk.announce({ hostId: 'gregor' });
    expect(await desk.guestsOf('grace')).toMatchObject([{ hostId: 'grace', expectedOn: '2026-03-05' }]);
  });
});

describe('the badge', () => {
  it('is drawn for whoever is inside', async () => {
    const desk = aReception();
    const { id: visitorId } = await desk.announce();
    await expect(desk.drawBadge({ siteId: 'vw', visitorId })).rejects.toMatchObject({
      code: 'register.visitor_not_waiting',
    });
    await desk.arrive(visitorId);
    expect(await desk.drawBadge({ siteId: 'vw', visitorId })).toContain('Łukasz Żółć');
  });
});
