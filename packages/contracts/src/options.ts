import { type DescMethod, getOption, hasOption } from '@bufbuild/protobuf';
import { http } from './gen/google/api/annotations_pb.ts';
import type { HttpRule } from './gen/google/api/http_pb.ts';
import { access as accessOption, type Rest, rest as restOption } from './gen/guildhall/v1/options_pb.ts';

/** Who may call a method. */
export type AccessRule =
  | Readonly<{ kind: 'public' }>
  | Readonly<{ kind: 'person' }>
  | Readonly<{ kind: 'permission'; permission: string }>
  | Readonly<{ kind: 'internal' }>;

/** The access rule of a method. Throws when the contract forgot it: no method is open by omission. */
export function accessOf(method: DescMethod): AccessRule {
  const { rule } = getOption(method, accessOption);
  switch (rule.case) {
    case 'permission':
      return { kind: 'permission', permission: rule.value };
    case 'public':
    case 'person':
    case 'internal':
      return { kind: rule.case };
    default:
      throw new Error(`${method.parent.typeName}.${method.name} has no access rule`);
  }
}

/** What HTTP adds to the mapping: status, session, limits, feed. */
export const restOf = (method: DescMethod): Rest => getOption(method, restOption);

/** The REST mapping, or undefined for a method that HTTP cannot reach. */
export const httpRuleOf = (method: DescMethod): HttpRule | undefined =>
  hasOption(method, http) ? getOption(method, http) : undefined;
