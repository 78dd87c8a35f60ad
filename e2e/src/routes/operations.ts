import { content, ask } from '../platform/http.ts';
import { environment } from '../platform/environment.ts';

/** As much of JSON Schema as the document uses. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string;
  format?: string;
  enum?: readonly string[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
}>;

type Parameter = Readonly<{ name: string; in: string; schema: Schema; $ref?: string }>;
type Method = Readonly<{
  security?: readonly object[];
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
}>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Method>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

/** One operation of the OpenAPI document. */
export type Operation = Readonly<{
  name: string;
  verb: string;
  pattern: string;
  isPublic: boolean;
  path: readonly Parameter[];
  query: readonly Parameter[];
  /** The schema of its JSON body, resolved one level deep. */
  body: Schema | undefined;
  resolve: (schema: Schema) => Schema;
}>;

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation that the platform says it has. */
export async function readOperations(): Promise<readonly Operation[]> {
  const document = content(await ask<Document>(`${environment.webUrl}/api/openapi.json`, 'GET'));
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (document.components.schemas[name] ?? {});
  };
  return Object.entries(document.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods)
      .filter(([verb]) => verbs.includes(verb))
      .map(([verb, method]) => operationOf(pattern, verb.toUpperCase(), method, resolve)),
  );
}

function operationOf(pattern: string, verb: string, method: Method, resolve: Operation['resolve']): Operation {
  const { parameters = [], requestBody, security } = method;
  const schema = requestBody?.content['application/json']?.schema;
  return {
    name: `${verb} ${pattern}`,
    verb,
    pattern,
    isPublic: security?.length === 0,
    path: parameters.filter((one) => one.in === 'path'),
    query: parameters.filter((one) => one.in === 'query'),
    body: schema && resolve(schema),
    resolve,
  };
}
