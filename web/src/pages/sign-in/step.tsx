import { Title } from '@mantine/core';
import type { PropsWithChildren, ReactNode } from 'react';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { useTitle } from '../../parts/page.tsx';
import type { Refusal } from '../../parts/refusal.ts';

type Props = PropsWithChildren<
  Readonly<{
    title: string;
    action: string;
    busy: boolean;
    refusal: Refusal;
    onSubmit: () => void;
    otherwise?: ReactNode;
  }>
>;

/** One question of the sign-in, as a form of its own. */
export function Step({ title, action, busy, refusal, onSubmit, otherwise, children }: Props) {
  useTitle(title);
  return (
    <Form refusal={refusal} onSubmit={onSubmit}>
      <Title order={1} size="h3" tabIndex={-1}>
        {title}
      </Title>
      {children}
      <Unplaced refusal={refusal} />
      <Action type="submit" size="lg" fullWidth busy={busy}>
        {action}
      </Action>
      {otherwise}
    </Form>
  );
}
