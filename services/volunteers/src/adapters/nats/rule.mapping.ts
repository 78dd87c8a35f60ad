import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { RuleInput as ProtoRule, Where as ProtoWhere } from '@guildhall/contracts/volunteers/v1/rules';
import type { Counted } from '../../app/rules/roles.ts';
import type { NamedManager } from '../../app/rules/limit-to-places.ts';
import type { Weighed } from '../../app/rules/change-rules.ts';
import { type Book, type Channel, channelOf, type Exclusion, type Rule, type Where } from '../../domain/book.ts';
import type { RuleGiven } from '../../domain/book-rules.ts';

export const channelToProto = ({ externalId = '', checkedAt, ...channel }: Counted<Channel>) => ({
  channelId: channel.id,
  system: channel.system,
  name: channel.name,
  externalId,
  isPrivate: channel.isPrivate,
  state: channel.state,
  autoCreate: channel.autoCreate,
  volunteers: channel.volunteers,
  ...(checkedAt && { checkedAt: timestampFromDate(checkedAt) }),
});

export function ruleToProto(rule: Rule, book: Book) {
  const target =
    'template' in rule
      ? { template: rule.template, autoCreate: rule.autoCreate ?? false }
      : { channelId: rule.channelId, channel: channelOf(book, rule.channelId)?.name ?? '' };
  return { ruleId: rule.id, role: rule.roleKey, where: whereToProto(rule.where), ...target };
}

const whereToProto = ({ area = '', district = '', branch = '' }: Where) => ({ area, district, branch });

export const exclusionToProto = ({ id, roles, reason }: Exclusion) => ({ exclusionId: id, roles: [...roles], reason });

export const managerToProto = ({ personId, name, scopes }: NamedManager) => ({
  personId,
  name,
  scopes: scopes.map(whereToProto),
});

export const weighedToProto = ({ consequences, version }: Weighed) => ({
  added: consequences.added,
  removed: consequences.removed,
  peopleLosing: consequences.losing,
  people: consequences.people,
  needsConfirmation: consequences.needsConfirmation,
  changes: consequences.changes.map((change) => ({ ...change })),
  version,
});

export const ruleGiven = ({ role, channel, where, autoCreate }: Omit<ProtoRule, '$typeName'>): RuleGiven => ({
  role,
  channel,
  where: whereGiven(where),
  autoCreate,
});

export const whereGiven = (where: ProtoWhere | undefined): RuleGiven['where'] => ({
  area: where?.area ?? '',
  district: where?.district ?? '',
  branch: where?.branch ?? '',
});
