import { Button, Stack, Title } from '@mantine/core';
import { type FormEvent, type PropsWithChildren, useEffect } from 'react';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';

type Props = PropsWithChildren<
  Readonly<{ title: string; action: string; busy: boolean; error: unknown; onSubmit: () => void }>
>;

/** One question of the sign-in, as a form of its own. */
export function Step({ title, action, busy, error, onSubmit, children }: Props) {
  const { app } = useWords();
  useEffect(() => {
    document.title = `${title} · ${app.name}`;
  }, [title, app.name]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Title order={1} size="h3">
          {title}
        </Title>
        {children}
        {error != null && <ProblemAlert error={error} />}
        <Button type="submit" size="lg" fullWidth loading={busy}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
