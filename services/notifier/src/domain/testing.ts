import { request } from './delivery.ts';
import type { Message, Order } from './message.ts';

export const nine = new Date('2026-03-02T09:00:00Z');

export const later = (seconds: number, from = nine): Date => new Date(from.getTime() + seconds * 1_000);

/** A sign-in notice for a Slack webhook, with what the test wants otherwise. */
export const anOrder = (change: Partial<Order> = {}): Order => ({
  idempotencyKey: 'presence:v1:in:north',
  lane: 'transactional',
  category: 'presence',
  channel: 'slack',
  to: 'https://hooks.slack.com/services/T0/B0/secret',
  template: 'presence',
  variables: { displayName: 'Ada Lovelace', movement: 'in', count: '3', siteName: 'North Workshop' },
  reference: 'visit:v1',
  ...change,
});

export const aMessage = (change: Partial<Order> = {}): Message => request(anOrder(change), 'm1', nine).next;
