import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretsFrom, signBody } from './signature.ts';

const secretOf = secretsFrom(Buffer.alloc(32, 1));

describe('the signature of a webhook', () => {
  it('is HMAC-SHA256 over the seconds and the body', () => {
    const secret = secretOf({ id: 's1', generation: 1 });
    const expected = createHmac('sha256', secret).update('1772442000.{"a":1}').digest('hex');
    expect(signBody(secret, '{"a":1}', new Date('2026-03-02T09:00:00.900Z'))).toBe(`t=1772442000,v1=${expected}`);
  });

  it('has a secret that differs by webhook, by rotation and by installation', () => {
    const secrets = [
      secretOf({ id: 's1', generation: 1 }),
      secretOf({ id: 's1', generation: 2 }),
      secretOf({ id: 's2', generation: 1 }),
      secretsFrom(Buffer.alloc(32, 2))({ id: 's1', generation: 1 }),
    ];
    expect(new Set(secrets).size).toBe(4);
    expect(secretOf({ id: 's1', generation: 1 })).toBe(secrets[0]);
  });
});
