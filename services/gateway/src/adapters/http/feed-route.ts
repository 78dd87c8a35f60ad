import { create, type DescMessage, type DescMethod, type Message } from '@bufbuild/protobuf';
import { eventStream, type StreamName } from '@guildhall/contracts';
import type { Route } from './transcoding/route.ts';

/** What a feed is made of, read from its contract. */
export type FeedRoute = Readonly<{
  stream: StreamName;
  facts: readonly DescMessage[];
  /** The field that facts and request have in common, by its local name. */
  match: string;
  snapshot: DescMethod | undefined;
  /** The field of the facts is a person's id, and the request has no such field: the caller hears what is theirs. */
  isOfCaller: boolean;
}>;

/** Throws where the contract of the feed does not fit together, so that the gateway does not even start. */
export function feedRouteOf({ method, feed }: Route): FeedRoute {
  if (feed === undefined) throw new Error(`${String(method)} is no feed`);
  const facts = feed.facts.map((name) => factOf(method, name));
  const [service, ...others] = new Set(feed.facts.map((name) => name.split('.')[0] ?? ''));
  if (service === undefined || others.length > 0)
    throw new Error(`the facts of ${String(method)} must be those of one service`);
  const matching = feed.ofCaller ? facts[0] : method.input;
  const match = matching?.fields.find(({ name }) => name === feed.match)?.localName;
  const lacking = facts.find(({ fields }) => !fields.some(({ name }) => name === feed.match));
  if (match === undefined || lacking) throw new Error(`${String(lacking ?? method.input)} has no field ${feed.match}`);
  const snapshot = method.parent.methods.find(({ name }) => name === feed.snapshot);
  if (feed.snapshot !== '' && snapshot === undefined)
    throw new Error(`${String(method)} names no method of its service`);
  return { stream: eventStream(service), facts, match, snapshot, isOfCaller: feed.ofCaller };
}

function factOf(method: DescMethod, name: string): DescMessage {
  const { file } = method.parent;
  const fact = [file, ...file.dependencies]
    .flatMap(({ messages }) => messages)
    .find(({ typeName }) => typeName === name);
  if (fact === undefined) throw new Error(`${String(method)} names ${name}, which its file does not import`);
  return fact;
}

/** The snapshot is asked for with the fields that both requests have. */
export function snapshotRequest({ input }: DescMethod, message: Message): Message {
  const given = message as Message & Record<string, unknown>;
  return create(input, Object.fromEntries(input.fields.map(({ localName }) => [localName, given[localName]])));
}
