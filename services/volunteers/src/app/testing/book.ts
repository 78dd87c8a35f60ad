import type { Book, Channel, Location, Role, Rule } from '../../domain/book.ts';

export const role = (key: string, change: Partial<Role> = {}): Role => ({
  key,
  label: key,
  active: true,
  needsApproval: false,
  version: 1,
  ...change,
});

export const slackChannel = (id: string, name: string, change: Partial<Channel> = {}): Channel => ({
  id,
  system: 'slack',
  name,
  isPrivate: false,
  state: 'unknown',
  autoCreate: false,
  ...change,
});

export const place = (area: string, district: string, branch: string): Location => ({
  id: `${area}-${district}-${branch}`,
  area,
  district,
  branch,
  active: true,
});

export const everywhere = (roleKey: string, channelId: string): Rule => ({
  id: `${roleKey}-${channelId}`,
  roleKey,
  channelId,
  where: {},
});

/** The roles, channels and the place that everybody begins with, and one more place. */
export const aBook = (change: Partial<Book> = {}): Book => ({
  version: 1,
  roles: [
    role('branch_manager', { needsApproval: true }),
    role('area_manager', { needsApproval: true }),
    role('district_manager', { needsApproval: true }),
    role('volunteer'),
  ],
  locations: [place('haifa', 'north', 'technion'), place('haifa', 'north', 'carmel')],
  channels: [
    slackChannel('c1', 't_area_district'),
    slackChannel('c2', 't_area_district_nat'),
    slackChannel('c3', 't_branches_area_mang'),
    slackChannel('c4', 'branches_manag'),
    slackChannel('c5', 'teams'),
  ],
  rules: [
    everywhere('branch_manager', 'c3'),
    everywhere('branch_manager', 'c4'),
    everywhere('branch_manager', 'c5'),
    ...['area_manager', 'district_manager'].flatMap((key) => ['c1', 'c2', 'c5'].map((id) => everywhere(key, id))),
    everywhere('volunteer', 'c5'),
  ],
  exclusions: [],
  ...change,
});
