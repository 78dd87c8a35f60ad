import type { Member } from './people.ts';

/** Channels that everybody is in. */
export const openChannels = ['general', 'building', 'random'];
export const archivedChannel = 'archive';
/** Channels of a demonstration's volunteers: only who is asked in is in them. */
export const closedChannels = [
  'teams',
  't_area_district',
  't_area_district_nat',
  't_branches_area_mang',
  'branches_manag',
];

/** Who has an account from the beginning. */
export const people = (domain: string): readonly (Partial<Member> & Readonly<{ email: string }>)[] => [
  { email: `maya.levi@${domain}` },
  { email: `tamar.cohen@${domain}` },
  { email: `yael.katz@${domain}` },
  { email: `omer.peretz@${domain}` },
  { email: 'guest@partner.example', realName: 'Gil Partner', guest: 'single' },
  { email: `former.member@${domain}`, isDeleted: true },
  { email: `calendar@${domain}`, realName: 'Calendar', isBot: true },
];
