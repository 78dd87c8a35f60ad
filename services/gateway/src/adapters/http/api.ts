import type { DescMethod, Message } from '@bufbuild/protobuf';
import { restOf } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import { admit } from './admit.ts';
import { type Answer, noStore } from './answer.ts';
import type { ApiDeps } from './api-deps.ts';
import { afterThisTick } from './after-this-tick.ts';
import { readBody } from './body.ts';
import { decodePath, type Exchange, queryOf, traceIdOf } from './exchange.ts';
import { handDownKey, runOnce } from './idempotency-key.ts';
import { isFinal, problemAnswer, type Scene } from './problem.ts';
import { sandboxed } from './security-headers.ts';
import { isCondition } from './transcoding/if-match.ts';
import type { Route } from './transcoding/route.ts';

/** Answers one request to a unary method. Throws what `problemAnswer` turns into a problem. */
export async function answerCall(
  deps: ApiDeps,
  route: Route,
  path: readonly string[],
  exchange: Exchange,
): Promise<Answer> {
  const { credential, holder } = await admit(deps, route, exchange);
  const body = await readBody(exchange.request, route);
  if (route.isConditional) exchange.ifMatch = exchange.request.headers['if-match'];
  const { ifMatch } = exchange;
  const message = route.read({ path: decodePath(path), query: queryOf(exchange), body: body.value, ifMatch });
  const local = deps.local.get(`${route.method.parent.typeName}/${route.method.name}`);
  if (local) {
    await afterThisTick();
    const csrfToken = credential?.kind === 'session' ? deps.csrf.tokenOf(credential) : '';
    return succeed(deps, route, exchange, local(message, { holder, csrfToken }));
  }
  handDownKey(route, exchange, message);
  return runOnce(deps.once, route, exchange, body.bytes, () => carryOut(deps, route, exchange, message));
}

/** Refusals of a service are answers too: with a key, a repeat is given the same one. */
async function carryOut(deps: ApiDeps, route: Route, exchange: Exchange, message: Message) {
  try {
    const output = await callService(deps, route.method, exchange, message);
    return { answer: succeed(deps, route, exchange, output), isFinal: true };
  } catch (error) {
    if (!(error instanceof AppError) || !isFinal(error)) throw error;
    return { answer: problemAnswer(error, sceneOf(deps, exchange)), isFinal: true };
  }
}

export const sceneOf = ({ publicUrl }: ApiDeps, exchange: Exchange): Scene => ({
  publicUrl,
  path: exchange.path,
  traceId: traceIdOf(exchange),
  isConditional: isCondition(exchange.ifMatch),
});

export const callService = (
  { call, callTimeoutMs }: ApiDeps,
  method: DescMethod,
  { principal, address, request }: Exchange,
  message: Message,
): Promise<Message> =>
  call(method, message, {
    principal,
    client: { ip: address, userAgent: request.headers['user-agent'] ?? '' },
    deadline: Date.now() + Math.max(callTimeoutMs, restOf(method).timeoutSeconds * 1_000),
  });

function succeed(deps: ApiDeps, route: Route, exchange: Exchange, message: Message): Answer {
  forgetChanged(deps, route, exchange);
  const { body, contentType, session, isRaw, isAccepted, etag } = route.write(message);
  const headers: Record<string, string> = { ...noStore, ...(isRaw && sandboxed) };
  if (session) headers['set-cookie'] = deps.cookie.set(session.token, session.maxAgeSeconds);
  if (route.endsSession) headers['set-cookie'] = deps.cookie.clear();
  if (etag) headers['etag'] = etag;
  if (route.status === 204) return { status: 204, headers, body: undefined };
  const status = isAccepted ? 202 : route.status;
  return { status, headers: { ...headers, 'content-type': contentType }, body };
}

/** Who changes their own account sees it at once; other replicas learn it from identity's facts. */
function forgetChanged({ credentials }: ApiDeps, { isUnsafe, method }: Route, { principal }: Exchange) {
  if (!isUnsafe || principal.personId === '' || method.parent.file.proto.package !== 'identity.v1') return;
  credentials.forgetPerson(principal.personId);
}
