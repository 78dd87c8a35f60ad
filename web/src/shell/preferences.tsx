import { useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { useSession } from '../api/session.ts';
import { Choice } from '../parts/choice.tsx';
import { LeaveButton } from '../parts/leave-button.tsx';
import { isLanguage, languages, useSpeaking } from '../words/words.ts';

/** Appearance, language, and signing out of this device. */
export function Preferences() {
  const { words } = useSpeaking();
  const { person } = useSession();
  return (
    <>
      <button type="button" className="icon-button" popoverTarget="preferences" aria-label={words.app.preferences}>
        <IconSettings size={24} aria-hidden />
      </button>
      <section className="sheet sheet-below" id="preferences" popover="auto" aria-label={words.app.preferences}>
        <div className="sheet-parts">
          <strong>{person.displayName}</strong>
          <Appearance />
          <Language />
          <LeaveButton className="sheet-action">
            <IconLogout size={20} aria-hidden />
            {words.status.leave}
          </LeaveButton>
        </div>
      </section>
    </>
  );
}

function Appearance() {
  const { words } = useSpeaking();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const options = [
    { value: 'light', label: words.app.light },
    { value: 'dark', label: words.app.dark },
    { value: 'auto', label: words.app.auto },
  ] as const;
  return <Choice legend={words.app.appearance} value={colorScheme} options={options} onChange={setColorScheme} />;
}

function Language() {
  const { words, language, speak } = useSpeaking();
  const options = Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }));
  return (
    <Choice
      legend={words.app.language}
      value={language}
      options={options}
      onChange={(chosen) => isLanguage(chosen) && speak(chosen)}
    />
  );
}
