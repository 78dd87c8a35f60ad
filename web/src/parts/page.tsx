import { Container, Group, Title } from '@mantine/core';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.ts';

type Props = PropsWithChildren<Readonly<{ title: string; actions?: ReactNode; size?: 'sm' | 'md' | 'lg' }>>;

/** A page: its title in the tab and as the first heading, what one can do beside it, and the rest. */
export function Page({ title, actions, size = 'md', children }: Props) {
  useTitle(title);
  return (
    <Container size={size} py="lg" px="md">
      <Group justify="space-between" align="center" mb="lg" gap="sm">
        <Title order={1} size="h2" tabIndex={-1}>
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Container>
  );
}

/** The title in the browser's tab. */
export function useTitle(title: string): void {
  const { app } = useWords();
  useEffect(() => {
    document.title = `${title} · ${app.name}`;
  }, [title, app.name]);
}
