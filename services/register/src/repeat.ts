/** Runs a task again and again in real time, never twice at once. `close` waits for the run that is under way. */
export function repeat(everyMs: number, task: () => Promise<void>, report: (error: unknown) => void) {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= task()
      .catch(report)
      .finally(() => (running = undefined));
  }, everyMs);
  return {
    close: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}
