import type { DescService } from '@bufbuild/protobuf';
import { accessOf } from '@guildhall/contracts';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import { RegisterService } from '@guildhall/contracts/register/v1/service';

const services: readonly DescService[] = [GatewayService, IdentityService, NotifierService, RegisterService];

/** Every permission that some method of the platform asks for, in order. */
export const everyPermission = (): readonly string[] => {
  const rules = services.flatMap(({ methods }) => methods.map(accessOf));
  return [...new Set(rules.flatMap((rule) => (rule.kind === 'permission' ? [rule.permission] : [])))].sort();
};
