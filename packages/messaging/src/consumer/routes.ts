import type { Subscription } from './subscription.ts';

/** Finds the subscription of a message by its subject, without the last token. */
export function routesOf(subscriptions: readonly Subscription[]): (subject: string) => Subscription | undefined {
  const known = new Map(subscriptions.map((subscription) => [subscription.subject, subscription]));
  const patterns = subscriptions
    .filter(({ subject }) => subject.includes('*'))
    .map((subscription) => ({ subscription, tokens: subscription.subject.split('.') }));

  return (subject) => {
    const kind = subject.slice(0, subject.lastIndexOf('.'));
    const exact = known.get(kind);
    if (exact) return exact;
    const tokens = kind.split('.');
    return patterns.find((pattern) => matches(pattern.tokens, tokens))?.subscription;
  };
}

const matches = (pattern: readonly string[], tokens: readonly string[]): boolean =>
  pattern.length === tokens.length && pattern.every((token, index) => token === '*' || token === tokens[index]);
