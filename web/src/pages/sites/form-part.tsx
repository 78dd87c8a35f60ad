import { Stack, Title } from '@mantine/core';
import { type PropsWithChildren, useId } from 'react';

/** A part of a long form, with its heading. */
export function FormPart({ title, children }: PropsWithChildren<Readonly<{ title: string }>>) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="form-part">
      <Title order={3} size="h4" id={id} mb="sm">
        {title}
      </Title>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}
