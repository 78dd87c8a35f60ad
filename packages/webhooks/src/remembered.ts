/** The answer of a reading, for a while of real time; `forget` asks anew at once. Failures are not remembered. */
export function remembered<Answer>(read: () => Promise<Answer>, forMs: number) {
  let known: Readonly<{ answer: Promise<Answer>; until: number }> | undefined;
  const forget = (): void => {
    known = undefined;
  };
  return {
    forget,
    get: (): Promise<Answer> => {
      const now = performance.now();
      if (known && now < known.until) return known.answer;
      const answer = read();
      known = { answer, until: now + forMs };
      answer.catch(forget);
      return answer;
    },
  };
}
