import type { Clock, Handler } from '@guildhall/kernel';
import { stateOf } from '../../domain/challenge.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Contacts } from '../ports.ts';
import type { ChallengeView } from './create-challenge.ts';

export type GetChallenge = Readonly<{ challengeId: string }>;

type Deps = Readonly<{ contacts: Contacts; clock: Clock }>;

export const getChallengeHandler =
  ({ contacts, clock }: Deps): Handler<GetChallenge, ChallengeView> =>
  async ({ challengeId }) => {
    const contact = await contacts.findByChallenge(challengeId);
    const challenge = contact?.challenges.find(({ id }) => id === challengeId);
    if (!challenge) throw refusals.challengeNotFound();
    return { id: challenge.id, expiresAt: challenge.expiresAt, state: stateOf(challenge, clock.now()) };
  };
