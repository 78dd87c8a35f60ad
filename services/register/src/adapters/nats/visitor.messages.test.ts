import { fromBinary } from '@bufbuild/protobuf';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { HostAnswer, HostAnsweredSchema, VisitorArrivedSchema } from '@guildhall/contracts/register/v1/visitor_events';
import { Via } from '@guildhall/contracts/register/v1/events';
import { describe, expect, it } from 'vitest';
import { aReception } from '../../app/visitors/testing.ts';
import type { VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import { visitorMessage } from './visitor.messages.ts';
import { visitorInReference } from './visitor-notice.message.ts';

/** Everything that one visit of an announced visitor on the watch list says. */
async function allSaid() {
  const desk = aReception();
  await desk.addWatchEntry({
    siteId: 'vw',
    name: '',
    company: 'Analytical Engines',
    note: '',
    notifyPersonIds: ['gregor'],
  });
  const { id } = await desk.announce({ email: 'lukasz@example.org', vehicle: 'AB12 CDE' });
  await desk.arrive(id);
  desk.clock.set('2026-03-02T09:10:00Z');
  await desk.due(id);
  await desk.answer({ visitorId: id, answer: 'coming' });
  await desk.leaves(id);
  return { id, messages: desk.visitors.messages };
}

const isFact = (message: VisitorFact | VisitorNotice): message is VisitorFact =>
  /^visitor-(expected|cancelled|arrived|left)$|^host-answered$/.test(message.type);

describe('the facts about a visitor', () => {
  it('carry ids and nothing of who it is, for names are erased one day', async () => {
    const { messages } = await allSaid();
    const facts = messages.filter(isFact).map(visitorMessage);
    expect(facts).toHaveLength(4);
    for (const { data } of facts) expect(Buffer.from(data).toString()).not.toMatch(/ukasz|Engines|AB12|example\.org/);
  });

  it('say how somebody arrived, and what the host answered', async () => {
    const { messages } = await allSaid();
    const [, arrived, answered] = messages.filter(isFact).map(visitorMessage);
    expect(fromBinary(VisitorArrivedSchema, arrived!.data)).toMatchObject({
      hostId: 'grace',
      via: Via.ADMIN,
      watched: true,
    });
    expect(fromBinary(HostAnsweredSchema, answered!.data)).toMatchObject({ answer: HostAnswer.COMING });
  });
});

describe('what people are told about a visitor', () => {
  it('goes to an address once, and otherwise to people, whom the notifier knows how to reach', async () => {
    const { id, messages } = await allSaid();
    const asked = messages
      .filter((message) => !isFact(message))
      .map((message) => fromBinary(SendMessageSchema, visitorMessage(message).data));
    expect(asked.map(({ template, to, personId }) => [template, to || personId])).toEqual([
      ['invitation', 'lukasz@example.org'],
      ['host-arrival', 'grace'],
      ['watch-alert', 'gregor'],
      ['watch-alert', 'grace'],
      ['visitor-waiting', 'grace'],
    ]);
    expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(asked.length);
    expect(new Set(asked.map(({ reference }) => visitorInReference(reference)))).toEqual(new Set([id]));
  });

  it('is answered by text message where an answer is asked for', async () => {
    const { messages } = await allSaid();
    const answerable = messages
      .filter((message) => !isFact(message))
      .map((message) => fromBinary(SendMessageSchema, visitorMessage(message).data))
      .filter((message) => message.answerable);
    expect(answerable.map(({ template }) => template)).toEqual(['host-arrival', 'visitor-waiting']);
  });

  it('is about nothing else', () => {
    expect(visitorInReference('incident:1')).toBeUndefined();
  });
});
