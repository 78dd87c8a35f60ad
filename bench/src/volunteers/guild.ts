import { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import { enrol, type Member } from '../platform/people.ts';
import type { Trial } from '../platform/trial.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

/** Managed channels of Slack, and what stands for one at Google. */
export const channels = {
  lead: ['lead-talk', 'lead-plans'],
  area: ['area-talk', 'area-plans'],
  all: 'all-hands',
  group: 'crew@example.org',
  folder: 'crew-handbook',
} as const;

export const slackChannels: readonly string[] = [...channels.lead, ...channels.area, channels.all];
const everywhere = [channels.all, channels.group, channels.folder];

export const place = { area: 'haifa', district: 'north', branch: 'technion' } as const;
export type RoleKey = 'crew' | 'lead' | 'area';

export type Guild = Readonly<{
  workspace: Workspace;
  /** Whoever asks over HTTP. */
  officer: Member;
  volunteers: ReturnType<typeof client<typeof VolunteerService>>;
  access: ReturnType<typeof client<typeof AccessService>>;
  join: (volunteerId: string, role: RoleKey, email?: string) => Promise<void>;
}>;

export const emailOf = (volunteerId: string): string => `${volunteerId}@example.org`;

/** A guild on a platform, with somebody who may manage it over HTTP. */
export async function openGuild({ bus, webPort, platform }: Trial): Promise<Guild> {
  const [officer] = await enrol(bus, webPort, 1, 'Officer', () => ({ roles: ['administrator'] }));
  if (officer === undefined) throw new Error('nobody was enrolled to manage volunteers');
  return guildOf(bus, platform.sandboxUrl, officer);
}

/** Roles, rules and a place; `crew` is in one list of three systems, `lead` and `area` in two channels more. */
export async function guildOf(bus: Bus, sandboxUrl: string, officer: Member): Promise<Guild> {
  const workspace = workspaceOf(sandboxUrl);
  await workspace.addChannels(slackChannels);
  await workspace.addList('groups', channels.group);
  await workspace.addList('folders', channels.folder);
  const as = { principal: servicePrincipal('bench'), timeoutMs: 20_000 };
  const rules = client(bus, RuleService, as);
  for (const name of slackChannels) await rules.createChannel({ name });
  await rules.createChannel({ system: 'google-group', name: channels.group, externalId: channels.group });
  await rules.createChannel({ system: 'drive-folder', name: channels.folder, externalId: channels.folder });
  await rules.createRole({ key: 'crew', channels: everywhere });
  await rules.createRole({ key: 'lead', channels: [...everywhere, ...channels.lead] });
  await rules.createRole({ key: 'area', channels: [...everywhere, ...channels.area] });
  await rules.createLocation(place);
  const volunteers = client(bus, VolunteerService, as);
  const join = async (volunteerId: string, role: RoleKey, email = emailOf(volunteerId)): Promise<void> => {
    const names = { firstName: 'Dana', lastName: volunteerId };
    await volunteers.createVolunteer({ volunteerId, email, ...names, assignments: [{ ...place, role }] });
  };
  return { workspace, officer, volunteers, access: client(bus, AccessService, as), join };
}
