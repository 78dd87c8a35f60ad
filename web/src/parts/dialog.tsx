import './dialog.css';
import { CloseButton, Title } from '@mantine/core';
import { type PropsWithChildren, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/words.ts';

type Props = PropsWithChildren<Readonly<{ title: string; kind: 'drawer' | 'question'; onClose: () => void }>>;

/** The browser's own modal dialog: it keeps the focus, gives it back, and closes by Escape. */
export function Dialog({ title, kind, onClose, children }: Props) {
  const { app } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${kind}`}
      aria-labelledby={id}
      onClose={() => dialog.current?.open || onClose()}
    >
      <div className="dialog-head">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <CloseButton aria-label={app.close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
