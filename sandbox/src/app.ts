import express, { type Express } from 'express';
import { type ClockMoved, clockRoutes } from './clock/clock.routes.ts';
import type { SandboxClock } from './clock/sandbox-clock.ts';
import type { FaultBoard } from './faults/fault-board.ts';
import { faultRoutes } from './faults/fault.routes.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import type { MessageStore } from './messages/message-store.ts';
import { messageRoutes } from './messages/message.routes.ts';
import { slackApiRoutes } from './slack/api.routes.ts';
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
}>;

/** The simulated vendors, the switches of the sandbox and the inbox page, on one port. */
export function httpApp({ store, workspace, clock, moved, faults, report }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/sandbox/messages', messageRoutes(store));
  app.use('/sandbox/clock', clockRoutes(clock, moved));
  app.use('/sandbox/faults', faultRoutes(faults));
  app.use('/slack/api', slackApiRoutes({ workspace, store, faults }));
  app.use('/slack/services', slackWebhookRoutes({ workspace, store, faults }));
  app.use('/twilio/2010-04-01/Accounts', twilioRoutes({ store, faults, clock, report }));
  app.use('/', inboxRoutes({ store, clock, faults }));
  app.use(notFound);
  app.use(problems(report));
  return app;
}
