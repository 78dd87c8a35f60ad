import { create } from '@bufbuild/protobuf';
import {
  GetPresenceRequestSchema,
  RegisterService,
  StreamPresenceRequestSchema,
} from '@guildhall/contracts/register/v1/service';
import { describe, expect, it } from 'vitest';
import { feedRouteOf, snapshotRequest } from './feed-route.ts';
import { routesOf } from './transcoding/route.ts';

const routes = routesOf([RegisterService]).map(([, route]) => route);
const stream = routes.find(({ feed }) => feed !== undefined)!;
const feed = stream.feed!;

describe('the contract of a feed', () => {
  it('says which facts of which stream it is made of', () => {
    const { stream: kept, facts, match, snapshot } = feedRouteOf(stream);
    expect(kept.name).toBe('EVT_REGISTER');
    expect(facts.map(({ name }) => name)).toEqual([
      'VisitOpened',
      'VisitClosed',
      'VisitRolledOver',
      'VisitorRenamed',
      'VisitCorrected',
      'VisitReassigned',
    ]);
    expect([match, snapshot?.name]).toEqual(['siteId', 'GetPresence']);
  });

  it.each([
    ['names a fact that is not there', { ...feed, facts: ['register.v1.Nothing'] }],
    ['mixes the facts of two services', { ...feed, facts: [...feed.facts, 'identity.v1.PersonCreated'] }],
    ['matches on a field that the facts lack', { ...feed, match: 'person' }],
    ['begins with a method that is not there', { ...feed, snapshot: 'GetNothing' }],
  ])('keeps the gateway from starting when it %s', (_name, wrong) => {
    expect(() => feedRouteOf({ ...stream, feed: wrong })).toThrow();
  });

  it('asks for its snapshot with what the request says', () => {
    const message = create(StreamPresenceRequestSchema, { siteId: 'north' });
    expect(snapshotRequest(RegisterService.method.getPresence, message)).toEqual(
      create(GetPresenceRequestSchema, { siteId: 'north' }),
    );
  });
});
