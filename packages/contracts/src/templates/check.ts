import type { Declaration, Variable } from './variable.ts';

/** A variable that is not as its template declares it, and what is wrong with it. */
export type VariableFault = Readonly<{ name: string; fault: 'missing' | 'unknown' | 'wrong'; detail: string }>;

const WHOLE = /^-?\d{1,15}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

const rules: Readonly<Record<Variable['kind'], (value: string, variable: Variable) => string | undefined>> = {
  text: () => undefined,
  integer: (value) => (WHOLE.test(value) ? undefined : 'must be a whole number'),
  flag: (value) => (value === 'yes' || value === '' ? undefined : 'must be "yes" or empty'),
  url: (value) => (isAddress(value) ? undefined : 'must be an absolute http or https address'),
  'date-time': (value) => (isInstant(value) ? undefined : 'must be a moment such as 2026-03-02T09:00:00Z'),
  'one-of': (value, variable) => {
    const values = variable.kind === 'one-of' ? variable.values : [];
    return values.includes(value) ? undefined : `must be one of ${values.join(', ')}`;
  },
  list: (value) => (listOf(value) ? undefined : 'must be a JSON array of texts'),
};

const isAddress = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value);

const isInstant = (value: string): boolean => INSTANT.test(value) && !Number.isNaN(Date.parse(value));

/** The texts of a list as it travels; undefined when it is none. */
export function listOf(value: string): readonly string[] | undefined {
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Everything that is wrong with the values, by name; sealed ones are left to whoever can open them. */
export function faultsOf(declared: Declaration, values: Readonly<Record<string, string>>): readonly VariableFault[] {
  const unknown = Object.keys(values)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name): VariableFault => ({ name, fault: 'unknown', detail: 'is no variable of this template' }));
  return [...unknown, ...Object.entries(declared).flatMap(([name, variable]) => faultOf(name, variable, values))];
}

function faultOf(name: string, variable: Variable, values: Readonly<Record<string, string>>): readonly VariableFault[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) {
    return variable.optional || variable.sealed ? [] : [{ name, fault: 'missing', detail: 'is required' }];
  }
  if (value === '' && variable.optional) return [];
  const detail = rules[variable.kind](value, variable);
  return detail ? [{ name, fault: 'wrong', detail }] : [];
}
