import { z } from 'zod';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { loadContract } from '../http/contract.ts';

const contract = loadContract('slack', 'form');
const jsonContract = loadContract('slack', 'json');

const Parts = z.object({
  paths: z.record(z.string(), z.object({ post: z.object({ 'x-scopes-granular': z.array(z.string()).optional() }) })),
  'x-limits': z.record(z.string(), z.unknown()),
});

const { paths, 'x-limits': limits } = Parts.parse(contract.document);

export type PublishedMethod = Readonly<{ scopes: readonly string[]; check: ValidateFunction }>;

const form = 'application/x-www-form-urlencoded';
const argumentsOf = (path: string) => contract.check(['paths', path, 'post', 'requestBody', 'content', form, 'schema']);

/** Each simulated Web API method: what it may be sent, and the scopes it takes. */
export const published: ReadonlyMap<string, PublishedMethod> = new Map(
  Object.entries(paths)
    .filter(([path]) => !path.includes('{'))
    .map(([path, { post }]) => [path.slice(1), { scopes: post['x-scopes-granular'] ?? [], check: argumentsOf(path) }]),
);

export const allScopes: readonly string[] = [...new Set([...published.values()].flatMap(({ scopes }) => scopes))];

export const checkWebhook = jsonContract.check([
  'paths',
  '/services/{workspace}/{hook}/{secret}',
  'post',
  'requestBody',
  'content',
  'application/json',
  'schema',
]);

export const checkBlocks = jsonContract.check(['components', 'schemas', 'blocks']);

/** A limit that Slack publishes, such as `section.text`: 3000 characters. */
export function limitOf(name: string): number {
  const limit = limits[name];
  if (typeof limit !== 'number') throw new Error(`Slack publishes no limit ${name}`);
  return limit;
}
