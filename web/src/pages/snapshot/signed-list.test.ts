import { describe, expect, it } from 'vitest';
import { aSigner, list } from './samples.testing.ts';
import { verdictOn } from './signed-list.ts';

const changed = (jws: string): string => {
  const [header, payload = '', signature] = jws.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('Łukasz', 'Nobody');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
};

describe('a signed list', () => {
  it.each([
    ['alone', (jws: string) => jws],
    ['at the foot of the printed page', (jws: string) => `<p>Signature</p>\n<code>${jws}</code></body>`],
    ['in the body of a webhook', (jws: string) => JSON.stringify({ type: 'snapshot.taken', data: { count: 1, jws } })],
  ])('is genuine as it was signed: %s', async (_where, keptAs) => {
    const { key, sign } = await aSigner();
    expect(await verdictOn(keptAs(await sign()), key)).toEqual({ is: 'genuine', list });
  });

  it('is none any more when a name was changed', async () => {
    const { key, sign } = await aSigner();
    expect(await verdictOn(changed(await sign()), key)).toEqual({ is: 'forged' });
  });

  it('is none when somebody else signed it, whatever its header says', async () => {
    const { key } = await aSigner();
    const other = await aSigner();
    expect(await verdictOn(await other.sign(), key)).toEqual({ is: 'forged' });
    expect(await verdictOn(await other.sign(list, { alg: 'none', kid: 'k1' }), key)).toEqual({ is: 'forged' });
  });

  it.each(['', 'nothing of the kind', `${'a'.repeat(30)}.${'b'.repeat(30)}.${'c'.repeat(86)}`])(
    'is not in "%s"',
    async (text) => {
      const { key } = await aSigner();
      expect(await verdictOn(text, key)).toEqual({ is: 'unreadable' });
    },
  );
});
