import { describe, expect, it } from 'vitest';
import { aSite } from '../testing.ts';
import { aReception } from './testing.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const nda = { id: 'nda', title: 'NDA', text: 'Tell nobody.', version: 0, contractorsOnly: false, needsSignature: true };

describe('receiving a visitor', () => {
  it('opens a visit of their kind, which counts like any other', async () => {
    const desk = aReception();
    const { id } = await desk.announce({ kind: 'contractor' });
    const { visitId, occupancy } = await desk.arrive(id, { overrideReason: 'Works with Bob.' });
    expect(desk.visits.stored.get(visitId)).toMatchObject({ personId: id, kind: 'contractor', open: true });
    expect([occupancy, desk.presence.count('vw')]).toEqual([1, 1]);
  });

  it('tells the host at once', async () => {
    const desk = aReception();
    const { id } = await desk.announce();
    await desk.arrive(id);
    expect(desk.visitors.told()).toEqual(['visitor-expected', 'visitor-arrived', 'host-arrival']);
  });

  it('is one arrival however often it is asked for, also at once', async () => {
    const desk = aReception();
    const { id } = await desk.announce();
    const answers = await Promise.all([desk.arrive(id), desk.arrive(id), desk.arrive(id)]);
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(1);
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
    expect(desk.visitors.told().filter((type) => type === 'host-arrival')).toHaveLength(1);
  });

  it('repairs itself when the visit was stored and the visitor was not', async () => {
    const desk = aReception();
    const { id, name } = await desk.announce();
    const by = { personId: id, displayName: name, via: 'kiosk', ip: '', userAgent: '' } as const;
    const { visitId } = await desk.signIn({ siteId: 'vw', clientDate: '', entrance: '', by, kind: 'visitor' });
    const received = await desk.arrive(id);
    expect(received).toMatchObject({ visitId, changed: false, visitor: { status: 'inside', visitId } });
  });

  it('takes walk-ins, and hosts whom the register knows', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    expect(visitor).toMatchObject({ status: 'inside', hostName: 'Grace Hopper', expectedOn: '2026-03-02' });
    await expect(desk.walkIn({ hostId: 'nobody' })).rejects.toMatchObject({ code: 'register.person_not_found' });
  });

  it('asks for the documents in their current versions, and keeps the signature', async () => {
    const desk = aReception();
    await desk.updateReception({ siteId: 'vw', given: { documents: [nda] } });
    await expect(desk.walkIn()).rejects.toMatchObject({ code: 'register.documents_missing' });
    const { visitor } = await desk.walkIn({}, { acceptances: [{ documentId: 'nda', version: 1, signature: png }] });
    expect(visitor.acceptances).toMatchObject([{ documentId: 'nda', version: 1 }]);
    expect(desk.pictures.stored.size).toBe(1);
  });

  it('stores nothing of a refused walk-in', async () => {
    const desk = aReception();
    await desk.updateReception({ siteId: 'vw', given: { documents: [nda] } });
    await expect(desk.walkIn()).rejects.toThrow();
    expect([desk.visitors.stored.size, desk.visits.stored.size]).toEqual([0, 0]);
  });

  it('refuses a signature that is no picture', async () => {
    const desk = aReception();
    const acceptances = [{ documentId: 'nda', version: 1, signature: Uint8Array.from([1]) }];
    await expect(desk.walkIn({}, { acceptances })).rejects.toMatchObject({ code: 'register.picture_unusable' });
  });

  it('asks nobody who comes back the same day to sign again', async () => {
    const desk = aReception();
    await desk.updateReception({ siteId: 'vw', given: { documents: [nda] } });
    const { visitor } = await desk.walkIn({}, { acceptances: [{ documentId: 'nda', version: 1, signature: png }] });
    await desk.leaves(visitor.id);
    expect((await desk.arrive(visitor.id)).visitor).toMatchObject({ status: 'inside' });
  });

  it.each(['visitor', 'contractor'] as const)('lets a full site refuse a %s', async (kind) => {
    const desk = aReception(undefined, aSite({ capacity: 1, hardStop: true }));
    await desk.walkIn({ name: 'Bob Bauer' });
    await expect(desk.walkIn({ kind }, { overrideReason: 'x' })).rejects.toMatchObject({ code: 'register.site_full' });
  });
});

describe('the invitation', () => {
  it('is for its day at a kiosk; the desk decides', async () => {
    const desk = aReception();
    const { id } = await desk.announce({ expectedOn: '2026-03-04' });
    await expect(desk.arrive(id, { anyDay: false })).rejects.toMatchObject({
      code: 'register.visitor_other_day',
      details: { expectedOn: '2026-03-04' },
    });
    expect((await desk.arrive(id)).changed).toBe(true);
  });

  it('opens nothing once it was cancelled, or at another site', async () => {
    const desk = aReception();
    const { id } = await desk.announce();
    await desk.cancel({ visitorId: id, siteId: 'vw' });
    await expect(desk.arrive(id)).rejects.toMatchObject({ code: 'register.visitor_not_expected' });
    await expect(desk.arrive('visitor-x')).rejects.toMatchObject({ code: 'register.visitor_not_found' });
  });
});

describe('a contractor', () => {
  it('without a valid induction is refused with clear words', async () => {
    const desk = aReception();
    const contractor = { kind: 'contractor', name: 'Bob Bauer', company: 'Bau AG' } as const;
    await expect(desk.walkIn(contractor)).rejects.toMatchObject({ code: 'register.induction_missing' });
    await desk.recordInduction({ siteId: 'vw', name: 'bob bauer', company: 'BAU AG', expiresOn: '2026-03-01' });
    await expect(desk.walkIn(contractor)).rejects.toMatchObject({ details: { expiresOn: '2026-03-01' } });
    await desk.recordInduction({ siteId: 'vw', name: 'Bob Bauer', company: 'Bau AG', expiresOn: '2026-03-02' });
    expect((await desk.walkIn(contractor)).changed).toBe(true);
  });

  it('is let in by the desk with a reason, which is kept', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ kind: 'contractor' }, { overrideReason: 'Escorted by Grace.' });
    expect(visitor.overrideReason).toBe('Escorted by Grace.');
  });
});

describe('somebody on the watch list', () => {
  it('comes in like anybody, while the host and those named are alerted, each once', async () => {
    const desk = aReception();
    const entry = { name: 'Ada Lovelace', company: '', note: 'Call security.', notifyPersonIds: ['grace', 'gregor'] };
    await desk.addWatchEntry({ siteId: 'vw', ...entry });
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    const alerts = desk.visitors.messages.filter(({ type }) => type === 'watch-alert');
    expect(visitor.watched).toBe(true);
    expect(alerts).toMatchObject([{ personId: 'grace', note: 'Call security.' }, { personId: 'gregor' }]);
  });
});
