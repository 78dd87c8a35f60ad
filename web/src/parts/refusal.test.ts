import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem.ts';
import { refusalOf } from './refusal.ts';

const problem = (...pointers: string[]) =>
  new Problem(422, { errors: pointers.map((pointer) => ({ pointer, detail: 'must not be empty' })) });

describe('a refusal', () => {
  it('is said at its input, as a sentence', () => {
    const refusal = refusalOf(problem('#/firstName'), ['firstName', 'lastName']);

    expect(refusal.at('firstName')).toBe('Must not be empty');
    expect(refusal.at('lastName')).toBeUndefined();
    expect(refusal.isPlaced).toBe(true);
  });

  it('of a part of an input is said at the input', () => {
    expect(refusalOf(problem('#/entrances/3'), ['entrances']).at('entrances')).toBe('Must not be empty');
  });

  it('of another input with a longer name is not said at the shorter', () => {
    expect(refusalOf(problem('#/names'), ['name']).at('name')).toBeUndefined();
  });

  it('of something that has no input has to be said besides', () => {
    expect(refusalOf(problem('#/firstName', '#/handle'), ['firstName']).isPlaced).toBe(false);
  });

  it('without fields has to be said besides', () => {
    expect(refusalOf(new Problem(503, {}), ['firstName']).isPlaced).toBe(false);
    expect(refusalOf(new TypeError('bug'), ['firstName']).isPlaced).toBe(false);
  });

  it('that did not happen leaves nothing to say', () => {
    expect(refusalOf(null, ['firstName']).isPlaced).toBe(true);
  });
});
