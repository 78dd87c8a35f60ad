import { describe, expect, it } from 'vitest';
import { benchOptions, chaosOptions } from './options.ts';

describe('the options of the benchmarks', () => {
  it('measure everything in three rounds when nothing is said', () => {
    expect(benchOptions([])).toMatchObject({ rounds: 3, seconds: 4, only: [] });
  });

  it('refuse what they do not know', () => {
    expect(() => benchOptions(['--only', 'rcp'])).toThrow('nothing called "rcp"');
  });

  it('take the register for a suite of its own', () => {
    expect(benchOptions(['register', '--only', 'presence'])).toMatchObject({ suite: 'register', only: ['presence'] });
    expect(() => benchOptions(['registry'])).toThrow('"registry" is not known');
    expect(() => benchOptions(['register', '--only', 'rpc'])).toThrow('nothing called "rpc"');
  });

  it.each(['0', '-1', 'ten'])('refuse %s rounds', (text) => {
    expect(() => benchOptions([`--rounds=${text}`])).toThrow('--rounds must be a number above 0');
  });
});

it('the chaos run lasts a minute when nothing is said', () => {
  expect(chaosOptions([])).toEqual({ suite: 'spine', seconds: 60, perSecond: 100 });
});
