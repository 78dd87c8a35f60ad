import { PreferenceService } from '@guildhall/contracts/notifier/v1/preferences';
import { type Sealer, sealer, serve } from '@guildhall/messaging';
import { type Aggregates, aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { hkdfSync } from 'node:crypto';
import {
  preferenceCollection,
  preferenceRepository,
  type PreferencesState,
} from '../adapters/mongo/preference.repository.ts';
import {
  listSuppressionsQuery,
  suppressionCollection,
  suppressionIndexes,
  suppressionRepository,
  type SuppressionState,
} from '../adapters/mongo/suppression.repository.ts';
import { tallyCollection, tallyRepository, type TallyState } from '../adapters/mongo/tally.repository.ts';
import { preferenceService } from '../adapters/nats/preference.service.ts';
import { followRules } from '../adapters/nats/rule.feed.ts';
import { preferencesEnvelope, suppressionEnvelope } from '../adapters/nats/rule.messages.ts';
import { markOf } from '../adapters/node/mark-of.ts';
import { unsubscribeTokens } from '../adapters/node/unsubscribe-tokens.ts';
import type { MessageRepository, Recipients } from '../app/ports.ts';
import { admitMessages } from '../app/rules/admit-messages.ts';
import { type JoinDigest, joinDigest } from '../app/rules/digests.ts';
import { forgetWishesHandler } from '../app/rules/forget-wishes.ts';
import type { NoteBounce, Rules, TallyRepository, UnsubscribeLink } from '../app/rules/ports.ts';
import { readPreferencesHandler, setPreferencesHandler } from '../app/rules/preferences.ts';
import { recollection } from '../app/rules/recollection.ts';
import { forgetting } from '../app/rules/forgetting.ts';
import { rules } from '../app/rules/rules.ts';
import {
  addSuppressionHandler,
  liftSuppressionHandler,
  noteBounceHandler,
  noteWordHandler,
} from '../app/rules/suppressions.ts';
import { unsubscribeLink } from '../app/rules/unsubscribe-link.ts';
import { readUnsubscribeLinkHandler, useUnsubscribeLinkHandler } from '../app/rules/unsubscribe.ts';
import type { Settings } from '../config.ts';
import { endOf } from '../domain/rules/throttle.ts';

/** What the rules keep. */
export const ruleCollections = (store: Store, offer: Offer) => ({
  preferences: aggregates<PreferencesState>({ store, collection: preferenceCollection, offer }),
  suppressions: aggregates<SuppressionState>({
    store,
    collection: suppressionCollection,
    indexes: suppressionIndexes,
    offer,
  }),
  tallies: aggregates<TallyState>({ store, collection: tallyCollection, offer }),
});

export type RuleCollections = Readonly<{
  preferences: Aggregates<PreferencesState>;
  suppressions: Aggregates<SuppressionState>;
  tallies: Aggregates<TallyState>;
}>;

type Around = Readonly<{ messages: MessageRepository; recipients: Recipients; idOf: (text: string) => string }>;

/** What those who accept and send messages are told by the rules. */
export type RuleParts = Readonly<{
  rules: Rules;
  join: JoinDigest;
  noteBounce: NoteBounce;
  noteWord: ReturnType<typeof noteWordHandler>;
  unsubscribeLink: UnsubscribeLink;
  forgetWishes: ReturnType<typeof forgetWishesHandler>;
}>;

const REMEMBERED = 50_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts preferences, suppressions and throttles, and opens them to calls. */
export async function composeRules(
  process: Process<Settings>,
  of: RuleCollections,
  { messages, recipients, idOf }: Around,
): Promise<RuleParts> {
  const { bus, life, clock, settings } = process;
  const report = reporting(process);
  const { known, kept } = await remembering(process, of);
  const tallies = await keepTallies(process, of.tallies);
  const tokens = unsubscribeTokens(linkSealer(settings.SEALING_KEY));
  const deps = { ...kept, recipients, tokens, markOf, clock };
  const service = preferenceService({
    read: readPreferencesHandler(deps),
    set: setPreferencesHandler(deps),
    readLink: readUnsubscribeLinkHandler(deps),
    useLink: useUnsubscribeLinkHandler(deps),
    listSuppressions: listSuppressionsQuery(of.suppressions.model),
    addSuppression: addSuppressionHandler(deps),
    liftSuppression: liftSuppressionHandler(deps),
  });
  await life.hold('preference methods', serve(bus, PreferenceService, service, { report }), close);
  return {
    rules: rules({ ...known, recipients, markOf, admit: admitMessages({ tallies, markOf }) }),
    join: joinDigest({ messages, idOf }),
    noteBounce: noteBounceHandler(deps),
    noteWord: noteWordHandler(deps),
    unsubscribeLink: unsubscribeLink({ tokens, markOf, publicUrl: settings.PUBLIC_URL }),
    forgetWishes: forgetWishesHandler(deps),
  };
}

const reporting =
  ({ log }: Process<Settings>) =>
  (error: unknown): void =>
    log.warn({ error }, 'rules');

/** What is stored, and what is remembered of it until somebody changes it. */
async function remembering(process: Process<Settings>, of: RuleCollections) {
  const stored = {
    preferences: preferenceRepository({ preferences: of.preferences, toEnvelope: preferencesEnvelope }),
    suppressions: suppressionRepository({ suppressions: of.suppressions, toEnvelope: suppressionEnvelope }),
  };
  const known = {
    preferences: recollection(stored.preferences.find, REMEMBERED),
    suppressions: recollection(stored.suppressions.find, REMEMBERED),
  };
  await process.life.hold('rule changes', await followRules(process.bus, known, reporting(process)), close);
  const kept = {
    preferences: forgetting(stored.preferences, known.preferences),
    suppressions: forgetting(stored.suppressions, known.suppressions),
  };
  return { known, kept };
}

/** Tallies, and what removes them when nothing depends on them any more. */
async function keepTallies(process: Process<Settings>, of: Aggregates<TallyState>): Promise<TallyRepository> {
  const { clock, life } = process;
  const tallies = tallyRepository(of);
  const handle = async (id: string): Promise<void> => {
    const tally = await tallies.find(id);
    if (tally && endOf(tally) <= clock.now()) await tallies.remove(tally);
  };
  await life.hold('old tallies', dueItems({ of, clock, handle, report: reporting(process) }), close);
  return tallies;
}

/** Links have a key of their own, derived from the platform's. */
const linkSealer = (key: Uint8Array): Sealer =>
  sealer(new Uint8Array(hkdfSync('sha256', key, '', 'guildhall notifier unsubscribe links', 32)));
