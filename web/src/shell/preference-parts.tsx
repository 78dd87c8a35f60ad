import { useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { Choice } from '../parts/choice.tsx';
import { LeaveButton } from '../parts/leave-button.tsx';
import { chooseSize, sizeHere } from './size.ts';
import { isLanguage, languages, useSpeaking } from '../words/words.ts';

/** What the sheet of preferences holds. */
export function PreferenceParts() {
  const { words } = useSpeaking();
  const { person } = useSession();
  return (
    <div className="sheet-parts">
      <strong>{person.displayName}</strong>
      <Appearance />
      <Sizes />
      <Language />
      <LeaveButton className="sheet-action">
        <IconLogout size={20} aria-hidden />
        {words.status.leave}
      </LeaveButton>
    </div>
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

/** For small print and thick gloves. */
function Sizes() {
  const { words } = useSpeaking();
  const [size, setSize] = useState(sizeHere);
  const options = [
    { value: 'usual', label: words.app.sizeUsual },
    { value: 'large', label: words.app.sizeLarge },
  ] as const;
  return (
    <Choice
      legend={words.app.size}
      value={size}
      options={options}
      onChange={(chosen) => {
        chooseSize(chosen);
        setSize(chosen);
      }}
    />
  );
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
