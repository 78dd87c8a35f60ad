const key = 'guildhall.support';

/**
 * Asks whom people may turn to, and keeps the answer: it is needed when nothing can be asked any more. Without an answer
 * what was kept stays.
 */
export async function learnSupport(): Promise<void> {
  const answer = await fetch('/support.json').catch(() => undefined);
  const said: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  if (isSaid(said)) localStorage.setItem(key, said.contact);
}

/** Empty for nobody in particular. */
export const supportContact = (): string => localStorage.getItem(key) ?? '';

const isSaid = (said: unknown): said is Readonly<{ contact: string }> =>
  typeof said === 'object' && said !== null && 'contact' in said && typeof said.contact === 'string';
