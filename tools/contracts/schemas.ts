import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { enumWords, rulesOf } from '@guildhall/contracts';
import type { FieldRules } from '@guildhall/contracts/buf/validate/validate';
import { commentOf } from './comments.ts';
import { isAlwaysThere, isRequired, isWellKnown, shownFields, type Shapes, type Side } from './shapes.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of a message, as it is sent (`input`) or as it comes back (`output`). */
export const objectSchema = (desc: DescMessage, side: Side, shapes: Shapes, fields = shownFields(desc)): Json => {
  const isNeeded = side === 'input' ? isRequired : isAlwaysThere;
  const required = fields.filter(isNeeded).map(({ jsonName }) => jsonName);
  const description = commentOf(desc);
  return {
    type: 'object',
    ...(description !== '' && { description }),
    properties: Object.fromEntries(fields.map((field) => [field.jsonName, fieldSchema(field, side, shapes)])),
    ...(required.length > 0 && { required }),
    ...(side === 'input' && { additionalProperties: false }),
  };
};

export const fieldSchema = (field: DescField, side: Side, shapes: Shapes): Json => {
  const description = commentOf(field);
  const about = description === '' ? {} : { description };
  const rules = rulesOf(field);
  switch (field.fieldKind) {
    case 'list':
      return {
        ...about,
        type: 'array',
        items: valueSchema(field, side, shapes, itemRules(rules)),
        ...listRules(rules),
      };
    case 'map':
      return { ...about, type: 'object', additionalProperties: valueSchema(field, side, shapes, undefined) };
    default: {
      const schema = valueSchema(field, side, shapes, rules);
      // Beside a reference OpenAPI 3.1 allows a description, as JSON Schema does.
      return { ...schema, ...about };
    }
  }
};

const itemRules = (rules: FieldRules | undefined): FieldRules | undefined =>
  rules?.type.case === 'repeated' ? rules.type.value.items : undefined;

const listRules = (rules: FieldRules | undefined): Json => {
  if (rules?.type.case !== 'repeated') return {};
  const { minItems, maxItems, unique } = rules.type.value;
  return {
    ...(minItems > 0n && { minItems: Number(minItems) }),
    ...(maxItems > 0n && { maxItems: Number(maxItems) }),
    ...(unique && { uniqueItems: true }),
  };
};

const valueSchema = (field: DescField, side: Side, shapes: Shapes, rules: FieldRules | undefined): Json => {
  if (field.message) return messageSchema(field.message, side, shapes);
  if (field.enum) return { type: 'string', enum: enumWords(field.enum) };
  return { ...scalarSchema(field.scalar), ...scalarRules(rules) };
};

const messageSchema = (desc: DescMessage, side: Side, shapes: Shapes): Json => {
  if (isWellKnown(desc)) return wellKnown[desc.typeName] ?? { description: desc.name };
  return { $ref: `#/components/schemas/${shapes.nameOf(desc, side)}` };
};

const wellKnown: Readonly<Record<string, Json>> = {
  'google.protobuf.Timestamp': { type: 'string', format: 'date-time' },
  'google.protobuf.Duration': { type: 'string', pattern: '^-?\\d+(\\.\\d+)?s$' },
  'google.protobuf.FieldMask': { type: 'string', description: 'Field names, separated by commas.' },
  'google.protobuf.Empty': { type: 'object' },
};

const scalarSchema = (scalar: ScalarType): Json => {
  switch (scalar) {
    case ScalarType.STRING:
      return { type: 'string' };
    case ScalarType.BOOL:
      return { type: 'boolean' };
    case ScalarType.BYTES:
      return { type: 'string', contentEncoding: 'base64' };
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return { type: 'number' };
    case ScalarType.INT32:
    case ScalarType.SINT32:
    case ScalarType.SFIXED32:
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return { type: 'integer', format: 'int32' };
    default:
      return { type: 'string', format: 'int64' };
  }
};

const scalarRules = (rules: FieldRules | undefined): Json => {
  if (rules?.type.case === 'string') {
    const { minLen, maxLen, pattern, in: words } = rules.type.value;
    return {
      ...(minLen > 0n && { minLength: Number(minLen) }),
      ...(maxLen > 0n && { maxLength: Number(maxLen) }),
      ...(pattern !== '' && { pattern }),
      ...(words.length > 0 && { enum: words }),
    };
  }
  if (rules?.type.case !== 'int32') return {};
  const { gte, lte } = rules.type.value;
  return { minimum: gte, ...(lte !== 0 && { maximum: lte }) };
};
