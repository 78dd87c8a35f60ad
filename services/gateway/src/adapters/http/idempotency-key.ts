import { hash } from 'node:crypto';
import type { Message } from '@bufbuild/protobuf';
import { AppError } from '@guildhall/kernel';
import type { Once } from '../../app/idempotency/once.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { Route } from './transcoding/route.ts';

/** An answer as it is kept. */
export type KeptAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  text?: string;
  /** In base64, where the answer is a file. */
  bytes?: string;
}>;

type Run = () => Promise<Readonly<{ answer: Answer; isFinal: boolean }>>;

/** Runs a changing request once per `Idempotency-Key`; without a key it just runs. */
export async function runOnce(
  once: Once<KeptAnswer>,
  route: Route,
  exchange: Exchange,
  body: Buffer,
  run: Run,
): Promise<Answer> {
  const key = keyOf(exchange);
  if (key === undefined || !route.isUnsafe) return (await run()).answer;
  const { answer, isReplayed } = await once({
    id: nameOf(key, route, exchange),
    requestHash: hash('sha256', Buffer.concat([Buffer.from(requestOf(exchange)), body]), 'base64url'),
    run: async () => {
      const outcome = await run();
      return { answer: keep(outcome.answer), isFinal: outcome.isFinal };
    },
  });
  return giveBack(answer, isReplayed);
}

/** What makes it another request, but for its body. */
const requestOf = ({ path, search, ifMatch }: Exchange): string =>
  `${path}?${search}\n${ifMatch === undefined ? '' : `if-match ${ifMatch}\n`}`;

/**
 * Services that know requests by a key in the body are given this one where the body has none: then a repeat is one
 * also where the first answer was lost before it could be kept.
 */
export function handDownKey(route: Pick<Route, 'isUnsafe'> & Named, exchange: Exchange, message: Message): void {
  const taking = message as Message & { idempotencyKey?: unknown };
  const key = keyOf(exchange);
  if (key === undefined || !route.isUnsafe || taking.idempotencyKey !== '') return;
  taking.idempotencyKey = nameOf(key, route, exchange);
}

type Named = Pick<Route, 'access' | 'pattern'> & Readonly<{ binding: Pick<Route['binding'], 'verb'> }>;

/** A key means something for one caller and one way of one route. */
const nameOf = (key: string, route: Named, exchange: Exchange): string =>
  hash('sha256', [callerOf(route, exchange), key, route.binding.verb, route.pattern].join('\n'), 'base64url');

function keyOf({ request }: Exchange): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError(
    'malformed',
    'gateway.malformed_idempotency_key',
    'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  );
}

/** Where nobody need sign in, a repeat may come from somebody who has signed in meanwhile: the address decides. */
const callerOf = ({ access }: Pick<Route, 'access'>, { principal, address }: Exchange): string =>
  access.kind === 'public' || principal.personId === '' ? `address ${address}` : `person ${principal.personId}`;

const keep = ({ status, headers, body }: Answer): KeptAnswer => ({
  status,
  headers,
  ...(typeof body === 'string' ? { text: body } : body && { bytes: body.toString('base64') }),
});

const giveBack = ({ status, headers, text, bytes }: KeptAnswer, isReplayed: boolean): Answer => ({
  status,
  headers: isReplayed ? { ...headers, 'idempotency-replayed': 'true' } : headers,
  body: text ?? (bytes === undefined ? undefined : Buffer.from(bytes, 'base64')),
});
