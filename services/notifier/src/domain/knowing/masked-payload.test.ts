import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedPayload } from './masked-payload.ts';

const contract = { words: new Set(['LANE_BULK']), maps: new Set(['variables']) };

describe('a dead letter as it is shown', () => {
  it('keeps what says nothing of anybody, and of the rest the length', () => {
    const payload = {
      idempotencyKey: 'login:ada@example.org',
      lane: 'LANE_BULK',
      to: 'ada@example.org',
      template: 'login',
      personId: 'p1',
      expiresAt: '2026-03-02T09:00:00Z',
      answerable: true,
      nth: 3,
      variables: { code: '123456', displayName: 'Ada Lovelace' },
      sealedVariables: 'c2VjcmV0',
      attachments: [{ name: 'Ada.pdf', contentType: 'application/pdf', content: 'QQ==' }],
    };

    expect(maskedPayload(payload, contract)).toEqual({
      idempotencyKey: '(21 characters)',
      lane: 'LANE_BULK',
      to: '(15 characters)',
      template: 'login',
      personId: 'p1',
      expiresAt: '2026-03-02T09:00:00Z',
      answerable: true,
      nth: 3,
      variables: { code: '(6 characters)', displayName: '(12 characters)' },
      sealedVariables: '(8 characters)',
      attachments: [{ name: '(7 characters)', contentType: 'application/pdf', content: '(4 characters)' }],
    });
  });

  it('shows no variable, whatever it is called', () => {
    const name = fc.constantFrom('template', 'locale', 'siteId', 'code', 'contentType', 'name');
    fc.assert(
      fc.property(name, fc.stringMatching(/^[a-z]{5,20}$/), (key, value) => {
        expect(JSON.stringify(maskedPayload({ variables: { [key]: value } }, contract))).not.toContain(`"${value}"`);
      }),
    );
  });

  it('takes no address for an id', () => {
    expect(maskedPayload({ contactId: 'ada@example.org' }, contract)).toEqual({ contactId: '(15 characters)' });
  });
});
