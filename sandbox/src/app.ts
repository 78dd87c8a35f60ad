import express, { type Express } from 'express';
import { type ClockMoved, clockRoutes } from './clock/clock.routes.ts';
import type { SandboxClock } from './clock/sandbox-clock.ts';
import type { FaultBoard } from './faults/fault-board.ts';
import { faultRoutes } from './faults/fault.routes.ts';
import { resetEarly } from './faults/http-fault.ts';
import { AccessLists } from './google/access-lists.ts';
import { groupRoutes } from './google/directory.routes.ts';
import { driveRoutes } from './google/drive.routes.ts';
import { googleControls, seededFolders, seededGroups } from './google/google-control.routes.ts';
import { googleRoutes } from './google/google.routes.ts';
import { fcmRoutes } from './fcm/fcm.routes.ts';
import type { Gateway } from './inbound/gateway.ts';
import { inboundRoutes } from './inbound/inbound.routes.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import type { MessageStore } from './messages/message-store.ts';
import { messageRoutes } from './messages/message.routes.ts';
import { graphRoutes } from './microsoft/graph.routes.ts';
import { microsoftRoutes } from './microsoft/microsoft.routes.ts';
import { sendMailRoutes } from './microsoft/send-mail.routes.ts';
import { Staff } from './microsoft/staff.ts';
import { directoryRoutes, staffRoutes } from './microsoft/staff.routes.ts';
import { Grants } from './oauth/grants.ts';
import { ServiceUsers } from './oauth/service-users.ts';
import { serviceUserRoutes } from './oauth/service-user.routes.ts';
import { SigningKeys } from './oauth/signing-keys.ts';
import { zoomRoutes } from './zoom/zoom.routes.ts';
import { CallLog } from './slack/call-log.ts';
import { slackControls } from './slack/control.routes.ts';
import { scimRoutes } from './slack/scim.routes.ts';
import { slackApiRoutes } from './slack/api.routes.ts';
import type { EventSender } from './slack/event-sender.ts';
import { slackWebhookRoutes } from './slack/webhook.routes.ts';
import type { Workspace } from './slack/workspace.ts';
import { twilioRoutes } from './twilio/twilio.routes.ts';
import { notFound, problems } from './http/problem.ts';

export type AppDeps = Readonly<{
  store: MessageStore;
  workspace: Workspace;
  clock: SandboxClock;
  moved: ClockMoved;
  faults: FaultBoard;
  report: (error: unknown) => void;
  gateway: Gateway;
  events: EventSender;
}>;

const doors = [
  ['/google', 'google'],
  ['/admin', 'google'],
  ['/drive', 'google'],
  ['/microsoft', 'microsoft'],
  ['/graph', 'microsoft'],
  ['/zoom', 'zoom'],
  ['/fcm', 'fcm'],
  ['/slack', 'slack'],
  ['/twilio', 'twilio'],
] as const;

/** The simulated vendors, the switches of the sandbox and the inbox page, on one port. */
export function httpApp({ store, workspace, clock, moved, faults, report, gateway, events }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/sandbox/messages', messageRoutes(store));
  app.use('/sandbox/clock', clockRoutes(clock, moved));
  app.use('/sandbox/faults', faultRoutes(faults));
  for (const [path, provider] of doors) app.use(path, resetEarly(faults, provider));
  const services = { users: new ServiceUsers(), grants: new Grants(clock), keys: new SigningKeys(), faults, clock };
  app.use('/sandbox/service-users', serviceUserRoutes(services));
  app.use('/google', googleRoutes(services));
  const lists = { groups: new AccessLists(seededGroups), folders: new AccessLists(seededFolders) };
  const google = { ...services, ...lists, calls: new CallLog(clock) };
  app.use('/admin/directory/v1/groups', groupRoutes(google));
  app.use('/drive/v3', driveRoutes(google));
  app.use('/sandbox/google', googleControls(google));
  app.use('/microsoft', microsoftRoutes(services));
  app.use('/graph/v1.0', graphRoutes(services));
  app.use('/graph/v1.0', sendMailRoutes(services, store));
  const staff = new Staff();
  app.use('/graph/v1.0', staffRoutes(services, staff));
  app.use('/sandbox/directory', directoryRoutes(staff));
  app.use('/zoom', zoomRoutes(services));
  app.use('/sandbox', inboundRoutes({ gateway, clock, events }));
  app.use('/fcm', fcmRoutes({ store, faults }));
  const slack = { workspace, store, faults, announce: events.announce, calls: new CallLog(clock) };
  app.use('/slack/api', slackApiRoutes(slack));
  app.use('/slack/scim/v2', scimRoutes(slack));
  app.use('/sandbox/slack', slackControls(slack));
  app.use('/slack/services', slackWebhookRoutes({ workspace, store, faults }));
  app.use('/twilio/2010-04-01/Accounts', twilioRoutes({ store, faults, clock, report }));
  app.use('/', inboxRoutes({ store, clock, faults }));
  app.use(notFound);
  app.use(problems(report));
  return app;
}
