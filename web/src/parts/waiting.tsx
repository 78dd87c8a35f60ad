import { Loader } from '@mantine/core';
import { useWords } from '../words/words.ts';

/** A page that takes its time. */
export function Waiting() {
  const { app } = useWords();
  return (
    <div className="waiting" role="status" aria-label={app.loading}>
      <Loader />
    </div>
  );
}
