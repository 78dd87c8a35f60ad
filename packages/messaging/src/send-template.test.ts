import { fromBinary } from '@bufbuild/protobuf';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it } from 'vitest';
import { sealer } from './sealing.ts';
import { sendTemplate } from './send-template.ts';

const at = new Date('2026-03-02T09:00:00Z');
const sealing = sealer(new Uint8Array(32).fill(7));
const login = {
  idempotencyKey: 'login:c1',
  lane: Lane.TRANSACTIONAL,
  category: Category.AUTH,
  channel: Channel.EMAIL,
  to: 'ada@example.org',
  template: 'login',
  variables: { code: '123456', expiresMinutes: 15 },
} as const;

describe('a command with the variables of its template', () => {
  it('carries those that may be read, and the others sealed for this command alone', () => {
    const command = fromBinary(SendMessageSchema, sendTemplate(at, login, sealing).data);

    expect(command).toMatchObject({ template: 'login', to: 'ada@example.org', variables: { expiresMinutes: '15' } });
    expect(sealing.open(command.sealedVariables, 'login:c1')).toEqual({ code: '123456' });
  });

  it('is not made where a secret would travel in clear', () => {
    expect(() => sendTemplate(at, login)).toThrow('sealed');
  });
});
