import { describe, expect, it } from 'vitest';
import { digestLines } from './digest.ts';

const nothing = { waiting: 0, blocked: 0, leaving: 0, applications: 0, reviews: 0 };

describe('the digest', () => {
  it('says nothing where nothing waits', () => {
    expect(digestLines(nothing)).toEqual([]);
  });

  it('counts one as one, and more as more', () => {
    expect(digestLines({ ...nothing, waiting: 1, blocked: 2 })).toEqual([
      '1 person has waited for the workspace for more than 7 days',
      '2 people are blocked',
    ]);
  });

  it('names each kind once', () => {
    expect(digestLines({ waiting: 1, blocked: 1, leaving: 1, applications: 1, reviews: 1 })).toHaveLength(5);
  });
});
