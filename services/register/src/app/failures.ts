import { AppError } from '@guildhall/kernel';

/** The store has an open visit of this person at this site already. */
export const isAlreadyInside = (error: unknown): boolean => hasCode(error, 'register.already_inside');

/** A refusal with this code. */
export const hasCode = (error: unknown, code: string): boolean => error instanceof AppError && error.code === code;
