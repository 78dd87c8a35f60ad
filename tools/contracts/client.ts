import type { DescService } from '@bufbuild/protobuf';
import { type Binding, bindingsOf, eventSubject, restOf } from '@guildhall/contracts';
import { commentOf } from './comments.ts';
import { factsOf, HTTP_BODY, pathFields, type Shapes, shapesOf } from './shapes.ts';
import { declaration, docs, messageType, objectType } from './typescript.ts';

/** The typed client by its files: types and everything together in one, and the functions of each package in its own. */
export const client = (services: readonly DescService[]): ReadonlyMap<string, string> => {
  const shapes = shapesOf(services);
  const types = typesOf(services, shapes);
  const known = new Set([...types.matchAll(/^export type (\w+)/gm)].map(([, name]) => name ?? ''));
  const packages = [...byPackage(services)];
  const names = packages.map(([name]) => name);
  const calls = packages.map(([name, of]) => [`calls/${name}.ts`, callsOf(name, of, shapes, known)] as const);
  return new Map([['client.ts', [HEAD, ...names.map(imported), TRAVELS, types, together(names)].join('\n')], ...calls]);
};

const typesOf = (services: readonly DescService[], shapes: Shapes): string => {
  const wholeBodies = new Set(services.flatMap(({ methods }) => methods).map(({ input }) => input));
  const inputs = [...shapes.inputs].filter((desc) => !wholeBodies.has(desc));
  return [
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
  ].join('\n');
};

const HEAD = '// Generated from the contracts by `npm run contracts`: do not edit.\n';

const imported = (name: string): string => `import { ${name} } from './calls/${name}.ts';`;

const TRAVELS = `
export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call wants of whoever carries it out. */
export type Options = {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
  /** The version that is to be changed, where the method takes one: \`If-Match\`. */
  readonly ifMatch?: number;
};

/** Carries out one request: adds credentials, throws problems. */
export type Call = <Answer>(verb: Verb, path: string, options: Options) => Promise<Answer>;

/** What a caller may add to any request. */
export type Extra = Pick<Options, 'signal' | 'idempotencyKey' | 'ifMatch'>;
`;

const firstBindings = ({ methods }: DescService): readonly Binding[] =>
  methods.flatMap((method) => bindingsOf(method).slice(0, 1));

const isFeed = ({ method }: Binding): boolean => restOf(method).feed !== undefined;

const asksSomething = ({ method }: Binding): boolean => method.input.fields.length > 0;

const requestType = (binding: Binding, shapes: Shapes): string => {
  const { method } = binding;
  return `export type ${shapes.requestNameOf(method)} = ${objectType(method.input.fields, 'input', shapes, pathFields(binding))};\n`;
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

const together = (names: readonly string[]): string => `export const createApi = (call: Call) => ({
${names.map((name) => `  ${name}: ${name}(call),\n`).join('')}});

export type Api = ReturnType<typeof createApi>;
`;

/** The functions of one package alone: a browser loads those of a page with the page. */
const callsOf = (
  name: string,
  services: readonly DescService[],
  shapes: Shapes,
  known: ReadonlySet<string>,
): string => {
  const functions = services.flatMap(firstBindings).map((binding) => functionOf(binding, shapes));
  const text = `export const ${name} = (call: Call) => ({\n${functions.join('')}});\n`;
  const code = text.replaceAll(/\/\*\*.*?\*\//gs, '');
  const used = [...new Set(code.match(/\b[A-Z]\w*/g))].filter((word) => known.has(word));
  return `${HEAD}\nimport type { ${['Call', 'Extra', ...used].sort().join(', ')} } from '../client.ts';\n\n${text}`;
};

const functionOf = (binding: Binding, shapes: Shapes): string => {
  const { method } = binding;
  const about = docs(commentOf(method), '    ');
  const request = asksSomething(binding) ? `request: ${shapes.requestNameOf(method)}` : '';
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
