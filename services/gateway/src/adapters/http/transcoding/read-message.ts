import {
  create,
  type DescField,
  type DescMessage,
  fromJson,
  type JsonValue,
  type Message,
  ScalarType,
} from '@bufbuild/protobuf';
import { DurationSchema, FeatureSet_FieldPresence, FieldMaskSchema, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { isProse } from '@guildhall/contracts';
import { type Faults, locate, mostFaults, type Read, refuse } from './faults.ts';
import { enumReader, scalarReader } from './read-scalar.ts';
import { readDuration, readTimestamp } from './timestamp.ts';

/** A message under construction: its fields by their local names. */
export type Draft = Message & Record<string, unknown>;

export const draft = (desc: DescMessage): Draft => create(desc) as Draft;

/** Sets one field of a message from its JSON. */
export type SetField = (message: Draft, json: unknown, faults: Faults) => void;

const readers = new WeakMap<DescMessage, Read<Message | undefined>>();

/** The strict reader of a message: unknown members and wrong types are refused. Compiled once per type. */
export function messageReader(desc: DescMessage): Read<Message | undefined> {
  let reader = readers.get(desc);
  if (reader === undefined) {
    reader = wellKnown(desc) ?? objectReader(desc, () => desc.fields);
    readers.set(desc, reader);
  }
  return reader;
}

/** A reader that knows only some of the message's fields. */
export function objectReader(desc: DescMessage, fields: () => readonly DescField[]): Read<Draft | undefined> {
  let setters: Map<string, SetField> | undefined;
  return (json, faults) => {
    // Compiled at the first use, for a message may contain itself.
    setters ??= new Map(fields().map((field) => [field.jsonName, fieldSetter(field)]));
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(faults, 'must be an object');
    if (depth === mostDepth) return refuse(faults, 'is nested too deeply');
    depth++;
    const message = setAll(draft(desc), json, setters, faults);
    depth--;
    return message;
  };
}

// Reading never waits, so one number serves all requests.
let depth = 0;
const mostDepth = 32;

function setAll(message: Draft, json: object, setters: ReadonlyMap<string, SetField>, faults: Faults): Draft {
  for (const [name, value] of Object.entries(json)) {
    const from = faults.length;
    const set = setters.get(name);
    if (set === undefined) refuse(faults, 'is not a field of this request');
    else set(message, value, faults);
    if (faults.length > from) locate(faults, from, name);
    if (faults.length >= mostFaults) break;
  }
  return message;
}

function wellKnown(desc: DescMessage): Read<Message | undefined> | undefined {
  if (desc.typeName === TimestampSchema.typeName) return readTimestamp;
  if (desc.typeName === DurationSchema.typeName) return readDuration;
  if (!desc.typeName.startsWith('google.protobuf.') || desc.fields.length === 0) return undefined;
  return (json, faults) => {
    try {
      return fromJson(desc, json as JsonValue);
    } catch {
      const what = desc.typeName === FieldMaskSchema.typeName ? 'field names, separated by commas' : desc.name;
      return refuse(faults, `must be ${what}`);
    }
  };
}

export function fieldSetter(field: DescField): SetField {
  const read = fieldReader(field);
  const name = field.localName;
  const { oneof } = field;
  if (oneof) {
    return (message, json, faults) => {
      if ((message[oneof.localName] as { case?: string }).case !== undefined) refuse(faults, 'excludes another field');
      message[oneof.localName] = { case: name, value: read(json, faults) };
    };
  }
  // null says "absent", which only fields that know absence can be.
  const knowsAbsence = field.presence !== FeatureSet_FieldPresence.IMPLICIT;
  return (message, json, faults) => {
    if (json === null && knowsAbsence) return;
    message[name] = read(json, faults);
  };
}

function fieldReader(field: DescField): Read {
  switch (field.fieldKind) {
    case 'list':
      return listReader(valueReader(field));
    case 'map':
      if (field.mapKey !== ScalarType.STRING)
        throw new Error(`${String(field)} must have text keys, for they travel as JSON`);
      return mapReader(valueReader(field));
    default:
      return valueReader(field);
  }
}

function valueReader(field: DescField): Read {
  if (field.message) return messageReader(field.message);
  if (field.enum) return enumReader(field.enum);
  return scalarReader(field.scalar, isProse(field));
}

function listReader(read: Read): Read {
  return (json, faults) => {
    if (!Array.isArray(json)) return refuse(faults, 'must be a list');
    return json.map((item: unknown, index) => {
      if (faults.length >= mostFaults) return undefined;
      const from = faults.length;
      const value = read(item, faults);
      if (faults.length > from) locate(faults, from, index);
      return value;
    });
  };
}

/** Keys are text, for JSON has no others. */
function mapReader(read: Read): Read {
  const readKey = scalarReader(ScalarType.STRING, false);
  return (json, faults) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(faults, 'must be an object');
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(json)) {
      const from = faults.length;
      const name = readKey(key, faults);
      const value = read(item, faults);
      if (faults.length > from) locate(faults, from, key);
      if (faults.length >= mostFaults) break;
      entries.push([String(name), value]);
    }
    return Object.fromEntries(entries);
  };
}
