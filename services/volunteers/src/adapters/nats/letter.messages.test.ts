import { fromBinary } from '@bufbuild/protobuf';
import { Category, Channel, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { sealer } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../domain/letter.ts';
import { letterMessages } from './letter.messages.ts';

const sealing = sealer(Buffer.alloc(32, 1));
const messages = letterMessages({ sealer: sealing, publicUrl: 'https://x.org', timeZone: 'Asia/Jerusalem' });
const at = new Date('2026-03-02T08:00:00Z');

function sent(to: Letter['to'], about: Letter['about']) {
  const [envelope] = messages({ type: 'letter', key: 'k1', at, to, reference: 'r1', about });
  if (!envelope) throw new Error('nothing is asked for');
  return fromBinary(SendMessageSchema, envelope.data);
}

const shift = { firstName: 'Dana', title: 'Soup', startsAt: new Date('2026-03-31T06:00:00Z') };

describe('a letter', () => {
  it('with a link that admits somebody carries it sealed', () => {
    const message = sent(
      { email: 'noa@x.org', language: 'fr' },
      { template: 'volunteer_apply', firstName: 'Noa', token: 't1' },
    );
    expect(message).toMatchObject({
      to: 'noa@x.org',
      channel: Channel.EMAIL,
      locale: 'fr',
      category: Category.VOLUNTEER,
    });
    expect(message.variables).toEqual({ firstName: 'Noa' });
    expect(sealing.open(message.sealedVariables, 'volunteers:k1')).toEqual({
      confirmUrl: 'https://x.org/volunteer/confirm#t1',
    });
  });

  it('to a person leaves the channel to them', () => {
    const message = sent({ personId: 'p1' }, { template: 'shift_reminder', ...shift, place: 'haifa' });
    expect([message.personId, message.channel, message.to]).toEqual(['p1', Channel.UNSPECIFIED, '']);
    expect(message.variables).toMatchObject({
      startsAt: '2026-03-31 09:00',
      shiftUrl: 'https://x.org/me/volunteering',
    });
  });

  it('gives no reason where there is none', () => {
    const change = { template: 'shift_changed', ...shift, isCancelled: true } as const;
    expect(sent({ personId: 'p1' }, { ...change, reason: '' }).variables).not.toHaveProperty('reason');
    expect(sent({ personId: 'p1' }, { ...change, reason: 'Flood' }).variables).toMatchObject({
      isCancelled: 'yes',
      reason: 'Flood',
    });
  });

  it('of a review leads to it', () => {
    const about = {
      template: 'volunteer_review',
      firstName: 'Mona',
      count: 2,
      dueOn: '2026-03-23',
      isReminder: false,
    } as const;
    const message = sent({ role: 'administrator' }, { ...about, reviewId: 'r1' });
    expect([message.role, message.variables['reviewUrl']]).toEqual([
      'administrator',
      'https://x.org/volunteers/reviews/r1',
    ]);
  });

  it('of a decision says which', () => {
    const about = { template: 'volunteer_decided', firstName: 'Noa', roleLabel: 'Cook', reason: '' } as const;
    const decided = (isApproved: boolean) =>
      sent({ email: 'noa@x.org' }, { ...about, isApproved }).variables['isApproved'];
    expect([decided(true), decided(false)]).toEqual(['yes', '']);
  });

  it('of a week has its lines', () => {
    const message = sent(
      { personId: 'p1' },
      { template: 'volunteer_digest', firstName: 'Mona', lines: ['1 is blocked'] },
    );
    expect(message.variables['lines']).toBe('["1 is blocked"]');
  });
});
