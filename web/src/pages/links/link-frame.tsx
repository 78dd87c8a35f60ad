import './links.css';
import { Container, Title } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import type { PropsWithChildren } from 'react';
import { isProblem } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useTitle } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { useLinksWords } from './words.ts';

type Props = PropsWithChildren<
  Readonly<{ title: string; tone?: 'in' | 'out' | 'note' | undefined; heading?: string | undefined }>
>;

/** What stands around the pages that a link leads to, for people who are not signed in. */
export function LinkFrame({ title, tone, heading = title, children }: Props) {
  const { app } = useWords();
  useTitle(title);
  return (
    <div className="link-whole" data-tone={tone}>
      <Container size={520} py="lg" px="md">
        <header className="link-brand">
          <img src="/icon.svg" width={36} height={36} alt="" />
          <span>{app.name}</span>
        </header>
        <main className="link-main">
          <Title order={1} size="h2" tabIndex={-1}>
            {heading}
          </Title>
          {children}
        </main>
      </Container>
    </div>
  );
}

/** A link that is over, or whatever else keeps the page from its content. */
export function LinkTrouble({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) {
  const words = useLinksWords();
  const isOver = isProblem(error) && [400, 404, 410, 422].includes(error.status);
  if (!error) return <Loading height={200} />;
  if (isOver) return <Empty icon={IconLinkOff} title={words.unusable} hint={words.unusableHint} />;
  return <ProblemAlert error={error} onRetry={onRetry} />;
}
