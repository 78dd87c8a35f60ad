import { emailOf } from './organisation.ts';

/** Somebody who helps. Addresses of example.org are in the sandbox's workspace, those of example.com are not. */
export interface DemoVolunteer {
  readonly volunteerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: string;
  readonly place: DemoPlace;
}

export interface DemoPlace {
  readonly area: string;
  readonly district: string;
  readonly branch: string;
}

export interface DemoRole {
  readonly key: string;
  readonly label: string;
  readonly needsApproval: boolean;
  readonly channels: readonly string[];
}

export const CHANNELS = ['t_area_district', 't_area_district_nat', 't_branches_area_mang', 'branches_manag', 'teams'];

const areaAndDistrict = ['t_area_district', 't_area_district_nat', 'teams'];

export const ROLES: readonly DemoRole[] = [
  {
    key: 'branch_manager',
    label: 'Branch manager',
    needsApproval: true,
    channels: ['t_branches_area_mang', 'branches_manag', 'teams'],
  },
  { key: 'area_manager', label: 'Area manager', needsApproval: true, channels: areaAndDistrict },
  { key: 'district_manager', label: 'District manager', needsApproval: true, channels: areaAndDistrict },
  { key: 'volunteer', label: 'Volunteer', needsApproval: false, channels: ['teams'] },
];

const place = (area: string, district: string, branch: string): DemoPlace => ({ area, district, branch });
const technion = place('haifa', 'north', 'technion');
const carmel = place('haifa', 'north', 'carmel');
const jaffa = place('center', 'gush_dan', 'jaffa');
const ramatGan = place('center', 'gush_dan', 'ramat_gan');
const givatRam = place('jerusalem', 'capital', 'givat_ram');

export const PLACES: readonly DemoPlace[] = [technion, carmel, jaffa, ramatGan, givatRam];

type Name = readonly [firstName: string, lastName: string];

const known = (volunteerId: string, [firstName, lastName]: Name, at: DemoPlace, role = 'volunteer'): DemoVolunteer => ({
  volunteerId,
  firstName,
  lastName,
  email: emailOf({ firstName, lastName }),
  role,
  place: at,
});

/** Has no account yet, and is invited. */
const fresh = (...given: Parameters<typeof known>): DemoVolunteer => {
  const volunteer = known(...given);
  return { ...volunteer, email: volunteer.email.replace('example.org', 'example.com') };
};

export const VOLUNTEERS: readonly DemoVolunteer[] = [
  known('001', ['Maya', 'Levi'], technion, 'branch_manager'),
  known('002', ['Tamar', 'Cohen'], technion),
  known('003', ['Yael', 'Katz'], jaffa, 'area_manager'),
  known('004', ['Omer', 'Peretz'], carmel),
  known('005', ['Rania', 'Mansour'], carmel, 'branch_manager'),
  known('006', ['Shira', 'Almog'], ramatGan, 'district_manager'),
  fresh('007', ['Lior', 'Barkai'], technion),
  fresh('008', ['Ofek', 'Dagan'], jaffa),
  fresh('009', ['Nadia', 'Haddad'], ramatGan),
  fresh('010', ['Eitan', 'Sela'], givatRam),
  fresh('011', ['Zehava', 'Regev'], givatRam),
  fresh('012', ['Anat', 'Shaked'], technion),
];

export const INVITE_URL = 'https://join.slack.com/t/guildhall/shared_invite/zt-demonstration';
