import { repeat } from './repeat.ts';

type Held = Readonly<{ close(): Promise<void> }>;

/** Keeps something running while there is any use for it, and looks `everyMs` of real time whether there is. */
export async function whileAny(
  { isWanted, open, everyMs }: Readonly<{ isWanted: () => Promise<boolean>; open: () => Held; everyMs: number }>,
  report: (error: unknown) => void,
): Promise<Held> {
  let held: Held | undefined;
  const look = async (): Promise<void> => {
    const wanted = await isWanted();
    if (wanted === (held !== undefined)) return;
    const before = held;
    held = wanted ? open() : undefined;
    await before?.close();
  };
  await look();
  const looking = repeat(everyMs, look, report);
  return {
    close: async () => {
      await looking.close();
      await held?.close();
    },
  };
}
