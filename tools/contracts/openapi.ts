import type { DescService } from '@bufbuild/protobuf';
import { bindingsOf, pathOf } from '@guildhall/contracts';
import { commentOf } from './comments.ts';
import { operation } from './operations.ts';
import { type Json, objectSchema } from './schemas.ts';
import { HTTP_BODY, shapesOf } from './shapes.ts';

/** The OpenAPI 3.1 document of these services. */
export const openapi = (services: readonly DescService[], version: string): Json => {
  const shapes = shapesOf(services);
  const paths = new Map<string, Record<string, Json>>();
  for (const method of services.flatMap(({ methods }) => methods)) {
    for (const [index, binding] of bindingsOf(method).entries()) {
      const path = pathOf(binding);
      paths.set(path, { ...paths.get(path), [binding.verb.toLowerCase()]: operation(binding, index, shapes) });
    }
  }
  const schemas = [
    ...[...shapes.outputs].map(
      (desc) => [shapes.nameOf(desc, 'output'), objectSchema(desc, 'output', shapes)] as const,
    ),
    ...[...shapes.inputs]
      .filter((desc) => shapes.nameOf(desc, 'input') !== desc.name || !shapes.outputs.has(desc))
      .filter((desc) => !isWholeBody(desc.typeName, services))
      .map((desc) => [shapes.nameOf(desc, 'input'), objectSchema(desc, 'input', shapes)] as const),
  ].filter(([name]) => name !== HTTP_BODY);
  return {
    openapi: '3.1.0',
    info: about(version),
    servers: [{ url: '/' }],
    tags: services.map((service) => ({ name: tagOf(service), description: commentOf(service) })),
    security: [{ session: [] }, { bearer: [] }],
    paths: Object.fromEntries([...paths].sort(([one], [other]) => one.localeCompare(other))),
    components: {
      schemas: { ...Object.fromEntries(schemas.sort(([one], [other]) => one.localeCompare(other))), Problem: problem },
      ...fixedComponents,
    },
  };
};

/** Bodies that are the whole request are written where they are used, without their path variables. */
const isWholeBody = (typeName: string, services: readonly DescService[]): boolean =>
  services
    .flatMap(({ methods }) => methods)
    .some((method) => method.input.typeName === typeName && bindingsOf(method).some(({ body }) => body === 'message'));

export const tagOf = ({ file }: DescService): string => file.proto.package.split('.')[0] ?? '';

const about = (version: string): Json => ({
  title: 'Guildhall API',
  version,
  summary: 'What members, reception and administrators do with a Guildhall.',
  description:
    'Times are RFC 3339. Unknown fields are refused. Refusals are problems (RFC 9457) with a stable `code`. ' +
    'Every write takes an `Idempotency-Key`: a repeat within 24 hours is given the first answer.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
});

const problem: Json = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri', description: 'The page about this code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people.' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable, for programs: `register.unknown_site`.' },
    traceId: { type: 'string', description: 'What to name when you ask for help.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
};

const fixedComponents: Json = {
  responses: {
    Problem: {
      description: 'The request was refused, or could not be carried out.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'A repeat with the same key is given the first answer, for 24 hours.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: 'The version that is to be changed, as `ETag` had it: where it is another one by now, 412 or 409.',
      schema: { type: 'string', examples: ['"7"'] },
    },
    LastEventId: {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'The id of the last event seen: the feed goes on behind it.',
      schema: { type: 'string' },
    },
  },
  headers: {
    ETag: { description: 'The version of what is answered, for `If-Match`.', schema: { type: 'string' } },
  },
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'session', description: '`__Host-session` where there is TLS.' },
    csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: 'From GET /api/auth/session.' },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'A personal token, the access token of the app, or the token of a kiosk.',
    },
  },
};
