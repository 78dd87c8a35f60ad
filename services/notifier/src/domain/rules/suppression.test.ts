import { describe, expect, it } from 'vitest';
import type { Channel } from '../message.ts';
import { later, nine } from '../testing.ts';
import {
  bounced,
  lifted,
  meaningOf,
  type Place,
  refusalOf,
  type Suppressing,
  type Suppression,
  worded,
} from './suppression.ts';

const DAY = 24 * 3_600;
const place = (change: Partial<Place> = {}): Place => ({
  id: 's1',
  channel: 'sms',
  to: '+447700900123',
  known: undefined,
  ...change,
});
const after = (...steps: readonly ((place: Place) => Suppressing | undefined)[]): Suppression | undefined =>
  steps.reduce<Suppression | undefined>((known, step) => step(place({ known }))?.next ?? known, undefined);

const grace = { personId: 'grace', ip: '', userAgent: '' };

describe('what a provider’s code says of an address', () => {
  it.each<[Channel, string, 'suppress' | 'watch' | 'nothing']>([
    ['email', '5.1.1', 'suppress'],
    ['email', '5.1.10', 'suppress'],
    ['email', '5.2.1', 'suppress'],
    ['email', '550', 'suppress'],
    ['email', '5.7.1', 'nothing'],
    ['email', '5.2.2', 'nothing'],
    ['email', '552', 'nothing'],
    ['email', '21610', 'nothing'],
    ['sms', '21610', 'suppress'],
    ['sms', '21211', 'suppress'],
    ['sms', '21614', 'suppress'],
    ['sms', '30005', 'suppress'],
    ['sms', '30006', 'suppress'],
    ['sms', '30003', 'watch'],
    ['sms', '30004', 'watch'],
    ['sms', '30007', 'nothing'],
    ['sms', '30008', 'nothing'],
    ['push', 'UNREGISTERED', 'suppress'],
    ['push', 'INVALID_ARGUMENT', 'nothing'],
    ['slack', 'channel_not_found', 'nothing'],
  ])('%s %s: %s', (channel, code, expected) => {
    const meaning = meaningOf(channel, code);
    expect(meaning ? (meaning.isFinal ? 'suppress' : 'watch') : 'nothing').toBe(expected);
    expect(bounced(place({ channel }), code, nine)?.next.isActive).toBe(meaning?.isFinal);
  });

  it('is told once', () => {
    const first = bounced(place(), '30005', nine);
    expect(first?.facts).toMatchObject([{ type: 'suppression-changed' }]);
    expect(bounced(place({ known: first?.next }), '30005', later(1))).toBeUndefined();
  });

  it('is that its owner wants no texts when the network says that', () => {
    expect(bounced(place(), '21610', nine)?.next).toMatchObject({ reason: 'stop', isActive: true });
  });
});

describe('a phone that is only switched off', () => {
  const away = (seconds: number) => (at: Place) => bounced(at, '30003', later(seconds));

  it('is given up at the third time within a week', () => {
    expect(after(away(0), away(DAY))).toMatchObject({ isActive: false });
    expect(after(away(0), away(DAY), away(2 * DAY))).toMatchObject({ isActive: true, code: '30003' });
  });

  it('is not given up for what was weeks ago', () => {
    expect(after(away(0), away(DAY), away(9 * DAY))).toMatchObject({ isActive: false });
  });
});

describe('STOP and START', () => {
  const stop = (seconds: number) => (at: Place) => worded(at, 'stop', later(seconds));
  const start = (seconds: number) => (at: Place) => worded(at, 'start', later(seconds));

  it.each([
    ['STOP', [stop(1)], true],
    ['START after STOP', [stop(1), start(2)], false],
    ['START heard before the STOP that came earlier', [start(2), stop(1)], false],
    ['STOP heard before the START that came earlier', [stop(2), start(1)], true],
    ['STOP, START, STOP', [stop(1), start(2), stop(3)], true],
  ])('%s', (_name, steps, isActive) => {
    expect(after(...steps)?.isActive).toBe(isActive);
  });

  it('lifts what the network took for a STOP, and not what bounced', () => {
    const refused = (code: string) => (at: Place) => bounced(at, code, nine);
    expect(after(refused('21610'), start(1))?.isActive).toBe(false);
    expect(after(refused('30005'), start(1))?.isActive).toBe(true);
  });
});

describe('an administrator', () => {
  it('lifts a suppression once, and is named', () => {
    const known = bounced(place(), '30005', nine)?.next;
    const decided = known && lifted(known, grace, later(5));
    expect(decided?.next).toMatchObject({ isActive: false, liftedBy: 'grace', liftedAt: later(5), version: 2 });
    expect(decided && lifted(decided.next, grace, later(6))).toBeUndefined();
  });

  it('does not stop the next bounce from counting', () => {
    const known = after(
      (at) => bounced(at, '30005', nine),
      ({ known: one }) => one && lifted(one, grace, later(5)),
    );
    expect(bounced(place({ known }), '30005', later(9))?.next.isActive).toBe(true);
  });
});

it('is refused in words that tell nothing of the address', () => {
  expect(refusalOf({ reason: 'stop', code: 'STOP' })).toBe(
    'Not sent: the owner of this number asked not to be texted (STOP).',
  );
  expect(refusalOf({ reason: 'unregistered', code: 'UNREGISTERED' })).toContain('no longer on this device');
});
