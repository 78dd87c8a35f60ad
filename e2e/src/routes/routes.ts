import type { DescMethod } from '@bufbuild/protobuf';
import { accessOf, type AccessRule, type Binding, bindingsOf, pathOf, services, type Verb } from '@guildhall/contracts';

/** One way to reach one method, as its contract says. */
export type Route = Readonly<{
  /** `PATCH /api/people/{personId}`. */
  name: string;
  verb: Verb;
  /** With the names of its variables in braces. */
  pattern: string;
  /** The names of the variables in its path. */
  variables: readonly string[];
  access: Exclude<AccessRule, { kind: 'internal' }>;
  isFeed: boolean;
}>;

const variablesOf = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** Every route of the platform. */
export const routes: readonly Route[] = services
  .flatMap(({ methods }) => methods)
  .flatMap((method) => bindingsOf(method).map((binding) => routeOf(method, binding)));

function routeOf(method: DescMethod, binding: Binding): Route {
  const access = accessOf(method);
  if (access.kind === 'internal') throw new Error(`${method.name} is internal and has a path`);
  const pattern = pathOf(binding);
  const { verb } = binding;
  const isFeed = method.methodKind === 'server_streaming';
  return { name: `${verb} ${pattern}`, verb, pattern, variables: variablesOf(pattern), access, isFeed };
}

/** The path with these values for its variables. */
export const pathWith = ({ pattern }: Pick<Route, 'pattern'>, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'none'));
