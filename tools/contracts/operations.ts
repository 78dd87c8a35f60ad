import type { DescField, DescMethod } from '@bufbuild/protobuf';
import { accessOf, type Binding, restFieldsOf, restOf } from '@guildhall/contracts';
import { commentOf } from './comments.ts';
import { fieldSchema, type Json, objectSchema } from './schemas.ts';
import { bodyFields, factsOf, HTTP_BODY, isRequired, isWellKnown, pathFields, type Shapes } from './shapes.ts';

/** One OpenAPI operation; `index` tells the further paths of the same method apart. */
export const operation = (binding: Binding, index: number, shapes: Shapes): Json => {
  const { method } = binding;
  const description = descriptionOf(method);
  return {
    operationId: `${method.parent.name}_${method.name}${index === 0 ? '' : `_${index + 1}`}`,
    tags: [method.parent.file.proto.package.split('.')[0]],
    summary: words(method.name),
    ...(description !== '' && { description }),
    security: securityOf(binding),
    ...parametersOf(binding, shapes),
    ...requestBody(binding, shapes),
    responses: responses(method, shapes),
  };
};

/** `CreateAccessToken` is "Create access token". */
const words = (name: string): string => {
  const text = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const descriptionOf = (method: DescMethod): string => {
  const access = accessOf(method);
  const permission = access.kind === 'permission' ? `Needs the permission \`${access.permission}\`.` : '';
  const kiosk = access.kind === 'kiosk' ? 'Only for a kiosk.' : '';
  return [commentOf(method), permission, kiosk].filter((text) => text !== '').join(' ');
};

const securityOf = ({ method, verb }: Binding): readonly Json[] => {
  const { kind } = accessOf(method);
  if (kind === 'public') return [];
  if (kind === 'kiosk') return [{ bearer: [] }];
  return [verb === 'GET' ? { session: [] } : { session: [], csrf: [] }, { bearer: [] }];
};

const parametersOf = (binding: Binding, shapes: Shapes): Json => {
  const { method, query, verb } = binding;
  const parameters = [
    ...pathFields(binding).map((field) => parameter(field, 'path', shapes)),
    ...query.map((field) => parameter(field, 'query', shapes)),
    ...(verb === 'GET' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    ...(restFieldsOf(method).ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(restOf(method).feed ? [{ $ref: '#/components/parameters/LastEventId' }] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
};

const parameter = (field: DescField, place: 'path' | 'query', shapes: Shapes): Json => {
  const { description, ...schema } = fieldSchema(field, 'input', shapes);
  return {
    name: field.jsonName,
    in: place,
    ...(description !== undefined && { description }),
    required: place === 'path' || isRequired(field),
    schema,
  };
};

const requestBody = (binding: Binding, shapes: Shapes): Json => {
  const { body, method } = binding;
  if (body === 'none') return {};
  if (body !== 'message' && body.message?.typeName === HTTP_BODY) {
    return { requestBody: { required: true, content: { '*/*': { schema: {} } } } };
  }
  const fields = bodyFields(binding);
  const schema =
    body === 'message' ? objectSchema(method.input, 'input', shapes, fields) : fieldSchema(body, 'input', shapes);
  const required = body !== 'message' || fields.some(isRequired);
  return { requestBody: { required, content: { 'application/json': { schema } } } };
};

const responses = (method: DescMethod, shapes: Shapes): Json => ({
  [String(restOf(method).status || 200)]: success(method, shapes),
  ...(restFieldsOf(method).acceptedWhen && { 202: { ...success(method, shapes), description: acceptedText(method) } }),
  '4XX': { $ref: '#/components/responses/Problem' },
  '5XX': { $ref: '#/components/responses/Problem' },
});

const success = (method: DescMethod, shapes: Shapes): Json => {
  if (restOf(method).status === 204) return { description: 'Done.' };
  const headers = restFieldsOf(method).etag && { ETag: { $ref: '#/components/headers/ETag' } };
  return { description: 'Success.', ...(headers && { headers }), content: contentOf(method, shapes) };
};

const acceptedText = (method: DescMethod): string =>
  `Taken, but not carried out yet: \`${restFieldsOf(method).acceptedWhen?.jsonName ?? ''}\` is set.`;

const contentOf = (method: DescMethod, shapes: Shapes): Json => {
  const { output } = method;
  if (method.methodKind === 'server_streaming') return { 'text/event-stream': { schema: eventSchema(method, shapes) } };
  if (output.typeName === HTTP_BODY) return { '*/*': { schema: {} } };
  const schema = isWellKnown(output)
    ? { type: 'object' }
    : { $ref: `#/components/schemas/${shapes.nameOf(output, 'output')}` };
  return { 'application/json': { schema } };
};

/** A stream is text; what the data of its events is, OpenAPI 3.1 can only say beside that. */
const eventSchema = (method: DescMethod, shapes: Shapes): Json => {
  const snapshot = method.parent.methods.find(({ name }) => name === restOf(method).feed?.snapshot);
  const answers = [...(snapshot ? [snapshot.output] : []), ...factsOf(method)];
  const data = answers.map((desc) => ({ $ref: `#/components/schemas/${shapes.nameOf(desc, 'output')}` }));
  return { type: 'string', contentMediaType: 'application/json', contentSchema: { anyOf: data } };
};
