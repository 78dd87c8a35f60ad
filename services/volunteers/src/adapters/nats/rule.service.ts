import type { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import type { Implementation } from '@guildhall/messaging';
import type { Handler } from '@guildhall/kernel';
import type {
  ChangeRules,
  CreateRule,
  DeleteRule,
  RuleAnswer,
  RulesChange,
  Weighed,
} from '../../app/rules/change-rules.ts';
import type { CreateChannel, DeleteChannel, UpdateChannel } from '../../app/rules/channels.ts';
import type { DeleteExclusion, ExcludeRoles } from '../../app/rules/exclusions.ts';
import type { DeleteManager, NamedManager, SetManager } from '../../app/rules/limit-to-places.ts';
import type { CreatePlace, DeletePlace, UpdatePlace } from '../../app/rules/places.ts';
import type { Counted, CreateRole, DeleteRole, UpdateRole } from '../../app/rules/roles.ts';
import type { Book, Channel, Exclusion, Location, Role, System } from '../../domain/book.ts';
import { callerOf } from './caller.ts';
import {
  channelToProto,
  exclusionToProto,
  managerToProto,
  ruleGiven,
  ruleToProto,
  weighedToProto,
  whereGiven,
} from './rule.mapping.ts';

export type RuleHandlers = Readonly<{
  listRoles: Handler<void, readonly Counted<Role>[]>;
  createRole: Handler<CreateRole, Counted<Role>>;
  updateRole: Handler<UpdateRole, Counted<Role>>;
  deleteRole: Handler<DeleteRole>;
  listPlaces: Handler<void, readonly Counted<Location>[]>;
  createPlace: Handler<CreatePlace, Counted<Location>>;
  updatePlace: Handler<UpdatePlace, Counted<Location>>;
  deletePlace: Handler<DeletePlace>;
  listChannels: Handler<void, readonly Counted<Channel>[]>;
  createChannel: Handler<CreateChannel, Counted<Channel>>;
  updateChannel: Handler<UpdateChannel, Counted<Channel>>;
  deleteChannel: Handler<DeleteChannel>;
  book: Handler<void, Book>;
  previewRules: Handler<RulesChange, Weighed>;
  changeRules: Handler<ChangeRules, Weighed>;
  createRule: Handler<CreateRule, RuleAnswer>;
  deleteRule: Handler<DeleteRule>;
  excludeRoles: Handler<ExcludeRoles, Exclusion>;
  deleteExclusion: Handler<DeleteExclusion>;
  listManagers: Handler<void, readonly NamedManager[]>;
  setManager: Handler<SetManager, NamedManager>;
  deleteManager: Handler<DeleteManager>;
}>;

type Methods = Implementation<typeof RuleService>;

/** The contract's methods in terms of the use cases. */
export const ruleService = (use: RuleHandlers): Methods => ({
  ...roleMethods(use),
  ...placeMethods(use),
  ...channelMethods(use),
  ...ruleMethods(use),
  ...managerMethods(use),
});

const roleMethods = (use: RuleHandlers): Pick<Methods, 'listRoles' | 'createRole' | 'updateRole' | 'deleteRole'> => ({
  listRoles: async () => ({ roles: [...(await use.listRoles())] }),
  createRole: ({ key, label, needsApproval, channels }, call) =>
    use.createRole({ role: { key, label, needsApproval, channels }, caller: callerOf(call) }),
  updateRole: ({ key, label, active, needsApproval }, call) =>
    use.updateRole({ key, change: given({ label, active, needsApproval }), caller: callerOf(call) }),
  deleteRole: async ({ key }, call) => {
    await use.deleteRole({ key, caller: callerOf(call) });
    return {};
  },
});

type PlaceMethods = 'listLocations' | 'createLocation' | 'updateLocation' | 'deleteLocation';

const placeMethods = (use: RuleHandlers): Pick<Methods, PlaceMethods> => ({
  listLocations: async () => ({ locations: (await use.listPlaces()).map(placeToProto) }),
  createLocation: async ({ area, district, branch }, call) =>
    placeToProto(await use.createPlace({ place: { area, district, branch }, caller: callerOf(call) })),
  updateLocation: async ({ locationId, area, district, branch, active, confirmRemoved }, call) => {
    const change = given({ area, district, branch, active });
    return placeToProto(await use.updatePlace({ locationId, change, confirmRemoved, caller: callerOf(call) }));
  },
  deleteLocation: async ({ locationId }, call) => {
    await use.deletePlace({ locationId, caller: callerOf(call) });
    return {};
  },
});

const placeToProto = ({ id, ...place }: Counted<Location>) => ({ locationId: id, ...place });

type ChannelMethods = 'listChannels' | 'createChannel' | 'updateChannel' | 'deleteChannel';

const channelMethods = (use: RuleHandlers): Pick<Methods, ChannelMethods> => ({
  listChannels: async () => ({ channels: (await use.listChannels()).map(channelToProto) }),
  createChannel: async ({ name, externalId, isPrivate, autoCreate, ...request }, call) => {
    // The contract lets nothing else through.
    const system = (request.system || 'slack') as System;
    const channel = { system, name, externalId, isPrivate, autoCreate };
    return channelToProto(await use.createChannel({ channel, caller: callerOf(call) }));
  },
  updateChannel: async ({ channelId, name, externalId, isPrivate, autoCreate }, call) => {
    const change = given({ name, externalId, isPrivate, autoCreate });
    return channelToProto(await use.updateChannel({ channelId, change, caller: callerOf(call) }));
  },
  deleteChannel: async ({ channelId }, call) => {
    await use.deleteChannel({ channelId, caller: callerOf(call) });
    return {};
  },
});

type RuleMethods =
  | 'listRules'
  | 'previewRules'
  | 'changeRules'
  | 'createRule'
  | 'deleteRule'
  | 'excludeRoles'
  | 'deleteExclusion';

const ruleMethods = (use: RuleHandlers): Pick<Methods, RuleMethods> => ({
  listRules: async () => {
    const book = await use.book();
    const rules = book.rules.map((rule) => ruleToProto(rule, book));
    return { rules, exclusions: book.exclusions.map(exclusionToProto), version: book.version };
  },
  previewRules: async ({ add, remove }) => weighedToProto(await use.previewRules({ add: add.map(ruleGiven), remove })),
  changeRules: async ({ add, remove, confirmRemoved, version }, call) => {
    const change = { add: add.map(ruleGiven), remove, confirmRemoved, version };
    return weighedToProto(await use.changeRules({ ...change, caller: callerOf(call) }));
  },
  createRule: async (request, call) => {
    const { rule, book } = await use.createRule({ rule: ruleGiven(request), caller: callerOf(call) });
    return ruleToProto(rule, book);
  },
  deleteRule: async ({ ruleId, confirmRemoved }, call) => {
    await use.deleteRule({ ruleId, confirmRemoved, caller: callerOf(call) });
    return {};
  },
  excludeRoles: async ({ roles, reason }, call) =>
    exclusionToProto(await use.excludeRoles({ exclusion: { roles, reason }, caller: callerOf(call) })),
  deleteExclusion: async ({ exclusionId }, call) => {
    await use.deleteExclusion({ exclusionId, caller: callerOf(call) });
    return {};
  },
});

const managerMethods = (use: RuleHandlers): Pick<Methods, 'listManagers' | 'setManager' | 'deleteManager'> => ({
  listManagers: async () => ({ managers: (await use.listManagers()).map(managerToProto) }),
  setManager: async ({ personId, scopes }, call) =>
    managerToProto(await use.setManager({ personId, scopes: scopes.map(whereGiven), caller: callerOf(call) })),
  deleteManager: async ({ personId }, call) => {
    await use.deleteManager({ personId, caller: callerOf(call) });
    return {};
  },
});

/** What is there of it. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
