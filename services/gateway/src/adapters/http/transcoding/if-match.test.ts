import { describe, expect, it } from 'vitest';
import { bindingsOf } from '@guildhall/contracts';
import { ProbeService } from '../../../testing/contract.ts';
import { inputReader } from './input.ts';

const [binding] = bindingsOf(ProbeService.methods.find(({ name }) => name === 'ReviseThing')!);
const read = (ifMatch: string | undefined, body: object = { name: 'New' }) =>
  inputReader(binding!)({ path: ['t1'], query: new Map(), body, ifMatch }) as unknown as { version: number };

describe('the header If-Match', () => {
  it.each([
    ['7', 7],
    ['"7"', 7],
    [' "7" ', 7],
    ['2147483647', 2_147_483_647],
  ])('%s is the version of the request', (header, version) => {
    expect(read(header).version).toBe(version);
  });

  it.each([undefined, '*'])('%s asks for no version in particular', (header) => {
    expect(read(header).version).toBe(0);
    expect(read(header, { version: 3 }).version).toBe(3);
  });

  it.each(['', '0', '"0"', '-1', '7.5', 'W/"7"', '"7', '7"', '"7", "8"', '07', 'seven', '2147483648', '1e3'])(
    '%j is refused by its name',
    (header) => {
      expect(() => read(header)).toThrow(
        expect.objectContaining({
          kind: 'malformed',
          code: 'gateway.malformed_if_match',
          message: expect.stringContaining('If-Match'),
        }),
      );
    },
  );

  it('may repeat what the body says, and not deny it', () => {
    expect(read('"7"', { version: 7 }).version).toBe(7);
    expect(() => read('"7"', { version: 8 })).toThrow('If-Match has another version');
  });
});
