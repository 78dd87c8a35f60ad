import {
  type Icon,
  IconAlarm,
  IconBuildingCommunity,
  IconChartBar,
  IconDeviceTablet,
  IconDoorEnter,
  IconFriends,
  IconHeartHandshake,
  IconHistory,
  IconId,
  IconMail,
  IconTrashX,
  IconUser,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { sitesQuery } from '../api/sites.ts';
import { useMay } from '../api/session.ts';
import { useWarden } from './warden.ts';
import { useWords } from '../words/words.ts';

export type Section = Readonly<{
  to:
    | '/'
    | '/presence'
    | '/who'
    | '/visitors'
    | '/guests'
    | '/volunteers'
    | '/me/volunteering'
    | '/evacuation'
    | '/profile'
    | '/reports'
    | '/people'
    | '/sites'
    | '/kiosks'
    | '/messages'
    | '/hooks'
    | '/audit'
    | '/retention';
  label: string;
  icon: Icon;
}>;

type Guarded = Section & Readonly<{ needs?: string }>;

export type Sections = Readonly<{ building: readonly Section[]; administration: readonly Section[] }>;

/** The sections that the rights of the person signed in open. */
export function useSections(): Sections {
  const { nav } = useWords();
  const may = useMay();
  const isWarden = useWarden();
  // Reception sees everybody; the others see those who wish to be seen, where a site lets them.
  const isSeen = useQuery(sitesQuery).data?.some(({ whoIsVisible }) => whoIsVisible);
  const building: readonly Guarded[] = [
    { to: '/', label: nav.status, icon: IconDoorEnter },
    ...(isSeen && !may('register.view_report') ? [{ to: '/who', label: nav.who, icon: IconUsersGroup } as const] : []),
    { to: '/presence', label: nav.presence, icon: IconUsersGroup, needs: 'register.view_report' },
    { to: '/visitors', label: nav.visitors, icon: IconId, needs: 'register.visitors.write' },
    ...(isWarden ? [{ to: '/evacuation', label: nav.evacuation, icon: IconAlarm } as const] : []),
    { to: '/guests', label: nav.guests, icon: IconFriends },
    { to: '/me/volunteering', label: nav.volunteering, icon: IconHeartHandshake },
    { to: '/profile', label: nav.profile, icon: IconUser },
  ];
  const administration: readonly Guarded[] = [
    { to: '/reports', label: nav.reports, icon: IconChartBar, needs: 'register.view_report' },
    { to: '/volunteers', label: nav.volunteers, icon: IconHeartHandshake, needs: 'volunteers.read' },
    { to: '/people', label: nav.people, icon: IconUsers, needs: 'people.read' },
    { to: '/sites', label: nav.sites, icon: IconBuildingCommunity, needs: 'register.sites.write' },
    { to: '/kiosks', label: nav.kiosks, icon: IconDeviceTablet, needs: 'register.kiosks.write' },
    { to: '/messages', label: nav.messages, icon: IconMail, needs: 'notifier.messages.read' },
    { to: '/hooks', label: nav.webhooks, icon: IconWebhook, needs: 'register.webhooks.write' },
    { to: '/audit', label: nav.audit, icon: IconHistory, needs: 'register.audit.read' },
    { to: '/retention', label: nav.retention, icon: IconTrashX, needs: 'register.retention.run' },
  ];
  const open = ({ needs }: Guarded): boolean => !needs || may(needs);
  return { building: building.filter(open), administration: administration.filter(open) };
}
