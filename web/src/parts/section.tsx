import { Card, Stack, Text, Title } from '@mantine/core';
import { type PropsWithChildren, useId } from 'react';

/** A part of a page with its own heading. */
export function Section({ title, hint, children }: PropsWithChildren<Readonly<{ title: string; hint?: string }>>) {
  const id = useId();
  return (
    <Card withBorder radius="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {hint && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Card>
  );
}
