import type { Sealer } from '@guildhall/messaging';
import type { UnsubscribeClaim, UnsubscribeTokens } from '../../app/rules/unsubscribe.ts';
import { CATEGORIES } from '../../domain/message.ts';

const CONTEXT = 'unsubscribe';

/** Sealed claims: whoever holds a link reads nothing out of it. */
export const unsubscribeTokens = (sealer: Sealer): UnsubscribeTokens => ({
  make: ({ id, isPerson, category }) =>
    Buffer.from(sealer.seal([id, isPerson ? 1 : 0, category], CONTEXT)).toString('base64url'),
  read: (token) => {
    try {
      return claimOf(sealer.open(Buffer.from(token, 'base64url'), CONTEXT));
    } catch {
      return undefined;
    }
  },
});

function claimOf(opened: unknown): UnsubscribeClaim | undefined {
  if (!Array.isArray(opened)) return undefined;
  const [id, isPerson, name] = opened as readonly unknown[];
  const category = CATEGORIES.find((one) => one === name);
  return typeof id === 'string' && category ? { id, isPerson: isPerson === 1, category } : undefined;
}
