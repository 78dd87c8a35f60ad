import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealer } from './sealing.ts';

const { seal, open } = sealer(randomBytes(32));

describe('sealing', () => {
  it('gives back any value under the same context', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.string(), (value, context) => {
        expect(open(seal(value, context), context)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 30 },
    );
  });

  it('shows nothing of the value, and never the same twice', () => {
    const [one, two] = [seal({ code: '123456' }, 'k'), seal({ code: '123456' }, 'k')];
    expect(Buffer.from(one).toString('latin1')).not.toContain('123456');
    expect(one).not.toEqual(two);
  });

  it('refuses another context and another key', () => {
    const sealed = seal('x', 'context');
    expect(() => open(sealed, 'other')).toThrow();
    expect(() => sealer(randomBytes(32)).open(sealed, 'context')).toThrow();
  });

  it('refuses a change of any bit, and anything shorter', () => {
    const sealed = seal('x', 'context');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => open(changed, 'context')).toThrow();
      expect(() => open(sealed.subarray(0, at), 'context')).toThrow();
    }
  });

  it('wants a key of 32 bytes', () => {
    expect(() => sealer(randomBytes(16))).toThrow('32 bytes');
  });
});
