import { isCritical } from '../../domain/rules/critical.ts';
import type { MarkOf, UnsubscribeLink } from './ports.ts';
import type { UnsubscribeTokens } from './unsubscribe.ts';

type Deps = Readonly<{ tokens: Pick<UnsubscribeTokens, 'make'>; markOf: MarkOf; publicUrl: string }>;

/** Of every mail that one may say no to. Opened it shows a page; posted to, as mail programs do, it unsubscribes. */
export const unsubscribeLink =
  ({ tokens, markOf, publicUrl }: Deps): UnsubscribeLink =>
  (order) => {
    const { channel, category, personId, to } = order;
    if (channel !== 'email' || isCritical(order)) return undefined;
    const token = tokens.make({ id: personId ?? markOf(channel, to), isPerson: personId !== undefined, category });
    return `${publicUrl}/unsubscribe/${token}`;
  };
