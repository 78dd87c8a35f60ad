import { AppError, type ErrorKind } from '@guildhall/kernel';
import type { z } from 'zod';

/** The value as the schema has it, or a refusal that names each wrong field. */
export function valid<S extends z.ZodType>(schema: S, value: unknown, kind: ErrorKind, code: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => `/${String(part)}`).join('');
    if (issue.code !== 'unrecognized_keys') return [{ pointer: `#${path}`, detail: issue.message }];
    return issue.keys.map((key) => ({ pointer: `#${path}/${key}`, detail: 'There is no such field.' }));
  });
  throw new AppError(kind, code, errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), { errors });
}
