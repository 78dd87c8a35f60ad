import { create } from '@bufbuild/protobuf';
import { HttpBodySchema } from '@guildhall/contracts/google/api/httpbody';
import { IdentityService, VerifyChallengeResponseSchema } from '@guildhall/contracts/identity/v1/service';
import { GetStatsResponseSchema, RegisterService } from '@guildhall/contracts/register/v1/service';
import { describe, expect, it } from 'vitest';
import { ProbeService, probeMessage } from '../../../testing/contract.ts';
import { outputWriter } from './output.ts';
import { messageWriter } from './write-message.ts';

const download = ProbeService.methods.find(({ name }) => name === 'Download')!;

describe('an answer', () => {
  it('always has its defaults, and never what is absent or unspecified', () => {
    expect(messageWriter(probeMessage('Thing'))(create(probeMessage('Thing')))).toEqual({
      id: '',
      name: '',
      prose: '',
      colours: [],
      count: 0,
      size: 0,
      huge: '0',
      vast: '0',
      share: 0,
      isOpen: false,
      blob: '',
      tags: [],
      children: [],
      labels: {},
    });
  });

  it('shows an optional field that is there, even empty', () => {
    const thing = create(probeMessage('Thing'), { nickname: '' });
    expect(messageWriter(probeMessage('Thing'))(thing)).toHaveProperty('nickname', '');
  });

  it('leaves out an enum value that this gateway does not know yet', () => {
    const thing = create(probeMessage('Thing'), { colour: 99 });
    expect(messageWriter(probeMessage('Thing'))(thing)).not.toHaveProperty('colour');
  });

  it('hands over a session, and never shows it', () => {
    const write = outputWriter(IdentityService.method.verifyChallenge);
    const answer = create(VerifyChallengeResponseSchema, {
      status: 1,
      session: { token: 'secret', maxAgeSeconds: 60 },
    });
    const { body, session } = write(answer);
    expect(JSON.parse(String(body))).toEqual({ status: 'signed_in' });
    expect(session).toMatchObject({ token: 'secret', maxAgeSeconds: 60 });
  });

  it.each([
    [{ version: 7 }, '"7"', false],
    [{ version: 1, isWaiting: true }, '"1"', true],
    [{}, undefined, false],
  ])('%j says its version, and whether it is only taken', (init, etag, isAccepted) => {
    const revise = ProbeService.methods.find(({ name }) => name === 'ReviseThing')!;
    expect(outputWriter(revise)(create(probeMessage('Revision'), init))).toMatchObject({ etag, isAccepted });
  });

  it('may be a file, as it is', () => {
    const file = create(HttpBodySchema, { contentType: 'text/csv; charset=utf-8', data: Buffer.from('a,b') });
    expect(outputWriter(download)(file)).toMatchObject({
      contentType: 'text/csv; charset=utf-8',
      body: Buffer.from('a,b'),
      isRaw: true,
    });
  });

  it('is the file that it holds, and JSON where it holds none', () => {
    const write = outputWriter(RegisterService.method.getStats);
    const file = create(HttpBodySchema, { contentType: 'text/csv; charset=utf-8', data: Buffer.from('a,b') });
    expect(write(create(GetStatsResponseSchema, { file }))).toMatchObject({ body: Buffer.from('a,b'), isRaw: true });
    expect(write(create(GetStatsResponseSchema))).toMatchObject({ body: '{"days":[]}', isRaw: false });
  });

  it.each(['', 'text/html\r\nSet-Cookie: x=y', 'text/plain;\u0000'])('never makes a header of %j', (contentType) => {
    const file = create(HttpBodySchema, { contentType, data: Buffer.from('x') });
    expect(outputWriter(download)(file).contentType).toBe('application/octet-stream');
  });
});
