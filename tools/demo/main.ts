import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { client, connectBus } from '@guildhall/messaging';
import { loadDemo } from './load.ts';
import { loadVolunteering } from './load-volunteering.ts';
import { PEOPLE, SITES } from './organisation.ts';
import { PLACES, ROLES, VOLUNTEERS } from './volunteering.ts';

const TIMEOUT_MS = 10_000;

const { NATS_URL = 'nats://127.0.0.1:4222', SANDBOX_URL = 'http://127.0.0.1:8025' } = process.env;
const bus = await connectBus({ servers: NATS_URL, name: 'demonstration' });
try {
  const as = { principal: servicePrincipal('demonstration'), timeoutMs: TIMEOUT_MS };
  const services = { identity: client(bus, IdentityService, as), register: client(bus, RegisterService, as) };
  if (await loadDemo(services, SANDBOX_URL)) {
    console.log(`loaded the demonstration: ${SITES.length} sites, ${PEOPLE.length + 1} people`);
  }
  const volunteering = {
    rules: client(bus, RuleService, as),
    volunteers: client(bus, VolunteerService, as),
    access: client(bus, AccessService, as),
  };
  if (await loadVolunteering(volunteering)) {
    console.log(`loaded its volunteers: ${VOLUNTEERS.length} people, ${ROLES.length} roles, ${PLACES.length} places`);
  }
} finally {
  await bus.close();
}
