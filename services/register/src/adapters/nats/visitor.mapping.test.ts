import { create } from '@bufbuild/protobuf';
import {
  PhoneRule,
  PhotoRule,
  ReceptionSchema,
  VisitorKind,
  VisitorSchema,
  VisitorStatus,
} from '@guildhall/contracts/register/v1/visitors';
import { HostAnswer } from '@guildhall/contracts/register/v1/visitor_events';
import { describe, expect, it } from 'vitest';
import { announced, aReception } from '../../app/visitors/testing.ts';
import {
  announcementInMask,
  announcementOf,
  receptionInMask,
  receptionToProto,
  visitorToProto,
} from './visitor.mapping.ts';
import { answerOf, answerToProto, kindOf, statusOf, statusToProto } from './visitor.vocabulary.ts';

describe('a visitor in the published language', () => {
  it('is read as it was announced', () => {
    const { hostName: _host, ...given } = { ...announced, hostName: '' };
    expect(announcementOf(create(VisitorSchema, { ...given, kind: VisitorKind.VISITOR }))).toEqual(given);
  });

  it('changes the fields that are named, and none that the register decides', () => {
    const visitor = create(VisitorSchema, { name: 'Ada', status: VisitorStatus.LEFT, hostId: 'grace' });
    expect(announcementInMask(visitor, ['name', 'host_id', 'status', 'watched'])).toEqual({
      name: 'Ada',
      hostId: 'grace',
    });
  });

  it('says when and how it is', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    expect(visitorToProto(visitor)).toMatchObject({
      kind: VisitorKind.VISITOR,
      status: VisitorStatus.INSIDE,
      hostName: 'Grace Hopper',
      hasPhoto: false,
    });
  });

  it('says what the host answered', async () => {
    const desk = aReception();
    const { visitor } = await desk.walkIn({ hostId: 'grace' });
    const answered = await desk.answer({ visitorId: visitor.id, answer: 'later' });
    expect(visitorToProto(answered)).toMatchObject({ hostAnswer: HostAnswer.LATER });
  });
});

describe('words', () => {
  it.each(Object.entries(statusToProto))('of status %s come back', (word, value) => {
    expect(statusOf(value)).toBe(word);
  });

  it.each(Object.entries(answerToProto))('of answer %s come back', (word, value) => {
    expect(answerOf(value)).toBe(word);
  });

  it('that are absent are a visitor, and every status', () => {
    expect([kindOf(VisitorKind.UNSPECIFIED), statusOf(VisitorStatus.UNSPECIFIED)]).toEqual(['visitor', undefined]);
  });
});

describe('a reception in the published language', () => {
  it('changes the settings that are named', () => {
    const reception = create(ReceptionSchema, { waitingMinutes: 5, photo: PhotoRule.OPTIONAL, idleSeconds: 9 });
    expect(receptionInMask(reception, ['waiting_minutes', 'photo'])).toEqual({ waitingMinutes: 5, photo: 'optional' });
  });

  it('asks for a phone number unless it says otherwise', () => {
    expect(receptionInMask(create(ReceptionSchema), ['phone'])).toEqual({ phone: 'optional' });
    expect(receptionInMask(create(ReceptionSchema, { phone: PhoneRule.OFF }), ['phone'])).toEqual({ phone: 'off' });
  });

  it('has its documents with their versions', async () => {
    const desk = aReception();
    const document = { id: 'nda', title: 'NDA', text: 'x', version: 0, contractorsOnly: false, needsSignature: false };
    const updated = await desk.updateReception({ siteId: 'vw', given: { documents: [document] } });
    expect(receptionToProto(updated)).toMatchObject({ siteId: 'vw', documents: [{ id: 'nda', version: 1 }] });
  });
});
