import { type DescField, getOption, hasOption } from '@bufbuild/protobuf';
import { field as fieldOption, type FieldRules, type StringRules } from './gen/buf/validate/validate_pb.ts';

/** The validation rules that the contract gives a field, if any. */
export const rulesOf = (field: DescField): FieldRules | undefined =>
  hasOption(field, fieldOption) ? getOption(field, fieldOption) : undefined;

/** The rules of a text field, or of the texts in a list or map. */
export function textRulesOf(field: DescField): StringRules | undefined {
  const type = rulesOf(field)?.type;
  switch (type?.case) {
    case 'string':
      return type.value;
    case 'repeated':
      return stringRules(type.value.items);
    case 'map':
      return stringRules(type.value.values);
    default:
      return undefined;
  }
}

const stringRules = (rules: FieldRules | undefined): StringRules | undefined =>
  rules?.type.case === 'string' ? rules.type.value : undefined;

/** From this length on a text is prose: it may have line breaks and tabs. */
export const proseLength = 1_000n;

/** Whether a text field may hold line breaks and tabs. */
export const isProse = (field: DescField): boolean => (textRulesOf(field)?.maxLen ?? 0n) >= proseLength;
