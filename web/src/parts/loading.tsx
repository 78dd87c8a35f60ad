import { Skeleton } from '@mantine/core';
import { useWords } from '../words/words.ts';

/** Holds the place of what is on its way, so that nothing jumps when it arrives. */
export function Loading({ height }: Readonly<{ height: number }>) {
  const { app } = useWords();
  return (
    <div role="status" aria-label={app.loading}>
      <Skeleton height={height} radius="lg" />
    </div>
  );
}
