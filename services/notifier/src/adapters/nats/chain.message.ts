import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Channel, Reach as ReachKind } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendCommand } from '@guildhall/messaging';
import type { Reach } from '../../domain/reach.ts';
import type { Chain } from '../../domain/requests/escalation.ts';
import { categories, channels, lanes } from './names.ts';

type Around = Readonly<{
  /** The address at which the chain is answered; undefined where the template has no place for it. */
  answerUrl: (chain: Chain) => string | undefined;
}>;

/** Asks ourselves for the message of one step, on the lane that any asking service takes: one for each step. */
export const chainMessage =
  ({ answerUrl }: Around) =>
  (chain: Chain, step: number, at: Date): Envelope => {
    const { id, wish, personId } = chain;
    const { reach = { kind: 'preferred', nth: 0 }, personId: other } = chain.steps[step] ?? {};
    const link = answerUrl(chain);
    const { expiresAt, answerUntil, locale, sender, replyTo, brand } = wish;
    return sendCommand(at, {
      idempotencyKey: `escalation:${id}:${step}`,
      lane: lanes.toProto(wish.lane),
      category: categories.toProto(wish.category),
      template: wish.template,
      variables: { ...wish.variables, ...(link && { answerUrl: link }) },
      reference: wish.reference,
      personId: other ?? personId,
      reach: kinds[reach.kind],
      nth: reach.nth,
      channel: reach.channel ? channels.toProto(reach.channel) : Channel.UNSPECIFIED,
      answerable: true,
      escalationId: id,
      escalationStep: step,
      ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }),
      ...(answerUntil && { answerUntil: timestampFromDate(answerUntil) }),
      ...(locale && { locale }),
      ...(sender && { sender }),
      ...(replyTo && { replyTo }),
      ...(brand && { brand }),
    });
  };

const kinds: Readonly<Record<Reach['kind'], ReachKind>> = {
  preferred: ReachKind.PREFERRED,
  every: ReachKind.EVERY,
  nth: ReachKind.NTH,
};
