import { Stack } from '@mantine/core';
import { type FormEvent, type PropsWithChildren, useEffect, useRef } from 'react';
import { ProblemAlert } from './problem.tsx';
import type { Refusal } from './refusal.ts';

type Props = PropsWithChildren<Readonly<{ refusal: Refusal; onSubmit: () => void }>>;

/** A form that is judged by the platform: after a refusal one stands at the first input that was refused. */
export function Form({ refusal, onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal.error]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">{children}</Stack>
    </form>
  );
}

/** What a refusal says that belongs to no input. */
export const Unplaced = ({ refusal }: Readonly<{ refusal: Refusal }>) =>
  refusal.isPlaced ? null : <ProblemAlert error={refusal.error} />;
