type Held = Readonly<{ close(): Promise<void> }>;
type Wanted = Readonly<{
  isWanted: () => Promise<boolean>;
  open: () => Held;
  /** Milliseconds of real time. */
  everyMs: number;
}>;

/** Keeps something running while there is any use for it, and looks every now and then whether there is. */
export async function whileAny({ isWanted, open, everyMs }: Wanted, report: (error: unknown) => void): Promise<Held> {
  let held: Held | undefined;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const wanted = await isWanted();
    if (wanted === (held !== undefined)) return;
    const before = held;
    held = wanted ? open() : undefined;
    await before?.close();
  };
  await look();
  const timer = setInterval(() => {
    looking ??= look()
      .catch(report)
      .finally(() => {
        looking = undefined;
      });
  }, everyMs);
  return {
    close: async () => {
      clearInterval(timer);
      await looking;
      await held?.close();
    },
  };
}
