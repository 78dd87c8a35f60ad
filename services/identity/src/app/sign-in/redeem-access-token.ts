import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { isUsable, touchToken } from '../../domain/access-token.ts';
import { mayEnter } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import type { AccessTokens, Caller, People, Tokens } from '../ports.ts';
import type { OpenSession, SignedIn } from './open-session.ts';

export type RedeemAccessToken = Readonly<{ token: string; caller: Caller }>;

type Deps = Readonly<{
  accessTokens: AccessTokens;
  people: People;
  tokens: Tokens;
  openSession: OpenSession;
  newId: NewId;
  clock: Clock;
}>;

export const redeemAccessTokenHandler =
  ({ accessTokens, people, tokens, openSession, newId, clock }: Deps): Handler<RedeemAccessToken, SignedIn> =>
  ({ token, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await accessTokens.findByToken(tokens.hash(token));
      if (!current || !isUsable(current, at)) throw refusals.accessTokenUnusable();
      const person = await people.find(current.id);
      if (!person || !mayEnter(person, current.createdAt)) throw refusals.accessTokenUnusable();
      const touched = touchToken(current, at);
      if (touched) await accessTokens.save(touched, []);
      return openSession({ sessionId: newId(), person, caller, way: 'token', taken: refusals.accessTokenUnusable });
    });
