import { faultsOf, variablesOf } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';

/** Throws `invalid` naming the variables that are not as their template declares them, never their values. */
export function assertDeclared(template: string, given: Readonly<Record<string, string>>): void {
  const faults = faultsOf(variablesOf(template) ?? {}, given);
  if (faults.length === 0) return;
  const errors = faults.map(({ name, detail }) => ({ pointer: `/variables/${name}`, detail }));
  const told = faults.map(({ name, detail }) => `${name.slice(0, 64)} ${detail}`).join(', ');
  throw new AppError('invalid', 'notifier.wrong_variables', `These variables are wrong: ${told}.`, { errors });
}
