import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { enumWords } from '@guildhall/contracts';
import { commentOf } from './comments.ts';
import { isAlwaysThere, isRequired, isWellKnown, shownFields, type Shapes, type Side } from './shapes.ts';

/** A message as a TypeScript declaration. */
export const declaration = (desc: DescMessage, side: Side, shapes: Shapes): string =>
  `${docs(commentOf(desc), '')}export type ${shapes.nameOf(desc, side)} = ${objectType(shownFields(desc), side, shapes)};\n`;

/** `always` names fields that are there whatever their rules say, as those of a path are. */
export const objectType = (
  fields: readonly DescField[],
  side: Side,
  shapes: Shapes,
  always: readonly DescField[] = [],
): string => {
  const members = fields.map((field) => member(field, side, shapes, always.includes(field)));
  return members.length === 0 ? 'Readonly<Record<string, never>>' : `{\n${members.join('')}}`;
};

const member = (field: DescField, side: Side, shapes: Shapes, always: boolean): string => {
  const isThere = always || (side === 'input' ? isRequired(field) : isAlwaysThere(field));
  const type = fieldType(field, side, shapes);
  const mark = isThere ? '' : '?';
  return `${docs(commentOf(field), '  ')}  readonly ${field.jsonName}${mark}: ${type}${isThere ? '' : ' | undefined'};\n`;
};

export const docs = (text: string, indent: string): string =>
  text === '' ? '' : `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;

const fieldType = (field: DescField, side: Side, shapes: Shapes): string => {
  const type = valueType(field, side, shapes);
  if (field.fieldKind === 'list') return `readonly ${type.includes('|') ? `(${type})` : type}[]`;
  return field.fieldKind === 'map' ? `Readonly<Record<string, ${type}>>` : type;
};

const valueType = (field: DescField, side: Side, shapes: Shapes): string => {
  if (field.message) return messageType(field.message, side, shapes);
  if (field.enum)
    return enumWords(field.enum)
      .map((word) => `'${word}'`)
      .join(' | ');
  return scalarType(field.scalar);
};

export const messageType = (desc: DescMessage, side: Side, shapes: Shapes): string =>
  isWellKnown(desc) ? (wellKnown[desc.typeName] ?? 'unknown') : shapes.nameOf(desc, side);

// Times and masks travel as text.
const wellKnown: Readonly<Record<string, string>> = {
  'google.protobuf.Timestamp': 'string',
  'google.protobuf.Duration': 'string',
  'google.protobuf.FieldMask': 'string',
  'google.protobuf.Empty': 'void',
  'google.api.HttpBody': 'Blob',
};

const scalarType = (scalar: ScalarType): string => {
  switch (scalar) {
    case ScalarType.BOOL:
      return 'boolean';
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
    case ScalarType.INT32:
    case ScalarType.SINT32:
    case ScalarType.SFIXED32:
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return 'number';
    default:
      return 'string';
  }
};
