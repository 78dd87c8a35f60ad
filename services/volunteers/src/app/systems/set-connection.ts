import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { withTokens } from '../../domain/connection-token.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Connections } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { shownConnection, type ShownConnection, type StateOf } from './list-connections.ts';
import { systemNamed } from './system-named.ts';

/** Empty is the token of the environment; absent leaves it as it is. */
export type SetConnection = Readonly<{ system: string; token?: string; scimToken?: string; caller: Caller }>;

export type SealToken = (kind: 'token' | 'scim', token: string) => Uint8Array;

type Deps = Readonly<{
  connections: Connections;
  stateOf: StateOf;
  clock: Clock;
  sealToken: SealToken;
  /** Finds out whether our access counts, now. */
  tryOut: Handler<'slack'>;
}>;

/** Keeps a token, sealed, and tries it: what waits for it goes on at once. */
export const setConnectionHandler =
  (deps: Deps): Handler<SetConnection, ShownConnection> =>
  async (asked) => {
    const system = systemNamed(asked.system);
    if (system !== 'slack')
      throw refusals.field('/system', 'takes no token here: its account is set by the environment');
    assertToken('/token', asked.token);
    assertToken('/scimToken', asked.scimToken);
    await retryStale(() => keep(deps, asked));
    await deps.tryOut(system);
    return shownConnection(deps, system);
  };

async function keep({ connections, clock, sealToken }: Deps, { token, scimToken, caller }: SetConnection) {
  const [connection, now] = [await connections.find('slack'), clock.now()];
  const sealed = (kind: 'token' | 'scim', text: string): Uint8Array | null =>
    text === '' ? null : sealToken(kind, text);
  const tokens = {
    ...(token !== undefined && { token: sealed('token', token) }),
    ...(scimToken !== undefined && { scimToken: sealed('scim', scimToken) }),
  };
  const next = withTokens(connection, tokens, now);
  const acts = [
    ...(token === undefined ? [] : [actOf('token', token)]),
    ...(scimToken === undefined ? [] : [actOf('scim token', scimToken)]),
  ];
  await connections.save(
    next,
    acts.map((act) => auditedAct(next, now, caller, act)),
  );
}

// What it is is nobody's business.
const actOf = (subject: string, text: string) => ({
  action: text === '' ? 'connection.token_removed' : 'connection.token_set',
  subject,
});

function assertToken(pointer: string, token: string | undefined): void {
  if (token === undefined || token === '') return;
  if (!/^[\x21-\x7e]+$/.test(token)) throw refusals.field(pointer, 'must be a token, without spaces');
  const isOther = pointer === '/token' && !token.startsWith('xox');
  if (isOther) throw refusals.field(pointer, 'must be a token of Slack, which starts with xox');
}
