import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Channel, Lane, Reach } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import { later, nine } from '../../domain/testing.ts';
import { toAsked } from './asked.ts';
import { aCommand } from './testing.ts';

const come = { at: nine, attempt: 1 };
const toPerson = { to: '', channel: Channel.UNSPECIFIED, personId: 'p1' };

describe('a command', () => {
  it('is read in our own words', () => {
    expect(toAsked(aCommand(), come)).toEqual({
      wish: {
        idempotencyKey: 'presence:v1:in:north',
        lane: 'transactional',
        category: 'presence',
        template: 'presence',
        variables: { displayName: 'Ada Lovelace', movement: 'in', count: '3', siteName: 'North Workshop' },
        reference: 'visit:v1',
      },
      target: { channel: 'slack', to: '#building' },
      attachments: [],
      ...come,
    });
  });

  it('brings its secrets, its expiry and its trace along', () => {
    const sealedVariables = new Uint8Array([1, 2, 3]);

    expect(
      toAsked(aCommand({ sealedVariables, expiresAt: timestampFromDate(nine) }), { ...come, traceparent: '00-trace' })
        .wish,
    ).toMatchObject({
      sealed: sealedVariables,
      expiresAt: nine,
      traceparent: '00-trace',
    });
  });

  it.each([
    ['idempotency_key', { idempotencyKey: '' }],
    ['lane', { lane: Lane.UNSPECIFIED }],
    ['lane', { lane: 99 as Lane }],
    ['to', { to: 'x'.repeat(501) }],
    ['template', { template: '' }],
    ['reference', { reference: 'x'.repeat(201) }],
    ['to, person_id', { to: '' }],
    ['to, person_id', { personId: 'p1' }],
    ['channel', { channel: Channel.UNSPECIFIED }],
    ['nth', { ...toPerson, nth: -1 }],
    ['reach', { ...toPerson, reach: 9 as Reach }],
    ['attachments', { attachments: Array.from({ length: 11 }, () => ({ name: 'a', contentType: 'a/b' })) }],
  ])('that breaks the rule of %s is refused by that name', (field, change) => {
    expect(() => toAsked(aCommand(change), come)).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        code: 'notifier.bad_command',
        message: expect.stringContaining(field),
      }),
    );
  });

  it('may name a person, and which contacts', () => {
    const { target } = toAsked(aCommand({ ...toPerson, reach: Reach.NTH, nth: 2, channel: Channel.SMS }), come);

    expect(target).toEqual({ personId: 'p1', reach: { kind: 'nth', nth: 2, channel: 'sms' } });
    expect(toAsked(aCommand(toPerson), come).target).toEqual({ personId: 'p1', reach: { kind: 'preferred', nth: 0 } });
  });

  it('that can be answered can be for a day, unless it says how long', () => {
    const answerUntil = timestampFromDate(later(60));

    expect(toAsked(aCommand({ answerable: true }), come).wish.answerUntil).toEqual(later(86_400));
    expect(toAsked(aCommand({ answerable: true, answerUntil }), come).wish.answerUntil).toEqual(later(60));
    expect(toAsked(aCommand({ answerUntil }), come).wish).not.toHaveProperty('answerUntil');
  });

  it('is refused without a word of what it holds', () => {
    expect(() => toAsked(aCommand({ to: 'ada@example.org', template: '' }), come)).not.toThrow(
      expect.objectContaining({ message: expect.stringContaining('ada') }),
    );
  });
});
