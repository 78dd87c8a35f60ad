import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { useSignOutHere } from '../pages/sign-in/sign-out-here.ts';
import { isLanguage, languages, useSpeaking } from '../words/words.ts';

/** Appearance, language, and signing out of this device. */
export function Preferences() {
  const { words, language, speak } = useSpeaking();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useSignOutHere();
  const appearances = [
    { value: 'light', label: words.app.light, icon: IconSun },
    { value: 'dark', label: words.app.dark, icon: IconMoon },
    { value: 'auto', label: words.app.auto, icon: IconDeviceDesktop },
  ] as const;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon color="gray" aria-label={words.app.menu}>
          <IconSettings size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.app.appearance}</Menu.Label>
        {appearances.map(({ value, label, icon: Sign }) => (
          <Menu.Item
            key={value}
            leftSection={<Sign size={18} aria-hidden />}
            rightSection={colorScheme === value && <IconCheck size={18} aria-hidden />}
            aria-current={colorScheme === value}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>{words.app.language}</Menu.Label>
        {Object.entries(languages).map(([value, label]) => (
          <Menu.Item
            key={value}
            lang={value}
            rightSection={language === value && <IconCheck size={18} aria-hidden />}
            aria-current={language === value}
            onClick={() => isLanguage(value) && speak(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => leave()}>
          {words.profile.signOutHere}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
