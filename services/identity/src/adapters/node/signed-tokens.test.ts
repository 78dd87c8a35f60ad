import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { jsonWebTokens } from './signed-tokens.ts';

const [current, previous, foreign] = [1, 2, 3].map((n) => new Uint8Array(32).fill(n)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const issuer = 'https://members.example.org';
const at = new Date('2026-03-02T08:55:00Z');
const expiresAt = new Date('2026-03-02T09:10:00Z');
const claims = { personId: 'p1', familyId: 'f1', tokenId: 't1', expiresAt };
const ours = jsonWebTokens({ current, previous, issuer });

describe('signed tokens', () => {
  it('say what they said, until their end', async () => {
    const token = await ours.sign({ ...claims, issuedAt: at });
    expect(await ours.read(token, new Date('2026-03-02T09:09:59Z'))).toEqual(claims);
    expect(await ours.read(token, expiresAt)).toBeUndefined();
    expect(token.length).toBeLessThan(1_024);
  });

  it('of the key before still count, and of any other not', async () => {
    const old = await jsonWebTokens({ current: previous, issuer }).sign({ ...claims, issuedAt: at });
    expect(await ours.read(old, at)).toEqual(claims);
    expect(await jsonWebTokens({ current, issuer }).read(old, at)).toBeUndefined();
    const wrong = await jsonWebTokens({ current: foreign, issuer }).sign({ ...claims, issuedAt: at });
    expect(await ours.read(wrong, at)).toBeUndefined();
  });

  it('of another place are not ours', async () => {
    const elsewhere = await jsonWebTokens({ current, issuer: 'https://other.example' }).sign({
      ...claims,
      issuedAt: at,
    });
    expect(await ours.read(elsewhere, at)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c'])('are never %j', async (token) => {
    expect(await ours.read(token, at)).toBeUndefined();
  });

  it('need every claim, an audience and a signature', async () => {
    const kid = JSON.parse(
      Buffer.from((await ours.sign({ ...claims, issuedAt: at })).split('.')[0] ?? '', 'base64url').toString(),
    ).kid as string;
    const make = (audience: string) =>
      new SignJWT({ sid: 'f1' })
        .setProtectedHeader({ alg: 'HS256', kid })
        .setSubject('p1')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expiresAt);
    expect(await ours.read(await make('guildhall-app').setJti('t1').sign(current), at)).toEqual(claims);
    expect(await ours.read(await make('another').setJti('t1').sign(current), at)).toBeUndefined();
    expect(await ours.read(await make('guildhall-app').sign(current), at)).toBeUndefined();
    const unsigned = new UnsecuredJWT({ sid: 'f1', sub: 'p1', jti: 't1', iss: issuer, aud: 'guildhall-app' });
    expect(await ours.read(unsigned.setExpirationTime(expiresAt).encode(), at)).toBeUndefined();
  });
});
