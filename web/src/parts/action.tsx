import { Button, type ButtonProps, Loader } from '@mantine/core';
import { type ComponentPropsWithoutRef, type MouseEvent, useEffect, useState } from 'react';

type Props = ButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & Readonly<{ busy: boolean }>;

/**
 * A button whose work takes a while. It refuses a second press at once and spins only when the answer is slow. It is
 * never `disabled` meanwhile: a disabled button loses the keyboard's place on the page.
 */
export function Action({ busy, onClick, leftSection, ...rest }: Props) {
  const isSlow = useSlow(busy);
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button
      {...rest}
      aria-disabled={busy}
      data-busy={busy || undefined}
      onClick={press}
      leftSection={isSlow ? <Loader size={20} color="currentColor" /> : leftSection}
    />
  );
}

const patienceMs = 300;

/** True once something has been going on for longer than one notices. */
function useSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isGoingOn]);
  return isSlow;
}
