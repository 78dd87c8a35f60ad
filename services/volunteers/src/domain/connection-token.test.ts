import { describe, expect, it } from 'vitest';
import { newConnection, stop } from './connection.ts';
import { withTokens } from './connection-token.ts';

const now = new Date('2026-03-02T08:00:00Z');
const [a, b] = [Buffer.from('a'), Buffer.from('b')];

describe('a connection with new tokens', () => {
  it('keeps what was not said', () => {
    const both = withTokens(newConnection('slack'), { token: a, scimToken: b }, now);
    expect(withTokens(both, { token: b }, now)).toMatchObject({ sealedToken: b, sealedScimToken: b, version: 2 });
  });

  it('goes back to those of the environment', () => {
    const both = withTokens(newConnection('slack'), { token: a, scimToken: b }, now);
    const neither = withTokens(both, { token: null, scimToken: null }, now);
    expect(neither).not.toHaveProperty('sealedToken');
    expect(neither).not.toHaveProperty('sealedScimToken');
  });

  it('is tried at once where it was stopped, and only there', () => {
    const stopped = stop(newConnection('slack'), 'invalid_auth', new Date(0))!.next;
    expect(withTokens(stopped, { token: a }, now)).toMatchObject({ state: 'stopped', probeAt: now });
    expect(withTokens(newConnection('slack'), { token: a }, now)).not.toHaveProperty('probeAt');
  });
});
