import { AppError } from '@guildhall/kernel';

export const badCommand = (fields: readonly string[]): AppError =>
  new AppError('invalid', 'notifier.bad_command', `The command breaks its contract: ${fields.join(', ')}.`);
