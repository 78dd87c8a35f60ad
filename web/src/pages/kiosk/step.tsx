import { IconArrowLeft } from '@tabler/icons-react';
import { type PropsWithChildren, type ReactNode, useEffect, useRef } from 'react';
import { useKioskWords } from './words.ts';

type Props = PropsWithChildren<Readonly<{ title: string; hint?: string; onBack?: () => void; foot?: ReactNode }>>;

/** One question of the kiosk, with the way back and the way on. */
export function KioskStep({ title, hint, onBack, foot, children }: Props) {
  const words = useKioskWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="kiosk-step">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {hint && <p className="kiosk-hint">{hint}</p>}
      {children}
      <div className="kiosk-step-foot">
        {onBack && (
          <button type="button" className="kiosk-button" onClick={onBack}>
            <IconArrowLeft size={24} aria-hidden />
            {words.back}
          </button>
        )}
        {foot}
      </div>
    </section>
  );
}
