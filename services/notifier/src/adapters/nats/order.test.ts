import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Lane } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import { nine } from '../../domain/testing.ts';
import { toOrder } from './order.ts';
import { aCommand } from './testing.ts';

describe('a command', () => {
  it('is read in our own words', () => {
    expect(toOrder(aCommand())).toEqual({
      idempotencyKey: 'presence:v1:in:north',
      lane: 'transactional',
      category: 'presence',
      channel: 'slack',
      to: '#building',
      template: 'presence',
      variables: {
        displayName: 'Ada Lovelace',
        movement: 'in',
        count: '3',
        siteName: 'North Workshop',
      },
      reference: 'visit:v1',
    });
  });

  it('brings its secrets, its expiry and its trace along', () => {
    const sealedVariables = new Uint8Array([1, 2, 3]);

    expect(toOrder(aCommand({ sealedVariables, expiresAt: timestampFromDate(nine) }), '00-trace')).toMatchObject({
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
  ])('that breaks the rule of %s is refused by that name', (field, change) => {
    expect(() => toOrder(aCommand(change))).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        code: 'notifier.bad_command',
        message: expect.stringContaining(field),
      }),
    );
  });

  it('is refused without a word of what it holds', () => {
    expect(() => toOrder(aCommand({ to: 'ada@example.org', template: '' }))).not.toThrow(
      expect.objectContaining({ message: expect.stringContaining('ada') }),
    );
  });
});
