import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { client, connectBus } from '@guildhall/messaging';
import { loadDemo } from './load.ts';
import { PEOPLE, SITES } from './organisation.ts';

const TIMEOUT_MS = 10_000;

const { NATS_URL = 'nats://127.0.0.1:4222', SANDBOX_URL = 'http://127.0.0.1:8025' } = process.env;
const bus = await connectBus({ servers: NATS_URL, name: 'demonstration' });
try {
  const as = { principal: servicePrincipal('demonstration'), timeoutMs: TIMEOUT_MS };
  const services = { identity: client(bus, IdentityService, as), register: client(bus, RegisterService, as) };
  if (await loadDemo(services, SANDBOX_URL)) {
    console.log(`loaded the demonstration: ${SITES.length} sites, ${PEOPLE.length + 1} people`);
  }
} finally {
  await bus.close();
}
