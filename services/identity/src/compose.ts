import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { consume, newId, sealer, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, relayed, type Store } from '@guildhall/mongo';
import { once, type Process, token } from '@guildhall/runtime';
import { container as root, type DependencyContainer } from 'tsyringe';
import {
  accessTokenIndexes,
  accessTokenRepository,
  type AccessTokenState,
} from './adapters/mongo/access-token.repository.ts';
import { type AdministratorsState, administratorsRepository } from './adapters/mongo/administrators.repository.ts';
import { auditRepository } from './adapters/mongo/audit.repository.ts';
import { contactIndexes, contactRepository, type ContactState } from './adapters/mongo/contact.repository.ts';
import { personIndexes, type PersonState } from './adapters/mongo/person.collection.ts';
import { personRepository } from './adapters/mongo/person.repository.ts';
import { sessionIndexes, sessionRepository, type SessionState } from './adapters/mongo/session.repository.ts';
import { textBudgetRepository, type TextBudgetState } from './adapters/mongo/text-budget.repository.ts';
import { withAudits } from './adapters/nats/audit.messages.ts';
import { contactMessage } from './adapters/nats/contact.messages.ts';
import { deliveriesConsumer } from './adapters/nats/deliveries.consumer.ts';
import { identityService } from './adapters/nats/identity.service.ts';
import { everyPermission } from '@guildhall/contracts';
import { accessTokenMessage, personMessage, sessionMessage } from './adapters/nats/person.messages.ts';
import { hmacCodes } from './adapters/node/codes.ts';
import { randomTokens } from './adapters/node/tokens.ts';
import { phoneNumbers } from './adapters/phone/phone-numbers.ts';
import type { AuditTrail } from './app/record-ports.ts';
import { type Ports, type Rules, type UseCases, useCases } from './app/use-cases.ts';
import { accountCollections, openAccounts } from './compose/accounts.ts';
import { credentialCollections, credentialPorts, openCredentials } from './compose/credentials.ts';
import { ownAccounts } from './compose/own-accounts.ts';
import { openRecords, recordCollections } from './compose/records.ts';
import type { Settings } from './config.ts';
import { roleTable } from './domain/roles.ts';
import { boundedLife, type SessionLives, slidingLife } from './domain/session.ts';

type Identity = Process<Settings>;
type Repositories = Omit<Ports, 'textsRunLow' | 'codes' | 'tokens' | 'phones' | 'newId' | 'clock'> &
  Readonly<{ auditTrail: AuditTrail }>;

