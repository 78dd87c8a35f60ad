import { describe, expect, it } from 'vitest';
import { routesOf } from './routes.ts';
import type { Subscription } from './subscription.ts';

const subscription = (subject: string): Subscription => ({
  subject,
  grouped: false,
  handle: () => Promise.resolve([]),
});

describe('finding the subscription of a message', () => {
  const exact = subscription('evt.register.v1.visit-opened');
  const lanes = subscription('cmd.notifier.v1.*.send');
  const bulk = subscription('cmd.notifier.v1.bulk.send');
  const routeOf = routesOf([lanes, exact, bulk]);

  it.each([
    ['evt.register.v1.visit-opened.v1', exact],
    ['cmd.notifier.v1.emergency.send.x', lanes],
    ['cmd.notifier.v1.bulk.send.x', bulk],
    ['cmd.notifier.v1.bulk.other.x', undefined],
    ['cmd.notifier.v1.a.b.send.x', undefined],
    ['evt.register.v1.visit-closed.v1', undefined],
    ['evt', undefined],
  ])('%s', (subject, expected) => {
    expect(routeOf(subject)).toBe(expected);
  });
});
