import { Button } from '@mantine/core';
import { ProblemAlert } from '../parts/problem.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words.ts';

/** What is shown when not even the frame of the pages could be. */
export const StrandedPage = ({ error }: Readonly<{ error: unknown }>) => (
  <main>
    <CrashPage error={error} />
  </main>
);

/** What is shown when a page could not be loaded or drawn. */
export function CrashPage({ error }: Readonly<{ error: unknown }>) {
  const { app } = useWords();
  return (
    <Page title={app.failed}>
      <ProblemAlert error={error} />
      <Button mt="md" onClick={() => location.reload()}>
        {app.reload}
      </Button>
    </Page>
  );
}
