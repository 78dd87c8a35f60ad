import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, later, nine } from '../testing.ts';
import {
  advance,
  cancelRequest,
  lease,
  LEASE_MS,
  maskRequest,
  type Plan,
  release,
  settleCancelling,
  startRequest,
  totalOf,
} from './send-request.ts';

const { idempotencyKey: _key, channel: _channel, to: _to, ...wish } = anOrder({ lane: 'bulk' });
const plan: Plan = {
  wish,
  reach: { kind: 'preferred', nth: 0 },
  sources: [
    { kind: 'listed', count: 700 },
    { kind: 'topic', name: 'news' },
  ],
  hasAttachments: false,
  fingerprint: 'f',
};
const started = (change: Partial<Plan> = {}) => startRequest({ ...plan, ...change }, { id: 'r1', at: nine, by: 'ada' });
const page = (handled: number, next?: string, refused = {}) => ({
  handled,
  refused,
  ...(next !== undefined && { next }),
});

describe('a request', () => {
  it('is due at once, or at its time', () => {
    expect(started()).toMatchObject({ status: 'running', dueAt: nine });
    expect(started({ sendAt: later(60) })).toMatchObject({ status: 'scheduled', dueAt: later(60) });
    expect(started({ sendAt: later(-60) })).toMatchObject({ status: 'running', dueAt: nine });
  });

  it('goes from page to page and from source to source, and is done at the end of the last', () => {
    const first = advance(lease(started(), nine), page(500, '1'), later(1));
    expect(first).toMatchObject({ position: { source: 0, after: '1' }, handled: 500, status: 'running' });
    const second = advance(first, page(200), later(2));
    expect(second).toMatchObject({ position: { source: 1, after: '' }, status: 'running' });
    const third = advance(second, page(30), later(3));
    expect(third).toMatchObject({ status: 'done', handled: 730, found: 30, dueAt: later(30 * 86_400, later(3)) });
    expect(totalOf(third)).toBe(730);
  });

  it('counts those who were refused by why', () => {
    const first = advance(started(), page(3, '1', { a: 1 }), nine);
    expect(advance(first, page(3, '2', { a: 1, b: 2 }), nine).refused).toEqual({ a: 2, b: 2 });
  });

  it('can be gone on with by another process when a lease is over, and not before', () => {
    const held = lease(started(), nine);
    expect(held.dueAt).toEqual(later(LEASE_MS / 1_000));
    expect(advance(held, page(1, '1'), later(20)).dueAt).toEqual(later(20 + LEASE_MS / 1_000));
    expect(release(held, later(5), 500).dueAt).toEqual(later(5.5));
  });

  it('that is cancelled while somebody works on it is looked at again when nobody can be', () => {
    const cancelled = cancelRequest(lease(started(), nine), later(1));
    expect(cancelled).toMatchObject({ status: 'cancelling', dueAt: later(1), restlessUntil: later(30) });
    const again = cancelled && settleCancelling(cancelled, later(2), true);
    expect(again).toMatchObject({ status: 'cancelling', dueAt: later(30) });
    expect(again && settleCancelling(again, later(30), true)).toMatchObject({ status: 'cancelled' });
  });

  it('that is cancelled is looked at again while messages are on their way, for they may come back', () => {
    const cancelled = cancelRequest(started({ sendAt: later(60) }), nine);
    const looked = cancelled && settleCancelling(cancelled, nine, false);
    expect(looked).toMatchObject({ status: 'cancelling', dueAt: later(1) });
  });

  it('that nobody works on is cancelled at once, and only once', () => {
    const cancelled = cancelRequest(started({ sendAt: later(60) }), later(1));
    const settled = cancelled && settleCancelling(cancelled, later(1), true);
    expect(settled).toMatchObject({ status: 'cancelled' });
    expect(settled && cancelRequest(settled, later(2))).toBeUndefined();
    expect(cancelled && cancelRequest(cancelled, later(2))).toBeUndefined();
  });

  it('forgets what it said and keeps its counts', () => {
    const done = advance(started(), page(700), nine);
    expect(maskRequest(done)).toMatchObject({ masked: true, handled: 700, wish: { variables: {} } });
    expect(JSON.stringify(maskRequest(done))).not.toContain('Lovelace');
    expect(maskRequest(done)).not.toHaveProperty('dueAt');
  });

  it('raises its version by one with each change, so that of two who work on it one is told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('lease', 'advance', 'release', 'cancel', 'settle'), { maxLength: 20 }),
        (changes) => {
          let request = started();
          for (const change of changes) {
            const { version } = request;
            if (change === 'lease') request = lease(request, nine);
            else if (change === 'advance') request = advance(request, page(1, 'x'), nine);
            else if (change === 'release') request = release(request, nine, 1);
            else if (change === 'cancel')
              request = cancelRequest(request, nine) ?? { ...request, version: version + 1 };
            else request = settleCancelling(request, nine, true);
            expect(request.version).toBe(version + 1);
          }
        },
      ),
    );
  });
});
