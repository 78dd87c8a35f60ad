import type { Asked } from '../platform/http.ts';
import type { Operation, Schema } from './operations.ts';
import { pathWith } from './routes.ts';

/** A request that has to be refused, and what the refusal has to be about. */
export type BadRequest = Readonly<{
  about: string;
  verb: string;
  path: string;
  asked: Asked;
  /** The status, where only one will do. */
  status?: number;
  /** What the problem has to point at. */
  pointsAt?: string;
}>;

// More than any route takes.
const tooManyBytes = 25 * 1024 * 1024;
const long = 'x'.repeat(100_000);
/** As long as an address can be without being refused before anybody reads it. */
const longInAddress = 'x'.repeat(4_000);

/** Texts that no field takes, by what is wrong with them. */
const badTexts: Readonly<Record<string, string>> = {
  'a text of 100 000 characters': long,
  'control characters': 'a\u0000b\u001bc',
  'a right-to-left override': 'abc\u202edef',
  'half a character': 'ab\ud800',
};

/** What is none of the type that the schema asks for. */
function wrongValues(schema: Schema): readonly unknown[] {
  switch (schema.type) {
    case 'string':
      return [17, true, {}, ['a']];
    case 'integer':
    case 'number':
      return ['seventeen', {}, 1e99];
    case 'boolean':
      return ['true', 1, []];
    case 'array':
      return ['a', {}, [null]];
    default:
      return [17, 'a', []];
  }
}

const path = (operation: Operation): string =>
  pathWith(operation, { siteId: 'north', provider: 'google', kind: 'visits' });

const withBody = (operation: Operation, about: string, body: unknown, more: Partial<BadRequest> = {}): BadRequest => ({
  about,
  verb: operation.verb,
  path: path(operation),
  asked: { body },
  ...more,
});

/** Bodies that are not what any operation takes. */
function badBodies(operation: Operation): readonly BadRequest[] {
  const typed = (contentType: string): BadRequest =>
    withBody(operation, `the content type "${contentType}"`, '{}', {
      asked: { body: '{}', headers: { 'content-type': contentType } },
      status: 415,
    });
  const malformed = ['{"a":', '{a:1}', 'undefined', '\ufeff', Buffer.from([0x7b, 0xff, 0x7d])];
  return [
    ...malformed.map((body) => withBody(operation, `malformed JSON ${JSON.stringify(body)}`, body, { status: 400 })),
    ...['[]', '"a"', '1', 'true'].map((body) => withBody(operation, `no object but ${body}`, body, { status: 422 })),
    withBody(operation, 'an unknown field', { noSuchField: 1 }, { status: 422, pointsAt: 'noSuchField' }),
    withBody(operation, 'a prototype as a field', '{"__proto__": {"roles": ["administrator"]}}', { status: 422 }),
    withBody(operation, 'JSON of 25 MB', JSON.stringify({ a: 'x'.repeat(tooManyBytes) }), { status: 413 }),
    withBody(operation, 'nesting without end', '['.repeat(100_000), { status: 400 }),
    typed('text/plain'),
    typed('application/x-www-form-urlencoded'),
    typed('application/json; charset=utf-16'),
  ];
}

const textsOf = (schema: Schema, resolve: Operation['resolve']): ((text: string) => unknown) | undefined => {
  if (schema.type === 'string') return (text) => text;
  if (schema.type === 'array' && schema.items) {
    const inner = textsOf(resolve(schema.items), resolve);
    return inner && ((text) => [inner(text)]);
  }
  return undefined;
};

/** Each field of the body, with values that it cannot have. */
function badFields(operation: Operation): readonly BadRequest[] {
  const { body, resolve } = operation;
  return Object.entries(body?.properties ?? {}).flatMap(([name, given]) => {
    const schema = resolve(given);
    const inField = (about: string, value: unknown) =>
      withBody(operation, `${name} as ${about}`, { [name]: value }, { pointsAt: name });
    const put = textsOf(schema, resolve);
    return [
      ...wrongValues(schema).map((value) => inField(JSON.stringify(value), value)),
      ...(put ? Object.entries(badTexts).map(([about, text]) => inField(about, put(text))) : []),
    ];
  });
}

/** Query strings that name something else, or values that a parameter cannot have. */
function badQueries(operation: Operation): readonly BadRequest[] {
  const withQuery = (about: string, name: string, value: string): BadRequest => ({
    about,
    verb: operation.verb,
    path: `${path(operation)}?${name}=${value}`,
    asked: operation.body ? { body: {} } : {},
    pointsAt: name,
  });
  const known = operation.query.flatMap(({ name, schema }) => [
    withQuery(`a long ${name}`, name, longInAddress),
    withQuery(`${name} with control characters`, name, 'a%00b'),
    withQuery(`${name} with a right-to-left override`, name, 'a%E2%80%AEb'),
    ...(schema.type === 'integer' ? [withQuery(`no number as ${name}`, name, 'ten')] : []),
    ...(schema.maximum === undefined ? [] : [withQuery(`too large a ${name}`, name, String(schema.maximum + 1))]),
    ...(schema.minimum === undefined ? [] : [withQuery(`too small a ${name}`, name, String(schema.minimum - 1))]),
    ...(schema.enum ? [withQuery(`an unknown word as ${name}`, name, 'nonsense')] : []),
  ]);
  return [withQuery('an unknown parameter', 'noSuchParameter', '1'), ...known];
}

/** Paths with values that cannot name anything. */
function badPaths(operation: Operation): readonly BadRequest[] {
  const asked = operation.body ? { body: {} } : {};
  return operation.path.flatMap(({ name }) =>
    Object.entries({
      [`a long ${name}`]: longInAddress,
      [`${name} with control characters`]: 'a%00b',
      [`${name} with a right-to-left override`]: 'a%E2%80%AEb',
      [`${name} that climbs`]: '..%2f..%2fpeople',
      [`${name} as an operator`]: '%7B%22$ne%22:1%7D',
      [`${name} with a broken percent sign`]: '%zz',
    }).map(([about, value]) => {
      const filled = operation.pattern.replace(`{${name}}`, value);
      return { about, verb: operation.verb, path: pathWith({ pattern: filled }, { siteId: 'north' }), asked };
    }),
  );
}

/** Everything that this operation has to refuse, whoever asks. */
export const badRequests = (operation: Operation): readonly BadRequest[] => [
  ...(operation.body ? [...badBodies(operation), ...badFields(operation)] : []),
  ...badQueries(operation),
  ...badPaths(operation),
];
