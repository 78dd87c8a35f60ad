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
  group: string;
}>;

/** The sections that the rights of the person signed in open, in the order of the rail. */
export function useSections(): readonly Section[] {
  const { nav } = useWords();
  const may = useMay();
  const sections: readonly (Section & { needs?: string })[] = [
    { to: '/', label: nav.status, icon: IconDoorEnter, group: nav.building },
    { to: '/presence', label: nav.presence, icon: IconUsersGroup, group: nav.building, needs: 'register.view_report' },
    { to: '/profile', label: nav.profile, icon: IconUser, group: nav.building },
    { to: '/people', label: nav.people, icon: IconUsers, group: nav.administration, needs: 'people.read' },
    {
      to: '/sites',
      label: nav.sites,
      icon: IconBuildingCommunity,
      group: nav.administration,
      needs: 'register.sites.write',
    },
    {
      to: '/messages',
      label: nav.messages,
      icon: IconMail,
      group: nav.administration,
      needs: 'notifier.messages.read',
    },
  ];
  return sections.filter(({ needs }) => !needs || may(needs));
}
