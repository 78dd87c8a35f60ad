import type { DescService } from '@bufbuild/protobuf';
import { type Binding, bindingsOf, eventSubject, restOf } from '@guildhall/contracts';
import { commentOf } from './comments.ts';
import { factsOf, HTTP_BODY, pathFields, type Shapes, shapesOf } from './shapes.ts';
import { declaration, docs, messageType, objectType } from './typescript.ts';

/** The typed client: a type for everything that travels, and a function for every method. */
export const client = (services: readonly DescService[]): string => {
  const shapes = shapesOf(services);
  const wholeBodies = new Set(services.flatMap(({ methods }) => methods).map(({ input }) => input));
  const inputs = [...shapes.inputs].filter((desc) => !wholeBodies.has(desc));
  return [
    HEAD,
    ...[...shapes.outputs].map((desc) => declaration(desc, 'output', shapes)),
    ...inputs.map((desc) => declaration(desc, 'input', shapes)),
    ...services
      .flatMap(firstBindings)
      .filter(asksSomething)
      .map((binding) => requestType(binding, shapes)),
    ...services
      .flatMap(firstBindings)
      .filter(isFeed)
      .map((binding) => eventsType(binding, shapes)),
    `export const createApi = (call: Call) => ({\n${[...byPackage(services)].map(([name, of]) => packageObject(name, of, shapes)).join('')}});\n`,
    'export type Api = ReturnType<typeof createApi>;\n',
  ].join('\n');
};

const HEAD = `// Generated from the contracts by \`npm run contracts\`: do not edit.

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call wants of whoever carries it out. */
export type Options = {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
};

/** Carries out one request: adds credentials, throws problems. */
export type Call = <Answer>(verb: Verb, path: string, options: Options) => Promise<Answer>;

/** What a caller may add to any request. */
export type Extra = Pick<Options, 'signal' | 'idempotencyKey'>;
`;

const firstBindings = ({ methods }: DescService): readonly Binding[] =>
  methods.flatMap((method) => bindingsOf(method).slice(0, 1));

const isFeed = ({ method }: Binding): boolean => restOf(method).feed !== undefined;

const asksSomething = ({ method }: Binding): boolean => method.input.fields.length > 0;

const requestName = ({ method }: Binding): string => `${method.name}Request`;

const requestType = (binding: Binding, shapes: Shapes): string => {
  const { name, input } = binding.method;
  return `export type ${name}Request = ${objectType(input.fields, 'input', shapes, pathFields(binding))};\n`;
};

/** The events of a feed by their names, each with what its data is. */
const eventsType = (binding: Binding, shapes: Shapes): string => {
  const { method } = binding;
  const snapshot = method.parent.methods.find(({ name }) => name === restOf(method).feed?.snapshot);
  const facts = factsOf(method).map((fact) => `  readonly '${eventName(eventSubject(fact))}': ${fact.name};\n`);
  const first = snapshot ? `  readonly snapshot: ${messageType(snapshot.output, 'output', shapes)};\n` : '';
  return `export type ${method.name}Events = {\n${first}${facts.join('')}};\n`;
};

const eventName = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1);

/** The services by the first word of their package, as paths and documentation group them. */
const byPackage = (services: readonly DescService[]): ReadonlyMap<string, readonly DescService[]> =>
  Map.groupBy(services, ({ file }) => file.proto.package.split('.')[0] ?? '');

const packageObject = (name: string, services: readonly DescService[], shapes: Shapes): string => {
  const functions = services.flatMap(firstBindings).map((binding) => functionOf(binding, shapes));
  return `  ${name}: {\n${functions.join('')}  },\n`;
};

const functionOf = (binding: Binding, shapes: Shapes): string => {
  const { method } = binding;
  const about = docs(commentOf(method), '    ');
  const request = asksSomething(binding) ? `request: ${requestName(binding)}` : '';
  if (isFeed(binding)) return `${about}    ${method.localName}: (${request}): string => ${pathText(binding)},\n`;
  const answer = method.output.typeName === HTTP_BODY ? 'Blob' : messageType(method.output, 'output', shapes);
  const parameters = [request, 'extra: Extra = {}'].filter((one) => one !== '').join(', ');
  const invoke = `call<${answer}>('${binding.verb}', ${pathText(binding)}, { ${optionsOf(binding)}...extra })`;
  const split = pathFields(binding);
  if (binding.body !== 'message' || split.length === 0) {
    return `${about}    ${method.localName}: (${parameters}) => ${invoke},\n`;
  }
  const names = split.map(({ jsonName }) => `${jsonName}: _${jsonName}`).join(', ');
  return `${about}    ${method.localName}: (${parameters}) => {\n      const { ${names}, ...body } = request;\n      return ${invoke};\n    },\n`;
};

const pathText = ({ segments }: Binding): string => {
  const steps = segments.map((one) =>
    'literal' in one ? one.literal : `\${encodeURIComponent(request.${one.field.jsonName})}`,
  );
  return `\`/${steps.join('/')}\``;
};

const optionsOf = (binding: Binding): string => {
  const { body, query, method } = binding;
  const names = query.map(({ jsonName }) => `${jsonName}: request.${jsonName}`);
  const queryText = names.length > 0 ? `query: { ${names.join(', ')} }, ` : '';
  if (body === 'none') return queryText;
  if (body !== 'message') return `${queryText}body: request.${body.jsonName}, `;
  if (method.input.fields.length === 0) return 'body: {}, ';
  return pathFields(binding).length > 0 ? 'body, ' : 'body: request, ';
};
