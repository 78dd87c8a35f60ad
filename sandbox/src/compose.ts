import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Clock, systemClock } from '@guildhall/kernel';
import type { ClockMoved } from './clock/clock.routes.ts';
import { readOffset, writeOffset } from './clock/offset-file.ts';
import { SandboxClock } from './clock/sandbox-clock.ts';
import type { Config } from './config.ts';
import { FaultBoard } from './faults/fault-board.ts';
import { httpApp } from './app.ts';
import { gatewayAt } from './inbound/gateway.ts';
import { MessageStore } from './messages/message-store.ts';
import { EventSender } from './slack/event-sender.ts';
import { openWorkspace } from './slack/workspace-file.ts';
import { readMail } from './smtp/parse-mail.ts';
import { smtpServer } from './smtp/smtp-server.ts';

type Deps = Readonly<{
  /** Tells the other processes that the clock moved. */
  announce: ClockMoved;
  report: (error: unknown) => void;
  realClock?: Clock;
}>;

export type Sandbox = Readonly<{
  clock: SandboxClock;
  store: MessageStore;
  httpPort: number;
  smtpPort: number;
  close: () => Promise<void>;
}>;

/** Opens what earlier runs received and takes mail, SMS and Slack messages until closed. */
export async function startSandbox(
  config: Config,
  { announce, report, realClock = systemClock }: Deps,
): Promise<Sandbox> {
  const offsetFile = join(config.dataDir, 'clock.json');
  const clock = new SandboxClock(realClock, await readOffset(offsetFile));
  const store = await MessageStore.open(config.dataDir, config.keepMessages, clock, readMail);
  const slack = await openWorkspace(join(config.dataDir, 'slack-workspace.jsonl'), config.slackDomain, clock, report);
  const faults = new FaultBoard(realClock);
  const moved = inTurn(async (offsetMs) => {
    await writeOffset(offsetFile, offsetMs);
    await announce(offsetMs);
  });

  const gateway = gatewayAt(config.publicUrl);
  const events = new EventSender({ gateway, clock });
  const { workspace } = slack;
  const http = createServer(httpApp({ store, workspace, clock, moved, faults, report, gateway, events }));
  const smtp = smtpServer({ store, faults, report });
  const httpPort = await new Promise<number>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.httpPort, config.host, () => resolve((http.address() as AddressInfo).port));
  });
  const smtpPort = await smtp.listen(config.smtpPort, config.host);

  const close = async () => {
    events.close();
    await smtp.close();
    await new Promise((resolve) => {
      http.close(resolve);
      http.closeAllConnections();
    });
    await slack.close();
    await store.close();
  };
  return { clock, store, httpPort, smtpPort, close };
}

/** Two who move the clock at the same time: the second is told to everyone after the first. */
function inTurn(step: ClockMoved): ClockMoved {
  let before = Promise.resolve();
  return (offsetMs) => {
    const done = before.then(() => step(offsetMs));
    before = done.catch(() => undefined);
    return done;
  };
}
