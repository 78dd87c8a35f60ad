import { type DescMethod, getOption, hasOption } from '@bufbuild/protobuf';
import { http } from './gen/google/api/annotations_pb.ts';
import type { HttpRule } from './gen/google/api/http_pb.ts';
import {
  access as accessOption,
  type Rest,
  rest as restOption,
  slack_command as slackCommandOption,
} from './gen/guildhall/v1/options_pb.ts';

/** Who may call a method. */
export type AccessRule =
  | Readonly<{ kind: 'public' }>
  | Readonly<{ kind: 'person' }>
  | Readonly<{ kind: 'permission'; permission: string }>
  | Readonly<{ kind: 'internal' }>
  /** A device that stands at a site, and no person. */
  | Readonly<{ kind: 'kiosk' }>;

/** The access rule of a method. Throws when the contract forgot it: no method is open by omission. */
export function accessOf(method: DescMethod): AccessRule {
  const { rule } = getOption(method, accessOption);
  switch (rule.case) {
    case 'permission':
      return { kind: 'permission', permission: rule.value };
    case 'public':
    case 'person':
    case 'internal':
    case 'kiosk':
      return { kind: rule.case };
    default:
      throw new Error(`${method.parent.typeName}.${method.name} has no access rule`);
  }
}

/** What HTTP adds to the mapping: status, session, limits, feed. */
export const restOf = (method: DescMethod): Rest => getOption(method, restOption);

/** The slash command of Slack that the method answers, such as `/whosin`; undefined for any other method. */
export const slackCommandOf = (method: DescMethod): string | undefined =>
  getOption(method, slackCommandOption) || undefined;

/** The REST mapping, or undefined for a method that HTTP cannot reach. */
export const httpRuleOf = (method: DescMethod): HttpRule | undefined =>
  hasOption(method, http) ? getOption(method, http) : undefined;
