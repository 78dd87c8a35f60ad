import { describe, expect, it } from 'vitest';
import type { Step } from '../steps/step.ts';
import { choose } from './test.ts';

const step = (name: string): Step => ({ name, run: async () => ({ ok: true }) });
const STEPS = ['lint', 'unit', 'int'].map(step);
const chosen = (...args: string[]) => {
  const { steps, filters } = choose(args, STEPS);
  return { steps: steps.map(({ name }) => name), filters };
};

describe('npm test', () => {
  it('runs everything when nothing is asked for', () => {
    expect(chosen()).toEqual({ steps: ['lint', 'unit', 'int'], filters: [] });
  });

  it('runs the steps that are named, in the usual order', () => {
    expect(chosen('int', 'lint')).toEqual({ steps: ['lint', 'int'], filters: [] });
  });

  it('passes what comes after on to the tests', () => {
    expect(chosen('int', 'register', 'visits')).toEqual({ steps: ['int'], filters: ['register', 'visits'] });
  });

  it('says which steps there are when it does not know one', () => {
    expect(() => chosen('integration')).toThrow('There is no step "integration": lint, unit, int.');
  });
});
