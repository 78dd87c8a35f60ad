import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ClosedReason, Via } from '@guildhall/contracts/register/v1/events';
import {
  AddVisitRequestSchema,
  AppAction,
  CorrectMyVisitRequestSchema,
  CorrectVisitRequestSchema,
  GetQrPngRequestSchema,
  GetWhoIsInRequestSchema,
  SetAppStatusRequestSchema,
  UseSignOutLinkRequestSchema,
} from '@guildhall/contracts/register/v1/service';
import { anonymous } from '@guildhall/kernel';
import type { Call } from '@guildhall/messaging';
import { describe, expect, it, vi } from 'vitest';
import { aPerson, aSite } from '../../app/testing.ts';
import { siteDay } from '../../domain/site-day.ts';
import { openVisit, signOut } from '../../domain/visit.ts';
import { type PresenceHandlers, presenceMethods } from './presence.service.ts';

const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T17:10:00Z');
const site = aSite();
const visit = openVisit('v1', { site, day: siteDay(site, at), at, by: aPerson('Ada'), entrance: 'Front' });
const call: Call = {
  principal: { ...anonymous, kind: 'session', personId: 'ada', displayName: 'Ada Lovelace' },
  client: { ip: '192.0.2.7', userAgent: 'x'.repeat(300) },
  deadline: Infinity,
};

const methodsWith = (handlers: Partial<PresenceHandlers>) => presenceMethods(handlers as PresenceHandlers);
const request = <S extends DescMessage>(schema: S, body: MessageInitShape<S>) => create(schema, body);

describe('a correction', () => {
  it('of an own visit names only the times that are given', async () => {
    const correctMyVisit = vi.fn<PresenceHandlers['correctMyVisit']>(async () => visit);
    const body = { visitId: 'v1', leftAt: timestampFromDate(later) };
    await methodsWith({ correctMyVisit }).correctMyVisit(request(CorrectMyVisitRequestSchema, body), call);
    const command = correctMyVisit.mock.calls[0]?.[0];
    expect(command).toMatchObject({ visitId: 'v1', reason: '', by: { personId: 'ada', via: 'web' } });
    expect(command?.better).toEqual({ leftAt: later });
  });

  it('by an administrator is made as one', async () => {
    const correctVisit = vi.fn<PresenceHandlers['correctVisit']>(async () => visit);
    const body = { visitId: 'v1', close: true, reason: 'was seen leaving' };
    await methodsWith({ correctVisit }).correctVisit(request(CorrectVisitRequestSchema, body), call);
    expect(correctVisit.mock.calls[0]?.[0]).toMatchObject({
      better: { close: true },
      reason: 'was seen leaving',
      by: { via: 'admin' },
    });
  });

  it('may be a visit that nobody recorded', async () => {
    const addVisit = vi.fn<PresenceHandlers['addVisit']>(async () => visit);
    const body = { siteId: 'vw', personId: 'bob', arrivedAt: timestampFromDate(at), reason: 'forgot' };
    await methodsWith({ addVisit }).addVisit(request(AddVisitRequestSchema, body), call);
    expect(addVisit.mock.calls[0]?.[0]).toMatchObject({ siteId: 'vw', personId: 'bob', arrivedAt: at });
    expect(addVisit.mock.calls[0]?.[0]).not.toHaveProperty('leftAt');
  });

  it('is shown with the visit', async () => {
    const correction = { auditId: 'c', at, actorId: 'alex', reason: 'forgot', selfDeclared: false };
    const times = { arrivedAt: at, leftAt: later, open: false };
    const closed = { ...signOut(visit, later, aPerson('Ada'), 0).next, corrections: [{ ...correction, after: times }] };
    expect(await methodsWith({ getVisit: async () => closed }).getVisit({ visitId: 'v1' } as never)).toMatchObject({
      leftAt: timestampFromDate(later),
      closedReason: ClosedReason.SIGNED_OUT,
      via: Via.WEB,
      entrance: 'Front',
      corrections: [{ actorId: 'alex', after: { leftAt: timestampFromDate(later) } }],
    });
  });
});

describe('a sign-out link', () => {
  it('tells when and where, not who', async () => {
    const useSignOutLink = vi.fn<PresenceHandlers['useSignOutLink']>(async () => {
      return { site, visit, open: false, changed: true };
    });
    const methods = methodsWith({ useSignOutLink });
    const answer = await methods.useSignOutLink(request(UseSignOutLinkRequestSchema, { token: 't' }), call);
    expect(answer).toMatchObject({ siteName: 'Vauxhall Walk', timeZone: 'Europe/London', changed: true });
    expect(
      JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/ada/i);
    expect(useSignOutLink.mock.calls[0]?.[0].userAgent).toHaveLength(255);
  });
});

describe('the mobile app', () => {
  it.each([
    [AppAction.ENTER, 'enter'],
    [AppAction.EXIT, 'exit'],
    [AppAction.UNSPECIFIED, undefined],
  ])('says %i for %s', async (action, expected) => {
    const setAppStatus = vi.fn<PresenceHandlers['setAppStatus']>(async () => {
      return { inOffice: true, statusUpdated: true, firstName: 'Ada', lastName: 'King', timestamp: at, siteId: 'vw' };
    });
    const methods = methodsWith({ setAppStatus });
    const answer = await methods.setAppStatus(request(SetAppStatusRequestSchema, { action, pushToken: 'P1' }), call);
    expect(setAppStatus.mock.calls[0]?.[0]).toMatchObject({ action: expected, pushToken: 'P1', siteId: '' });
    expect(answer).toMatchObject({ inOffice: true, timestamp: timestampFromDate(at) });
  });

  it('has names of its own on the wire (16)', () => {
    const { fields } = SetAppStatusRequestSchema.file.messages.find(({ name }) => name === 'AppStatus')!;
    expect(fields.map(({ jsonName }) => jsonName)).toEqual([
      'in_office',
      'status_updated',
      'first_name',
      'last_name',
      'timestamp',
      'site_id',
    ]);
  });
});

it('shows who is in by name and since when', async () => {
  const getWhoIsIn = async () => ({ now: at, count: 3, people: [visit] });
  const answer = await methodsWith({ getWhoIsIn }).getWhoIsIn(request(GetWhoIsInRequestSchema, { siteId: 'vw' }));
  expect(answer).toMatchObject({ count: 3, people: [{ personId: 'ada', since: timestampFromDate(at) }] });
});

it('answers a poster as an image', async () => {
  const drawPng = async () => new Uint8Array([1]);
  const answer = await methodsWith({ drawPng }).getQrPng(request(GetQrPngRequestSchema, { siteId: 'vw', logo: true }));
  expect(answer).toEqual({ contentType: 'image/png', data: new Uint8Array([1]) });
});
