import type { Clock, Handler } from '@guildhall/kernel';
import { type AccessToken, isUsable } from '../../domain/access-token.ts';
import { refusals } from '../../domain/refusals.ts';
import { personOf } from '../caller.ts';
import type { AccessTokens, Caller } from '../ports.ts';

export type GetAccessToken = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ accessTokens: AccessTokens; clock: Clock }>;

export const getAccessTokenHandler =
  ({ accessTokens, clock }: Deps): Handler<GetAccessToken, AccessToken> =>
  async ({ caller }) => {
    const token = await accessTokens.find(personOf(caller));
    if (!token || !isUsable(token, clock.now())) throw refusals.noAccessToken();
    return token;
  };
