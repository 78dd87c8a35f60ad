import type {
  Assignment,
  Channel,
  ListRulesResponse,
  Location,
  Membership,
  Volunteer,
  VolunteerRow,
  VolunteersRole,
} from '@guildhall/client';
import { ok, type Routes } from './platform.ts';
import { sessionOf } from './samples.ts';

const at = '2026-03-02T08:00:00Z';

export const branchManager: VolunteersRole = {
  key: 'branch_manager',
  label: 'Branch manager',
  active: true,
  needsApproval: false,
  version: 1,
  volunteers: 1,
};
export const areaManager: VolunteersRole = {
  ...branchManager,
  key: 'area_manager',
  label: 'Area manager',
  needsApproval: true,
  volunteers: 0,
};

export const technion: Location = {
  locationId: 'l1',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  active: true,
  volunteers: 1,
};
export const carmel: Location = { ...technion, locationId: 'l2', branch: 'carmel', volunteers: 0 };

export const teams: Channel = {
  channelId: 'c5',
  system: 'slack',
  name: 'teams',
  externalId: 'C5',
  isPrivate: false,
  state: 'ok',
  autoCreate: false,
  volunteers: 1,
};
export const managersChannel: Channel = { ...teams, channelId: 'c4', name: 'branches_manag', externalId: 'C4' };

const anywhere = { area: '', district: '', branch: '' };
export const rules: ListRulesResponse = {
  rules: [
    {
      ruleId: 'r1',
      role: 'branch_manager',
      channelId: 'c5',
      channel: 'teams',
      where: anywhere,
      template: '',
      autoCreate: false,
    },
  ],
  exclusions: [],
  version: 7,
};

export const assignment: Assignment = {
  assignmentId: 'a1',
  role: 'branch_manager',
  roleLabel: 'Branch manager',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  from: '2026-03-02',
  to: '',
  state: 'active',
  locationId: 'l1',
  requestedBy: '',
  decidedBy: '',
};

export const membership: Membership = {
  channelId: 'c5',
  channel: 'teams',
  system: 'slack',
  desired: true,
  state: 'member',
  attempts: 0,
  lastError: '',
  source: 'rule',
  because: ['branch_manager'],
  since: at,
};

export const dana: Volunteer = {
  volunteerId: '012345678',
  email: 'dana@x.org',
  firstName: 'Dana',
  lastName: 'Levi',
  createdAt: at,
  updatedAt: at,
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  role: 'branch_manager',
  channels: ['teams'],
  phone: '',
  status: 'active',
  onboarding: {
    state: 'ADDED_TO_CHANNELS',
    reason: '',
    checks: 1,
    inviteLinkId: '',
    invitesSent: 0,
    joinedAt: at,
    completedAt: at,
  },
  assignments: [assignment],
  memberships: [membership],
  slackUserId: 'U1',
  slackLink: 'auto',
  leaveDate: '',
  leaveReason: '',
  version: 4,
  pendingApproval: false,
  createdBy: 'p1',
  updatedBy: 'p1',
  personId: '',
  erased: false,
};

export const rowOfDana: VolunteerRow = {
  volunteerId: '012345678',
  firstName: 'Dana',
  lastName: 'Levi',
  email: 'dana@x.org',
  status: 'active',
  state: 'ADDED_TO_CHANNELS',
  reason: '',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  role: 'branch_manager',
  furtherRoles: 0,
  pendingApproval: false,
  leaveDate: '',
};

/** What every page about volunteers may ask, for somebody with these rights. */
export const lists = (...rights: readonly string[]): Routes => ({
  'GET /api/auth/session': ok(sessionOf(...rights.map((right) => `volunteers.${right}`))),
  'GET /api/volunteers/roles': ok({ roles: [branchManager, areaManager] }),
  'GET /api/volunteers/locations': ok({ locations: [technion, carmel] }),
  'GET /api/volunteers/channels': ok({ channels: [teams, managersChannel] }),
  'GET /api/volunteers/rules': ok(rules),
});
