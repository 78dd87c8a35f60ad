import type { DescField, DescMessage, Message } from '@bufbuild/protobuf';
import type { Path } from '@bufbuild/protobuf/reflect';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
import { rulesOf } from '@guildhall/contracts';
import { type Faults, mostFaults } from './faults.ts';

const validator = createValidator();

/** Checks the rules of the contract. `root` is the field that the body is, which pointers leave out. */
export type Validate = (message: Message, faults: Faults) => void;

export function messageValidator(desc: DescMessage, root: DescField | undefined): Validate {
  if (!hasRules(desc, new Set())) return () => undefined;
  return (message, faults) => {
    const result = validator.validate(desc, message);
    if (result.kind === 'error') throw result.error;
    if (result.kind === 'valid') return;
    for (const violation of result.violations.slice(0, mostFaults)) {
      faults.push({ pointer: pointerOf(violation.field, root), detail: sentenceOf(violation) });
    }
  };
}

/** Most requests without rules need no walk at all. */
function hasRules(desc: DescMessage, seen: Set<DescMessage>): boolean {
  if (seen.has(desc)) return false;
  seen.add(desc);
  return desc.fields.some(
    (field) => rulesOf(field) !== undefined || (field.message !== undefined && hasRules(field.message, seen)),
  );
}

function pointerOf(path: Path, root: DescField | undefined): string {
  const steps = path[0] === root ? path.slice(1) : path;
  return steps.map((step) => `/${stepOf(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function stepOf(step: Path[number]): string {
  if (step.kind === 'list_sub') return String(step.index);
  if (step.kind === 'map_sub') return String(step.key);
  return step.kind === 'field' ? step.jsonName : step.name;
}

const isRequired = new Set(['required', 'enum.not_in']);

function sentenceOf({ ruleId, message }: Violation): string {
  if (isRequired.has(ruleId) || (ruleId === 'string.min_len' && / 1 /.test(message))) return 'is required';
  return message;
}
