import type { FieldError } from '@guildhall/kernel';

/** What is wrong with a request, found while reading it. */
export type Faults = { pointer: string; detail: string }[];

/** A reader of one JSON value: it adds to `faults` what it cannot accept; its result then does not matter. */
export type Read<T = unknown> = (json: unknown, faults: Faults) => T;

/** An answer to nonsense stays short: reading stops at this many faults. */
export const mostFaults = 30;

/** The pointer starts empty: whoever holds the value puts their own step in front, so that good input costs nothing. */
export const refuse = (faults: Faults, detail: string): undefined => {
  faults.push({ pointer: '', detail });
  return undefined;
};

/** Puts a step in front of the pointers of all faults since `from` (RFC 6901 escapes). */
export function locate(faults: Faults, from: number, step: string | number): void {
  const escaped = String(step).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
  for (let index = from; index < faults.length; index++) {
    const fault = faults[index];
    if (fault) fault.pointer = `/${escaped}${fault.pointer}`;
  }
}

/** As URI fragments, the way RFC 9457 shows them. */
export const asFieldErrors = (faults: Faults): FieldError[] =>
  faults.map(({ pointer, detail }) => ({ pointer: `#${pointer}`, detail }));
