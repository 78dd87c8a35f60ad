import { Alert, AppShell, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery, useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { Preferences } from './preferences.tsx';
import { type Section, useSections } from './sections.ts';
import { SiteSwitcher } from './site-switcher.tsx';

/** Left rail on the desk, bottom tabs on the phone; only what one's rights open. */
export function Shell() {
  const { app } = useWords();
  const sections = useSections();
  const isWide = useMediaQuery('(min-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: 64, collapsed: isWide }}
    >
      <a className="skip" href="#content">
        {app.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <UnstyledButton component={Link} to="/" aria-label={app.home}>
            <Group gap={8} wrap="nowrap">
              <img src="/icon.svg" width={28} height={28} alt="" />
              <Text fw={650} visibleFrom="xs">
                {app.name}
              </Text>
            </Group>
          </UnstyledButton>
          <Group gap={4} wrap="nowrap">
            <SiteSwitcher />
            <Preferences />
          </Group>
        </Group>
      </AppShell.Header>
      {isWide && (
        <AppShell.Navbar p="sm" aria-label={app.menu}>
          <Rail sections={sections} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <OfflineNotice />
        <Outlet />
      </AppShell.Main>
      {!isWide && (
        <AppShell.Footer component="nav" aria-label={app.menu}>
          <div className="tabs">
            {sections.map(({ to, label, icon: Sign }) => (
              <Link key={to} to={to} className="tab" activeOptions={{ exact: true, includeSearch: false }}>
                <Sign size={24} aria-hidden />
                <span>{label}</span>
              </Link>
            ))}
          </div>
        </AppShell.Footer>
      )}
    </AppShell>
  );
}

function Rail({ sections }: Readonly<{ sections: readonly Section[] }>) {
  const groups = [...new Set(sections.map(({ group }) => group))];
  return groups.map((group) => (
    <div key={group}>
      <Text size="xs" c="dimmed" fw={600} px="sm" pt="md" pb={4}>
        {group}
      </Text>
      {sections
        .filter((section) => section.group === group)
        .map(({ to, label, icon: Sign }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            style={{ textDecoration: 'none', color: 'inherit' }}
          >
            {({ isActive }) => (
              <NavLink component="span" active={isActive} label={label} leftSection={<Sign size={20} aria-hidden />} />
            )}
          </Link>
        ))}
    </div>
  ));
}

function OfflineNotice() {
  const { app } = useWords();
  const { online } = useNetwork();
  return (
    <div aria-live="assertive">
      {!online && (
        <Alert color="orange" radius={0} icon={<IconWifiOff aria-hidden />}>
          {app.offline}
        </Alert>
      )}
    </div>
  );
}
