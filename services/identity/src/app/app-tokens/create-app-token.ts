import type { Handler } from '@guildhall/kernel';
import { personOf } from '../caller.ts';
import type { Caller } from '../ports.ts';
import type { AppTokenIssuer, TokenPair } from './issue-app-tokens.ts';

export type CreateAppToken = Readonly<{ device: string; caller: Caller }>;

/** The app's own tokens for who is signed in. */
export const createAppTokenHandler =
  ({ issueAppTokens }: Readonly<{ issueAppTokens: AppTokenIssuer }>): Handler<CreateAppToken, TokenPair> =>
  ({ device, caller }) =>
    issueAppTokens({ personId: personOf(caller), device, caller });
