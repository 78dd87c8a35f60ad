import { type Binding, type Segment, type Verb } from '@guildhall/contracts';

/** What a path leads to: the routes by verb, and the texts of its variables. */
export type Match<Route> = Readonly<{ byVerb: ReadonlyMap<Verb, Route>; path: readonly string[] }>;

type Node<Route> = {
  literals: Map<string, Node<Route>>;
  variable: Node<Route> | undefined;
  byVerb: Map<Verb, Route>;
};

const newNode = <Route>(): Node<Route> => ({ literals: new Map(), variable: undefined, byVerb: new Map() });

/**
 * A tree of path segments. A literal wins over a variable; where the literal leads nowhere, the variable is tried.
 * Throws when two bindings claim the same verb and path.
 */
export function router<Route>(
  routes: readonly (readonly [Binding, Route])[],
): (path: string) => Match<Route> | undefined {
  const root = newNode<Route>();
  for (const [binding, route] of routes) {
    const leaf = binding.segments.reduce(step, root);
    if (leaf.byVerb.has(binding.verb))
      throw new Error(`two methods claim ${binding.verb} of ${String(binding.method)}`);
    leaf.byVerb.set(binding.verb, route);
  }
  return (path) => find(root, path.slice(1).split('/'), 0, []);
}

function step<Route>(node: Node<Route>, segment: Segment): Node<Route> {
  if ('field' in segment) return (node.variable ??= newNode());
  let next = node.literals.get(segment.literal);
  if (next === undefined) node.literals.set(segment.literal, (next = newNode()));
  return next;
}

function find<Route>(
  node: Node<Route>,
  parts: readonly string[],
  at: number,
  path: readonly string[],
): Match<Route> | undefined {
  const part = parts[at];
  if (part === undefined) return node.byVerb.size > 0 ? { byVerb: node.byVerb, path } : undefined;
  const literal = node.literals.get(part);
  const found = literal && find(literal, parts, at + 1, path);
  if (found || node.variable === undefined || part === '') return found;
  return find(node.variable, parts, at + 1, [...path, part]);
}
