import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { WhomToAsk } from '../parts/problem.tsx';
import { useWords } from '../words/words.ts';

export function NotFoundPage() {
  const { app } = useWords();
  return (
    <main>
      <Page title={app.notFound}>
        <Empty
          icon={IconMapQuestion}
          title={app.notFoundHint}
          action={
            <Button component={Link} to="/" mt="md">
              {app.home}
            </Button>
          }
        />
        <WhomToAsk />
      </Page>
    </main>
  );
}
