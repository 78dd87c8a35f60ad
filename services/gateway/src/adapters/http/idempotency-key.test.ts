import { create } from '@bufbuild/protobuf';
import { SendMessagesRequestSchema } from '@guildhall/contracts/notifier/v1/requests';
import { anonymous } from '@guildhall/kernel';
import { expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { handDownKey } from './idempotency-key.ts';

const route = {
  isUnsafe: true,
  access: { kind: 'permission', permission: 'notifier.messages.send' },
  binding: { verb: 'POST' },
  pattern: '/api/notifier/messages',
} as const;
const from = (personId: string, key?: string): Exchange =>
  ({
    request: { headers: key === undefined ? {} : { 'idempotency-key': key } },
    principal: { ...anonymous, personId },
    address: '192.0.2.7',
  }) as unknown as Exchange;
const keyOf = (exchange: Exchange, own = ''): string => {
  const message = create(SendMessagesRequestSchema, { idempotencyKey: own });
  handDownKey(route, exchange, message);
  return message.idempotencyKey;
};

it('a key of the header is handed down, the same for the same caller only', () => {
  expect(keyOf(from('ada', 'k1'))).toMatch(/^[\w-]{43}$/);
  expect(keyOf(from('ada', 'k1'))).toBe(keyOf(from('ada', 'k1')));
  expect(new Set([keyOf(from('ada', 'k1')), keyOf(from('bob', 'k1')), keyOf(from('ada', 'k2'))]).size).toBe(3);
});

it('a key of the body stays, and without a header there is none', () => {
  expect(keyOf(from('ada', 'k1'), 'own')).toBe('own');
  expect(keyOf(from('ada'))).toBe('');
});
