import type { DescField, Message } from '@bufbuild/protobuf';
import { type Binding, restFieldsOf } from '@guildhall/contracts';
import { HttpBodySchema } from '@guildhall/contracts/google/api/httpbody';
import { AppError } from '@guildhall/kernel';
import { asFieldErrors, type Faults, locate, type Read, refuse } from './faults.ts';
import { maskSetter } from './field-mask.ts';
import { type SetFromText, textSetter } from './from-text.ts';
import { ifMatchSetter } from './if-match.ts';
import { type Draft, draft, messageReader, objectReader } from './read-message.ts';
import type { Said } from './said.ts';
import { messageValidator } from './validation.ts';

/**
 * Makes the request message of a method. Throws `gateway.invalid_request` with every fault found, and
 * `gateway.malformed_if_match`.
 */
export type ReadInput = (said: Said) => Message;

type Step = (message: Draft, said: Said, faults: Faults) => void;

/** Compiles the reading of path, query and body of one way to reach a method. */
export function inputReader(binding: Binding): ReadInput {
  const { input } = binding.method;
  const { ifMatch } = restFieldsOf(binding.method);
  const start = bodyReader(binding);
  const steps: Step[] = [pathStep(binding), queryStep(binding)];
  if (binding.mask) steps.push(maskSetter(binding.mask, binding.body));
  if (ifMatch) steps.push(ifMatchSetter(ifMatch));
  const validate = messageValidator(input, typeof binding.body === 'string' ? undefined : binding.body);
  return (said) => {
    const faults: Faults = [];
    const message = start(said.body, faults) ?? draft(input);
    for (const step of steps) step(message, said, faults);
    if (faults.length === 0) validate(message, faults);
    if (faults.length > 0) throw invalid(faults);
    return message;
  };
}

const invalid = (faults: Faults): AppError =>
  new AppError('invalid', 'gateway.invalid_request', 'Some of the request cannot be accepted.', {
    errors: asFieldErrors(faults),
  });

const inPath = ({ segments }: Binding): DescField[] => segments.flatMap((one) => ('field' in one ? [one.field] : []));

function bodyReader(binding: Binding): Read<Draft | undefined> {
  const { body, method } = binding;
  if (body === 'none') return () => undefined;
  if (body === 'message') {
    const bound = new Set(inPath(binding));
    const read = objectReader(method.input, () => method.input.fields.filter((field) => !bound.has(field)));
    return (json, faults) => (json === undefined ? undefined : read(json, faults));
  }
  if (!body.message) throw new Error(`${String(body)} cannot be a body: it must be a message`);
  // A raw body is a message already.
  const read: Read = body.message.typeName === HttpBodySchema.typeName ? (raw) => raw : messageReader(body.message);
  return (json, faults) => {
    const message = draft(method.input);
    if (json !== undefined) message[body.localName] = read(json, faults);
    return message;
  };
}

function pathStep(binding: Binding): Step {
  const fields = inPath(binding).map((field) => [field.jsonName, textSetter(field)] as const);
  return (message, { path }, faults) => {
    for (const [index, [name, set]] of fields.entries()) {
      const from = faults.length;
      set(message, [path[index] ?? ''], faults);
      locate(faults, from, name);
    }
  };
}

function queryStep({ query }: Binding): Step {
  const setters = new Map<string, SetFromText>(query.map((field) => [field.jsonName, textSetter(field)]));
  return (message, said, faults) => {
    for (const [name, texts] of said.query) {
      const from = faults.length;
      const set = setters.get(name);
      if (set === undefined) refuse(faults, 'is not a parameter of this request');
      else set(message, texts, faults);
      locate(faults, from, name);
    }
  };
}
