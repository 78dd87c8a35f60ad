import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = Readonly<{ icon: Icon; title: string; hint?: string; action?: ReactNode }>;

/** Nothing to show, and the next step. */
export function Empty({ icon: Sign, title, hint, action }: Props) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
        <Sign size={32} />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      {hint && <Text c="dimmed">{hint}</Text>}
      {action}
    </Stack>
  );
}
