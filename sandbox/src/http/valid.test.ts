import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { valid } from './valid.ts';

const Door = z.strictObject({ name: z.string(), lock: z.strictObject({ turns: z.int() }).optional() });

function refusal(value: unknown): AppError {
  try {
    valid(Door, value, 'invalid', 'sandbox.invalid_door');
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('not refused');
}

describe('a value', () => {
  it('that is right comes back', () => {
    expect(valid(Door, { name: 'front' }, 'invalid', 'sandbox.invalid_door')).toEqual({ name: 'front' });
  });

  it('that is wrong is refused with the kind and code of the caller', () => {
    expect(refusal({})).toMatchObject({ kind: 'invalid', code: 'sandbox.invalid_door' });
  });

  it('is refused with a pointer to each wrong field, nested ones too', () => {
    const { errors } = refusal({ name: 1, lock: { turns: 1.5, key: 'x' }, colour: 'red' });
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['#/colour', '#/lock/key', '#/lock/turns', '#/name']);
  });
});
