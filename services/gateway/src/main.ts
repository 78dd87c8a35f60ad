import 'reflect-metadata';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { run } from '@guildhall/runtime';
import { openGateway } from './compose.ts';
import { Settings } from './config.ts';

const services = [GatewayService, IdentityService, NotifierService, RegisterService];

await run({
  name: 'gateway',
  settings: Settings,
  start: async (process) => void (await openGateway(process, { services })),
});
