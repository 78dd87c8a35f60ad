import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export type Contract = Readonly<{
  document: Readonly<Record<string, unknown>>;
  /** A check of what lies at these steps of the document. */
  check: (steps: readonly string[]) => ValidateFunction;
}>;

/**
 * What a vendor publishes about the calls that are simulated here; `name` is a file in `contracts/`.
 * Forms arrive as text, so for them numbers and booleans are read from it.
 */
export function loadContract(name: string, body: 'form' | 'json'): Contract {
  const file = new URL(`../../contracts/${name}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    coerceTypes: body === 'form' ? 'array' : false,
  });
  addFormats.default(ajv);
  ajv.addFormat('phone-number', true);
  ajv.addSchema(document, name);
  return {
    document,
    check: (steps) => ajv.compile({ $ref: `${name}#/${steps.map(pointerPart).join('/')}` }),
  };
}

const pointerPart = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What was wrong, one sentence each, without the values that were sent. */
export const complaints = (check: ValidateFunction): string[] =>
  (check.errors ?? []).map(({ instancePath, params, message }) => {
    const field = params.missingProperty ?? params.additionalProperty ?? instancePath.slice(1);
    if (params.missingProperty) return `missing required field: ${field}`;
    if (params.additionalProperty) return `no such field: ${field}`;
    return `${field || 'arguments'} ${message ?? 'not valid'}`;
  });
