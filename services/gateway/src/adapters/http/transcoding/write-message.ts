import { type DescField, type DescMessage, type Message, ScalarType, toJson } from '@bufbuild/protobuf';
import { DurationSchema, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { enumWord } from '@guildhall/contracts';
import { SessionSchema } from '@guildhall/contracts/guildhall/v1/session';
import { writeDuration, writeTimestamp } from './timestamp.ts';

type Write = (value: unknown) => unknown;
type Member = (message: Record<string, unknown>, into: Record<string, unknown>) => void;

const writers = new WeakMap<DescMessage, Write>();

/**
 * The writer of a message as JSON: defaults are always there (`changed: false`, empty lists), absent optionals and
 * unspecified enums are not, and a session never is. Compiled once per type.
 */
export function messageWriter(desc: DescMessage): Write {
  let writer = writers.get(desc);
  if (writer === undefined) {
    writer = wellKnown(desc) ?? objectWriter(desc);
    writers.set(desc, writer);
  }
  return writer;
}

function objectWriter(desc: DescMessage): Write {
  let members: readonly Member[] | undefined;
  return (message) => {
    members ??= desc.fields.filter(({ message: type }) => type?.typeName !== SessionSchema.typeName).map(memberWriter);
    const json: Record<string, unknown> = {};
    for (const member of members) member(message as Record<string, unknown>, json);
    return json;
  };
}

function wellKnown(desc: DescMessage): Write | undefined {
  if (desc.typeName === TimestampSchema.typeName) return (value) => writeTimestamp(value as never);
  if (desc.typeName === DurationSchema.typeName) return (value) => writeDuration(value as never);
  if (!desc.typeName.startsWith('google.protobuf.') || desc.fields.length === 0) return undefined;
  return (value) => toJson(desc, value as Message);
}

function memberWriter(field: DescField): Member {
  const { jsonName, localName, oneof } = field;
  const write = fieldWriter(field);
  if (oneof) {
    return (message, into) => {
      const chosen = message[oneof.localName] as { case?: string; value?: unknown };
      if (chosen.case === localName) into[jsonName] = write(chosen.value);
    };
  }
  return (message, into) => {
    const value = message[localName];
    const json = value === undefined ? undefined : write(value);
    if (json !== undefined) into[jsonName] = json;
  };
}

function fieldWriter(field: DescField): Write {
  const write = valueWriter(field);
  switch (field.fieldKind) {
    case 'list':
      return (value) => (value as unknown[]).map(write);
    case 'map':
      return (value) => Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, write(item)]));
    default:
      return write;
  }
}

function valueWriter(field: DescField): Write {
  if (field.message) return messageWriter(field.message);
  if (field.enum) {
    const words = new Map(
      field.enum.values.filter(({ number }) => number !== 0).map((one) => [one.number, enumWord(one)]),
    );
    return (value) => words.get(value as number);
  }
  return scalarWriter(field.scalar);
}

const asIs: Write = (value) => value;

function scalarWriter(scalar: ScalarType): Write {
  switch (scalar) {
    case ScalarType.BYTES:
      return (value) => Buffer.from(value as Uint8Array).toString('base64');
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return String;
    default:
      return asIs;
  }
}
