import { IconSettings } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useWords } from '../words/words.ts';

// Nobody waits for what is opened later.
const PreferenceParts = lazy(async () => ({
  default: (await import('./preference-parts.tsx')).PreferenceParts,
}));

/** Appearance, language, and signing out of this device. */
export function Preferences() {
  const { app } = useWords();
  return (
    <>
      <button type="button" className="icon-button" popoverTarget="preferences" aria-label={app.preferences}>
        <IconSettings size={24} aria-hidden />
      </button>
      <section className="sheet sheet-below" id="preferences" popover="auto" aria-label={app.preferences}>
        <Suspense>
          <PreferenceParts />
        </Suspense>
      </section>
    </>
  );
}
