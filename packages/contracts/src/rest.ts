import type { DescEnum, DescEnumValue, DescField, DescMessage, DescMethod } from '@bufbuild/protobuf';
import { httpRuleOf } from './options.ts';
import type { HttpRule } from './gen/google/api/http_pb.ts';

// How a method is reached over HTTP, read from its contract: the gateway, the OpenAPI document and the browser's client
// all take it from here, so that none of them can disagree.

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A step of a path: itself, or any text, which becomes the field. */
export type Segment = Readonly<{ literal: string } | { field: DescField }>;

export type Binding = Readonly<{
  method: DescMethod;
  verb: Verb;
  segments: readonly Segment[];
  /** What the body is: nothing, the request message, or one field of it. */
  body: 'none' | 'message' | DescField;
  /** Fields that the query string may set. */
  query: readonly DescField[];
  /** The field mask of a partial update, derived from the body when the query does not name it. */
  mask: DescField | undefined;
}>;

/** Every way to reach the method, the principal one first. Empty when HTTP cannot. Throws on mappings we do not support. */
export function bindingsOf(method: DescMethod): readonly Binding[] {
  const rule = httpRuleOf(method);
  return rule === undefined ? [] : [rule, ...rule.additionalBindings].map((one) => bindingOf(method, one));
}

function bindingOf(method: DescMethod, rule: HttpRule): Binding {
  const { verb, path } = verbAndPath(method, rule);
  const segments = path
    .slice(1)
    .split('/')
    .map((text) => segmentOf(method.input, text));
  const inPath = new Set(segments.flatMap((segment) => ('field' in segment ? [segment.field] : [])));
  const body = bodyOf(method.input, rule.body);
  const free = method.input.fields.filter((field) => !inPath.has(field) && field !== body);
  const query = body === 'message' ? [] : free.filter(isSettableByText);
  const mask = query.find((field) => field.message?.typeName === fieldMask);
  return { method, verb, segments, body, query, mask };
}

const fieldMask = 'google.protobuf.FieldMask';

function verbAndPath(method: DescMethod, { pattern }: HttpRule): { verb: Verb; path: string } {
  if (pattern.case === undefined || pattern.case === 'custom') throw unsupported(method.input, 'custom verbs');
  return { verb: pattern.case.toUpperCase() as Verb, path: pattern.value };
}

function segmentOf(input: DescMessage, text: string): Segment {
  const name = /^\{(\w+)\}$/.exec(text)?.[1];
  if (name !== undefined) return { field: fieldOf(input, name) };
  if (/[{}*:]/.test(text) || text === '') throw unsupported(input, `the path segment "${text}"`);
  return { literal: text };
}

function bodyOf(input: DescMessage, body: string): Binding['body'] {
  if (body === '') return 'none';
  return body === '*' ? 'message' : fieldOf(input, body);
}

function fieldOf(input: DescMessage, name: string): DescField {
  const field = input.fields.find((one) => one.name === name);
  if (field === undefined) throw unsupported(input, `the unknown field "${name}"`);
  return field;
}

const textual = new Set([fieldMask, 'google.protobuf.Timestamp', 'google.protobuf.Duration']);

const isSettableByText = (field: DescField): boolean =>
  field.fieldKind === 'list' ? field.listKind !== 'message' : field.fieldKind !== 'map' && textualKind(field);

const textualKind = (field: DescField): boolean => field.message === undefined || textual.has(field.message.typeName);

const unsupported = ({ typeName }: DescMessage, what: string): Error =>
  new Error(`the HTTP mapping of ${typeName} uses ${what}, which the gateway does not support`);

/** `/api/register/sites/{siteId}`: the path as people read it, and as metrics and logs name it. */
export const pathOf = ({ segments }: Binding): string =>
  segments.map((segment) => `/${'literal' in segment ? segment.literal : `{${segment.field.jsonName}}`}`).join('');

/** `VERIFY_STATUS_SIGNED_IN` is `signed_in` in JSON. */
export const enumWord = ({ parent, name }: DescEnumValue): string =>
  name.slice(parent.sharedPrefix?.length ?? 0).toLowerCase();

/** The words of an enum; the unspecified value has none, for it is absence. */
export const enumWords = ({ values }: DescEnum): readonly string[] =>
  values.filter(({ number }) => number !== 0).map(enumWord);