const repositoriesToken = token<Repositories>('repositories');
const rulesToken = token<Rules>('rules');
const useCasesToken = token<UseCases>('use cases');

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Puts adapters behind ports and starts what runs; everything is let go of in reverse order. */
export async function compose(process: Identity): Promise<void> {
  const container = root.createChildContainer();
  container.register(rulesToken, { useValue: rulesOf(process.settings) });
  const opened = await openStore(container, process);
  registerUseCases(container, process);
  const use = container.resolve(useCasesToken);
  const { settings, bus, life, log } = process;
  if (settings.BOOTSTRAP_ADMIN_EMAIL) await use.ensureAdministrator(settings.BOOTSTRAP_ADMIN_EMAIL);
  await use.tellReach();
  await forgetWhatIsDue(process, opened, use);
  await openAreas(process, container, opened);
  const deliveries = consume(bus, {
    ...deliveriesConsumer(use),
    report: (error, { subject }) => log.warn({ error, subject }, 'a delivery report failed'),
  });
  await life.hold('deliveries', deliveries, close);
  const calls = serve(bus, IdentityService, identityService(use), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('calls', calls, close);
}

/** Each area of the service, on what they have in common. */
async function openAreas(process: Identity, container: DependencyContainer, opened: Collections): Promise<void> {
  const { parts, logout } = container.resolve(useCasesToken);
  const { auditTrail } = container.resolve(repositoriesToken);
  const own = ownAccounts(await openAccounts(process, opened, { ...parts, logout }, parts));
  const { given } = await openCredentials(process, opened, { ...parts, ...own });
  await openRecords(process, opened, { ...parts, ...given }, { ...own, auditTrail });
}

const rulesOf = (settings: Settings): Rules => ({
  offered: settings.OFFERED_METHODS,
  policy: { staffDomains: settings.STAFF_EMAIL_DOMAINS, unknownDomains: settings.UNKNOWN_DOMAINS },
  roles: roleTable(everyPermission()),
  lives: livesOf(settings),
  publicUrl: settings.PUBLIC_URL,
  textsPerDay: settings.TEXT_CODES_PER_DAY,
});

const livesOf = (settings: Settings): SessionLives => {
  const device = slidingLife(settings.SESSION_DAYS);
  const password = boundedLife(settings.PASSWORD_SESSION_IDLE_HOURS, settings.PASSWORD_SESSION_DAYS);
  return { code: device, token: device, passkey: device, service: device, password };
};

/** What is stored where; the states behind these names are the repositories' own business. */
const collections = (store: Store, offer: Offer) => ({
  contacts: aggregates<ContactState>({ store, offer, collection: 'contacts', indexes: contactIndexes }),
  people: aggregates<PersonState>({ store, offer, collection: 'people', indexes: personIndexes }),
  sessions: aggregates<SessionState>({ store, offer, collection: 'sessions', indexes: sessionIndexes }),
  tokens: aggregates<AccessTokenState>({ store, offer, collection: 'access_tokens', indexes: accessTokenIndexes }),
  rosters: aggregates<AdministratorsState>({ store, offer, collection: 'rosters' }),
  textBudgets: aggregates<TextBudgetState>({ store, offer, collection: 'text_budgets' }),
  ...accountCollections(store, offer),
  ...credentialCollections(store, offer),
  ...recordCollections(store, offer),
});

type Collections = ReturnType<typeof collections>;

async function openStore(container: DependencyContainer, { bus, store, life, log, settings }: Identity) {
  const making = relayed(bus, (offer) => collections(store, offer), {
    report: (error) => log.warn({ error }, 'facts could not be relayed'),
  });
  const opened = await life.hold('relay', making, ({ relay }) => relay.close());
  const audits = await auditRepository({
    connection: store.connection,
    newId,
    report: (error) => log.error({ error }, 'old audit entries could not be removed'),
  });
  container.register(
    repositoriesToken,
    once((c) => ({
      contacts: contactRepository({ ...opened, toMessage: withAudits(contactMessage(sealer(settings.SEALING_KEY))) }),
      people: personRepository({ ...opened, toMessage: withAudits(personMessage(c.resolve(rulesToken).roles)) }),
      sessions: sessionRepository({ ...opened, toMessage: withAudits(sessionMessage) }),
      accessTokens: accessTokenRepository({ ...opened, toMessage: withAudits(accessTokenMessage) }),
      administrators: administratorsRepository(opened.rosters),
      textBudgets: textBudgetRepository(opened.textBudgets),
      ...credentialPorts(opened, settings),
      audits,
      auditTrail: audits,
    })),
  );
  return opened;
}

function registerUseCases(container: DependencyContainer, { settings, clock, log }: Identity): void {
  const others = {
    codes: hmacCodes(settings.CODE_KEY),
    tokens: randomTokens,
    phones: phoneNumbers(settings.DEFAULT_REGION),
    textsRunLow: () => log.warn('four in five text messages of today are spent'),
    newId,
    clock,
  };
  container.register(
    useCasesToken,
    once((c) => useCases({ ...c.resolve(repositoriesToken), ...others }, c.resolve(rulesToken))),
  );
}

async function forgetWhatIsDue({ clock, life, log }: Identity, kept: Collections, use: UseCases) {
  const { contacts, sessions, textBudgets } = kept;
  const report = (error: unknown): void => log.warn({ error }, 'something due could not be forgotten');
  const forgotten = [
    dueItems({ of: contacts, clock, report, handle: (contactId) => use.forgetContact({ contactId }) }),
    dueItems({ of: textBudgets, clock, report, handle: (day) => forgetBudget(textBudgets, day) }),
    dueItems({ of: sessions, clock, report, handle: (sessionId) => use.forgetSession({ sessionId }) }),
  ];
  for (const due of forgotten) {
    await life.hold('due items', due, close);
    await life.hold('clock listener', clock.onMove(due.nudge), (stop) => stop());
  }
}

async function forgetBudget(budgets: Collections['textBudgets'], day: string): Promise<void> {
  const found = await budgets.find(day);
  if (found) await budgets.remove(day, found.version);
}
