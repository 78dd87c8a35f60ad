import { AppError } from '@guildhall/kernel';

export const importRefusals = {
  importNotFound: () => new AppError('not-found', 'volunteers.import_not_found', 'There is no such import.'),
  importOver: () =>
    new AppError('conflict', 'volunteers.import_over', 'The import is over: there is nothing to cancel.'),
  /** `detail` goes on after "the file". */
  badFile: (detail: string, cause?: unknown) =>
    new AppError('invalid', 'volunteers.bad_import_file', 'The file cannot be imported.', {
      cause,
      errors: [{ pointer: '/file', detail }],
    }),
};
