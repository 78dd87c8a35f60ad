import type { DescEnum, DescField, DescMessage, DescMethod, DescService } from '@bufbuild/protobuf';
import { type Binding, bindingsOf, restOf, rulesOf } from '@guildhall/contracts';

/** What a message is called outside, once for what is sent and once for what comes back, where both happen. */
export interface Shapes {
  /** The messages that answers are made of, and the facts of feeds. */
  readonly outputs: ReadonlySet<DescMessage>;
  /** The messages that request bodies are made of. */
  readonly inputs: ReadonlySet<DescMessage>;
  nameOf(desc: DescMessage | DescEnum, side: Side): string;
  /** What a call of the method takes, all of it together. */
  requestNameOf(method: DescMethod): string;
}

export type Side = 'input' | 'output';

const SESSION = 'guildhall.v1.Session';
export const HTTP_BODY = 'google.api.HttpBody';

/** Types that JSON writes in a way of their own. */
export const isWellKnown = ({ typeName }: DescMessage): boolean => typeName.startsWith('google.');

/** The fields that an answer shows: a session never is one of them. */
export const shownFields = ({ fields }: DescMessage): readonly DescField[] =>
  fields.filter(({ message }) => message?.typeName !== SESSION);

/** True when an answer always has the field: the contract marks those that may be absent as `optional`. */
export const isAlwaysThere = (field: DescField): boolean => !field.proto.proto3Optional && field.oneof === undefined;

/** True when a request without the field is refused; of those that exclude each other none is. */
export const isRequired = (field: DescField): boolean => {
  if (field.oneof !== undefined) return false;
  const rules = rulesOf(field);
  if (rules === undefined) return false;
  if (rules.required) return true;
  // A rule about what a field holds counts where it is there.
  if (field.proto.proto3Optional) return false;
  if (rules.type.case === 'string') return rules.type.value.minLen > 0n;
  return rules.type.case === 'enum' && rules.type.value.notIn.includes(0);
};

/** The fields that a request's body has, path variables left out. */
export const bodyFields = ({ method, segments }: Binding): readonly DescField[] => {
  const inPath = new Set(segments.flatMap((segment) => ('field' in segment ? [segment.field] : [])));
  return method.input.fields.filter((field) => !inPath.has(field));
};

export const pathFields = ({ segments }: Binding): readonly DescField[] =>
  segments.flatMap((segment) => ('field' in segment ? [segment.field] : []));

/** The facts of a feed, as messages. */
export const factsOf = (method: DescMethod): readonly DescMessage[] => {
  const names = new Set(restOf(method).feed?.facts);
  const { file } = method.parent;
  return [file, ...file.dependencies].flatMap(({ messages }) => messages).filter(({ typeName }) => names.has(typeName));
};

export const shapesOf = (services: readonly DescService[]): Shapes => {
  const bindings = services.flatMap(({ methods }) => methods).flatMap(bindingsOf);
  const outputs = new Set<DescMessage>();
  const inputs = new Set<DescMessage>();
  for (const binding of bindings) {
    const { method, body } = binding;
    const answers = method.methodKind === 'server_streaming' ? factsOf(method) : [method.output];
    for (const answer of answers) collect(answer, outputs, shownFields);
    if (body === 'message') collect(method.input, inputs, () => bodyFields(binding));
    else if (body !== 'none' && body.message) collect(body.message, inputs, ({ fields }) => fields);
  }
  const names = uniqueNames([...outputs, ...inputs]);
  const calls = uniqueNames(bindings.map(({ method }) => ({ name: method.name, file: method.parent.file })));
  return {
    outputs,
    inputs,
    nameOf: (desc, side) => names(desc) + suffix(desc, side, outputs),
    requestNameOf: ({ name, parent: { file } }) => `${calls({ name, file })}Request`,
  };
};

const suffix = (desc: DescMessage | DescEnum, side: Side, outputs: ReadonlySet<DescMessage>): string =>
  desc.kind === 'message' && side === 'input' && outputs.has(desc) ? 'Input' : '';

type FieldsOf = (desc: DescMessage) => readonly DescField[];

const collect = (desc: DescMessage, into: Set<DescMessage>, fieldsOf: FieldsOf): void => {
  if (isWellKnown(desc) || into.has(desc)) return;
  into.add(desc);
  for (const { message } of fieldsOf(desc)) if (message) collect(message, into, ({ fields }) => fields);
};

type Named = Pick<DescMessage, 'name' | 'file'>;

/** The short name where only one contract uses it, else with its package in front. */
const uniqueNames = (messages: readonly Named[]) => {
  const owners = new Map<string, Set<string>>();
  for (const { name, file } of messages) owners.set(name, (owners.get(name) ?? new Set()).add(file.proto.package));
  return ({ name, file }: Named): string => {
    const [first = ''] = file.proto.package.split('.');
    return (owners.get(name)?.size ?? 0) > 1 ? first.charAt(0).toUpperCase() + first.slice(1) + name : name;
  };
};
