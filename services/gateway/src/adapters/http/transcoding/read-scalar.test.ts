import { ScalarType } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import type { Faults } from './faults.ts';
import { scalarReader } from './read-scalar.ts';

const read = scalarReader(ScalarType.BYTES, false);
const faultsOf = (json: unknown): Faults => {
  const faults: Faults = [];
  read(json, faults);
  return faults;
};

describe('bytes in JSON', () => {
  it.each(['', 'YQ==', 'YWI=', 'YWJj', '+/+/'])('are read from %j', (text) => {
    expect(faultsOf(text)).toEqual([]);
    expect(Buffer.from(read(text, []) as Uint8Array).toString('base64')).toBe(text);
  });

  it.each(['Y', 'YQ', 'YQ=', '=YQ=', 'Y=Q=', 'YW=j', 'YQ===', '====', 'YW-_', 'YW j', 'YWJj\n', 7])(
    'are not read from %j',
    (text) => {
      expect(faultsOf(text)).toHaveLength(1);
    },
  );

  it('may be megabytes', () => {
    const text = Buffer.alloc(12 * 2 ** 20).toString('base64');
    expect((read(text, []) as Uint8Array).length).toBe(12 * 2 ** 20);
  });
});
