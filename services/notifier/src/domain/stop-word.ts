const STOP = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'arret', 'arrêt']);
const START = new Set(['start', 'unstop', 'yes']);

/** What a text says about being texted at all; the words are the carriers' own (CTIA), and the French ones. */
export function stopWordOf(text: string): 'stop' | 'start' | undefined {
  const word = text.trim().toLowerCase();
  if (STOP.has(word)) return 'stop';
  return START.has(word) ? 'start' : undefined;
}
