import type { ButtonProps } from '@mantine/core';
import { type PropsWithChildren, useState } from 'react';
import { Action } from './action.tsx';
import { Confirm } from './confirm.tsx';

type Props = PropsWithChildren<
  Readonly<{
    /** What will happen to whom. */
    question: string;
    /** What the button of the answer says; that of the question, when absent. */
    action: string;
    label?: string;
    busy: boolean;
    onConfirm: () => void;
    variant?: ButtonProps['variant'];
    color?: string;
  }>
>;

/** A button that asks once before it does its work. */
export function Asked({ question, action, label, busy, onConfirm, variant = 'default', color, children }: Props) {
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Action
        variant={variant}
        {...(color && { color })}
        {...(label && { 'aria-label': label })}
        busy={busy}
        onClick={() => ask(true)}
      >
        {children ?? action}
      </Action>
      {isAsking && (
        <Confirm
          text={question}
          action={action}
          onCancel={() => ask(false)}
          onConfirm={() => {
            ask(false);
            onConfirm();
          }}
        />
      )}
    </>
  );
}
