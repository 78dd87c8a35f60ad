import { AppError, type FieldError } from '@guildhall/kernel';

export const reportTooLarge = (): AppError =>
  new AppError('invalid', 'register.report_too_large', 'The report is too large: ask for a shorter range of days.', {
    errors: [{ pointer: '/from', detail: 'begins too early: the report would be larger than 8 MB' }],
  });

export const exportNotFound = (): AppError =>
  new AppError('not-found', 'register.export_not_found', 'This site has no such export.');

export const invalidExport = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_export', 'The export cannot be stored like this.', { errors });

export const tooManyExports = (most: number): AppError =>
  new AppError('conflict', 'register.too_many_exports', `A site has at most ${most} exports: remove one first.`);
