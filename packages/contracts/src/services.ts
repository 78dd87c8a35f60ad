import type { DescService } from '@bufbuild/protobuf';
import { GatewayService } from './gen/gateway/v1/service_pb.ts';
import { AccountService } from './gen/identity/v1/accounts_pb.ts';
import { CredentialService } from './gen/identity/v1/credentials_pb.ts';
import { RecordService } from './gen/identity/v1/records_pb.ts';
import { IdentityService } from './gen/identity/v1/service_pb.ts';
import { RequestService } from './gen/notifier/v1/requests_pb.ts';
import { InboxService } from './gen/notifier/v1/inbox_pb.ts';
import { KnowingService } from './gen/notifier/v1/knowing_pb.ts';
import { HookService } from './gen/notifier/v1/webhooks_pb.ts';
import { PreferenceService } from './gen/notifier/v1/preferences_pb.ts';
import { NotifierService } from './gen/notifier/v1/service_pb.ts';
import { TemplateService } from './gen/notifier/v1/templates_pb.ts';
import { BroadcastService } from './gen/register/v1/broadcasts_pb.ts';
import { EvacuationService } from './gen/register/v1/evacuation_pb.ts';
import { KioskService } from './gen/register/v1/kiosks_pb.ts';
import { PrivacyService } from './gen/register/v1/privacy_pb.ts';
import { ReminderService } from './gen/register/v1/reminders_pb.ts';
import { RetentionService } from './gen/register/v1/records_pb.ts';
import { ReportService } from './gen/register/v1/reports_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { VisitorService } from './gen/register/v1/visitors_pb.ts';
import { WebhookService } from './gen/register/v1/webhooks_pb.ts';
import { AccessService } from './gen/volunteers/v1/access_pb.ts';
import { ActivityService } from './gen/volunteers/v1/activities_pb.ts';
import { GovernanceService } from './gen/volunteers/v1/governance_pb.ts';
import { ImportService } from './gen/volunteers/v1/imports_pb.ts';
import { RuleService } from './gen/volunteers/v1/rules_pb.ts';
import { VolunteerService } from './gen/volunteers/v1/service_pb.ts';
import { accessOf } from './options.ts';

/** Every service of the platform. */
export const services: readonly DescService[] = [
  GatewayService,
  IdentityService,
  AccountService,
  CredentialService,
  RecordService,
  NotifierService,
  PreferenceService,
  TemplateService,
  InboxService,
  KnowingService,
  HookService,
  RequestService,
  RegisterService,
  EvacuationService,
  BroadcastService,
  PrivacyService,
  ReminderService,
  VisitorService,
  KioskService,
  ReportService,
  RetentionService,
  WebhookService,
  VolunteerService,
  RuleService,
  ImportService,
  AccessService,
  GovernanceService,
  ActivityService,
];

/** Permissions that open part of an answer, and no method of their own. */
const partialPermissions = ['register.contacts.read'];

/** Every permission that some method asks for, or part of its answer, sorted. */
export function everyPermission(): readonly string[] {
  const rules = services.flatMap(({ methods }) => methods.map(accessOf));
  const ofMethods = rules.flatMap((rule) => (rule.kind === 'permission' ? [rule.permission] : []));
  return [...new Set([...ofMethods, ...partialPermissions])].toSorted();
}
