import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Via } from '@guildhall/contracts/register/v1/events';
import {
  CreateSiteRequestSchema,
  GetPresenceRequestSchema,
  GetStatusRequestSchema,
  ListAuditsRequestSchema,
  Movements,
  PresenceState,
  Privacy,
  SignInRequestSchema,
  UpdateSiteRequestSchema,
} from '@guildhall/contracts/register/v1/service';
import { anonymous, type Principal } from '@guildhall/kernel';
import type { Call } from '@guildhall/messaging';
import { describe, expect, it, vi } from 'vitest';
import { SiteCatalogue } from '../../app/sites/site-catalogue.ts';
import { aPerson, aSite, inMemorySites } from '../../app/testing.ts';
import { siteDay } from '../../domain/site-day.ts';
import { openVisit } from '../../domain/visit.ts';
import { type RegisterHandlers, registerService } from './register.service.ts';

const at = new Date('2026-03-02T09:00:00Z');
const site = aSite({ slackWebhooks: [{ url: 'https://hooks.slack.com/a', movements: 'in', privacy: 'initials' }] });
const visit = openVisit('v1', { site, day: siteDay(site, at), at, by: aPerson('Ada'), entrance: 'Front' });

const callOf = (kind: Principal['kind'] = 'session', userAgent = 'Firefox'): Call => ({
  principal: { ...anonymous, kind, personId: 'ada', displayName: 'Ada Lovelace' },
  client: { ip: '192.0.2.7', userAgent },
  deadline: Infinity,
});

const serviceWith = (handlers: Partial<RegisterHandlers>) => {
  const sites = new SiteCatalogue(inMemorySites(site));
  sites.put(site);
  return registerService({ sites, today: () => '2026-03-02', ...handlers } as RegisterHandlers);
};
const request = <S extends DescMessage>(schema: S, body: MessageInitShape<S>) => create(schema, body);

describe('who moves', () => {
  const seen = async (call: Call) => {
    const signIn = vi.fn<RegisterHandlers['signIn']>(async () => ({ changed: true, occupancy: 1, at }));
    await serviceWith({ signIn }).signIn(request(SignInRequestSchema, { siteId: 'vw' }), call);
    return signIn.mock.calls[0]?.[0].by;
  };

  it('is the caller, as the gateway established', async () => {
    expect(await seen(callOf())).toEqual({
      personId: 'ada',
      displayName: 'Ada Lovelace',
      via: 'web',
      ip: '192.0.2.7',
      userAgent: 'Firefox',
    });
  });

  it('moves by token where a token proved it', async () => {
    expect(await seen(callOf('token'))).toMatchObject({ via: 'token' });
  });

  it('may have a user agent of any length; 255 characters are kept', async () => {
    expect((await seen(callOf('session', 'x'.repeat(10_000))))?.userAgent).toHaveLength(255);
  });
});

describe('answers', () => {
  it('say no visit when there was none to close', async () => {
    const signOut = async () => ({ changed: false, occupancy: 0, at });
    const answer = await serviceWith({ signOut }).signOut(request(SignInRequestSchema, {}) as never, callOf());
    expect(answer).toEqual({ changed: false, occupancy: 0, at: timestampFromDate(at) });
  });

  it('tell in from out', async () => {
    const inside = serviceWith({
      getStatus: async () => ({ now: at, today: '2026-03-02', visit: { id: 'v1', since: at } }),
    });
    const outside = serviceWith({ getStatus: async () => ({ now: at, today: '2026-03-02' }) });
    const query = request(GetStatusRequestSchema, { siteId: 'vw' });
    expect(await inside.getStatus(query, callOf())).toEqual({
      now: timestampFromDate(at),
      today: '2026-03-02',
      state: PresenceState.IN,
      since: timestampFromDate(at),
      visitId: 'v1',
    });
    expect(await outside.getStatus(query, callOf())).toEqual({
      now: timestampFromDate(at),
      today: '2026-03-02',
      state: PresenceState.OUT,
    });
  });

  it('list people and their number', async () => {
    const getPresence = async () => ({ now: at, today: '2026-03-02', people: [visit] });
    const answer = await serviceWith({ getPresence }).getPresence(request(GetPresenceRequestSchema, {}), callOf());
    expect(answer).toMatchObject({ count: 1, people: [{ personId: 'ada', visitId: 'v1', entrance: 'Front' }] });
  });

  it('show the webhooks of a site to its administrators only', async () => {
    const service = serviceWith({});
    const { sites } = await service.listSites({} as never, callOf());
    expect(sites?.[0]).not.toHaveProperty('slackWebhooks');
    expect(await service.getSite({ siteId: 'vw' } as never, callOf())).toMatchObject({
      slackWebhooks: [{ movements: Movements.IN, privacy: Privacy.INITIALS }],
    });
  });

  it('list audit entries', async () => {
    const nobody = { actorId: '', subjectId: 'ada', siteId: 'vw', ip: '', userAgent: '' };
    const entry = { id: 'a', at, action: 'visit.rollover', via: 'system', ...nobody } as const;
    const service = serviceWith({ listAudits: async () => ({ audits: [entry], nextPageToken: 'next' }) });
    const answer = await service.listAudits(request(ListAuditsRequestSchema, {}), callOf());
    expect(answer).toMatchObject({ nextPageToken: 'next', audits: [{ via: Via.SYSTEM, at: timestampFromDate(at) }] });
  });
});

describe('settings of a site', () => {
  it('take every movement and the full name for a webhook that says neither', async () => {
    const createSite = vi.fn<RegisterHandlers['createSite']>(async () => site);
    const body = { id: 'quay', name: ' Quay ', timeZone: 'Europe/Paris', slackWebhooks: [{ url: 'https://x' }] };
    await serviceWith({ createSite }).createSite(request(CreateSiteRequestSchema, { site: body }), callOf());
    expect(createSite.mock.calls[0]?.[0]).toMatchObject({
      id: 'quay',
      settings: { name: 'Quay', slackWebhooks: [{ url: 'https://x', movements: 'both', privacy: 'name' }] },
    });
    expect(createSite.mock.calls[0]?.[0].settings).not.toHaveProperty('dayRollover');
  });

  it('change only where the mask names them', async () => {
    const updateSite = vi.fn<RegisterHandlers['updateSite']>(async () => site);
    const body = { name: 'Ignored', carryOver: false, declaration: { text: 'I am well.' } };
    const updateMask = { paths: ['carry_over', 'declaration', 'id', 'today'] };
    const patch = request(UpdateSiteRequestSchema, { siteId: 'vw', site: body, updateMask });
    await serviceWith({ updateSite }).updateSite(patch, callOf());
    expect(updateSite.mock.calls[0]?.[0].given).toEqual({ carryOver: false, declarationText: 'I am well.' });
  });
});
