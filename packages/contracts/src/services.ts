import type { DescService } from '@bufbuild/protobuf';
import { GatewayService } from './gen/gateway/v1/service_pb.ts';
import { IdentityService } from './gen/identity/v1/service_pb.ts';
import { NotifierService } from './gen/notifier/v1/service_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { accessOf } from './options.ts';

/** Every service of the platform. */
export const services: readonly DescService[] = [GatewayService, IdentityService, NotifierService, RegisterService];

/** Every permission that some method asks for, sorted. */
export function everyPermission(): readonly string[] {
  const rules = services.flatMap(({ methods }) => methods.map(accessOf));
  return [...new Set(rules.flatMap((rule) => (rule.kind === 'permission' ? [rule.permission] : [])))].toSorted();
}
