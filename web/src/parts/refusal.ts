import { isProblem } from '../api/problem.ts';

export type Refusal = Readonly<{
  error: unknown;
  /** What the platform says of an input, by its name in the request: "declaration" or "contacts.0.value". */
  at: (input: string) => string | undefined;
  /** True when there is nothing to say beside the inputs. */
  isPlaced: boolean;
}>;

const startsWithName = (field: string, input: string): boolean => field === input || field.startsWith(`${input}.`);

// The platform's details follow the name of a field; beside an input they stand alone.
const sentence = (detail: string | undefined): string | undefined =>
  detail && detail.charAt(0).toLocaleUpperCase() + detail.slice(1);

/** Sorts an error into what belongs to the inputs of a form, and what has to be said besides. */
export function refusalOf(error: unknown, inputs: readonly string[]): Refusal {
  const fields = isProblem(error) ? [...error.fields] : [];
  const isShown = ([field]: [string, string]): boolean => inputs.some((input) => startsWithName(field, input));
  return {
    error,
    at: (input) => sentence(fields.find(([field]) => startsWithName(field, input))?.[1]),
    isPlaced: !error || (fields.length > 0 && fields.every(isShown)),
  };
}
