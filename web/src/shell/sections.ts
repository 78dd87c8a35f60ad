import {
  type Icon,
  IconBuildingCommunity,
  IconDoorEnter,
  IconMail,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMay } from '../api/session.ts';
import { useWords } from '../words/words.ts';

export type Section = Readonly<{
  to: '/' | '/presence' | '/profile' | '/people' | '/sites' | '/messages';
  label: string;
  icon: Icon;
}>;

type Guarded = Section & Readonly<{ needs?: string }>;

export type Sections = Readonly<{ building: readonly Section[]; administration: readonly Section[] }>;

/** The sections that the rights of the person signed in open. */
export function useSections(): Sections {
  const { nav } = useWords();
  const may = useMay();
  const building: readonly Guarded[] = [
    { to: '/', label: nav.status, icon: IconDoorEnter },
    { to: '/presence', label: nav.presence, icon: IconUsersGroup, needs: 'register.view_report' },
    { to: '/profile', label: nav.profile, icon: IconUser },
  ];
  const administration: readonly Guarded[] = [
    { to: '/people', label: nav.people, icon: IconUsers, needs: 'people.read' },
    { to: '/sites', label: nav.sites, icon: IconBuildingCommunity, needs: 'register.sites.write' },
    { to: '/messages', label: nav.messages, icon: IconMail, needs: 'notifier.messages.read' },
  ];
  const open = ({ needs }: Guarded): boolean => !needs || may(needs);
  return { building: building.filter(open), administration: administration.filter(open) };
}
