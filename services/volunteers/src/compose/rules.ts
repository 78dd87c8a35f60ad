import type { DescMethod } from '@bufbuild/protobuf';
import { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import { serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { census } from '../adapters/mongo/census.repository.ts';
import { type RuleHandlers, ruleService } from '../adapters/nats/rule.service.ts';
import {
  changeRulesHandler,
  createRuleHandler,
  deleteRuleHandler,
  previewRulesHandler,
} from '../app/rules/change-rules.ts';
import {
  createChannelHandler,
  deleteChannelHandler,
  listChannelsHandler,
  updateChannelHandler,
} from '../app/rules/channels.ts';
import { deleteExclusionHandler, excludeRolesHandler } from '../app/rules/exclusions.ts';
import { deleteManagerHandler, listManagersHandler, setManagerHandler } from '../app/rules/limit-to-places.ts';
import { createPlaceHandler, deletePlaceHandler, listPlacesHandler, updatePlaceHandler } from '../app/rules/places.ts';
import { createRoleHandler, deleteRoleHandler, listRolesHandler, updateRoleHandler } from '../app/rules/roles.ts';
import type { Settings } from '../config.ts';
import type { Running } from './parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** The book of rules: who may change it, and what that does to whom. */
export async function serveRules({ bus, life, log, settings }: Process<Settings>, parts: Running): Promise<void> {
  const deps = {
    ...parts,
    census: census(parts.kept.volunteers),
    safeStopPercent: settings.SAFE_STOP_PERCENT,
  };
  const report = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  const service = ruleService(ruleHandlers(deps));
  await life.hold('rule methods', serve(bus, RuleService, service, { report }), close);
}

const ruleHandlers = (deps: Parameters<typeof updateChannelHandler>[0] & Running): RuleHandlers => ({
  listRoles: listRolesHandler(deps),
  createRole: createRoleHandler(deps),
  updateRole: updateRoleHandler(deps),
  deleteRole: deleteRoleHandler(deps),
  listPlaces: listPlacesHandler(deps),
  createPlace: createPlaceHandler(deps),
  updatePlace: updatePlaceHandler(deps),
  deletePlace: deletePlaceHandler(deps),
  listChannels: listChannelsHandler(deps),
  createChannel: createChannelHandler(deps),
  updateChannel: updateChannelHandler(deps),
  deleteChannel: deleteChannelHandler(deps),
  book: () => deps.books.read(),
  previewRules: previewRulesHandler(deps),
  changeRules: changeRulesHandler(deps),
  createRule: createRuleHandler(deps),
  deleteRule: deleteRuleHandler(deps),
  excludeRoles: excludeRolesHandler(deps),
  deleteExclusion: deleteExclusionHandler(deps),
  listManagers: listManagersHandler(deps),
  setManager: setManagerHandler(deps),
  deleteManager: deleteManagerHandler(deps),
});
