import { PrivacyService } from '@guildhall/contracts/register/v1/privacy';
import type { Clock } from '@guildhall/kernel';
import { serve } from '@guildhall/messaging';
import { aggregates, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { privacyCollection, privacyRepository, type PrivacyState } from '../adapters/mongo/privacy.repository.ts';
import { auditMessage } from '../adapters/nats/audit.messages.ts';
import { privacyService } from '../adapters/nats/privacy.service.ts';
import {
  getPrivacyNoticeHandler,
  listPrivacyNoticesHandler,
  setPrivacyNoticeHandler,
} from '../app/privacy/privacy-notices.ts';
import type { Settings } from '../config.ts';

/** The aggregates of privacy notices. */
export const privacyCollections = (store: Store, offer: Offer) => ({
  privacyNotices: aggregates<PrivacyState>({ store, collection: privacyCollection, offer }),
});

type Parts = ReturnType<typeof privacyCollections> & Readonly<{ clock: Clock }>;

/** Starts what the organisation says about personal data. */
export async function composePrivacy({ bus, life, log }: Process<Settings>, parts: Parts): Promise<void> {
  const notices = privacyRepository({ notices: parts.privacyNotices, toMessage: auditMessage });
  const deps = { notices, clock: parts.clock };
  const service = privacyService({
    get: getPrivacyNoticeHandler(deps),
    list: listPrivacyNoticesHandler(deps),
    set: setPrivacyNoticeHandler(deps),
  });
  const calls = serve(bus, PrivacyService, service, {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('privacy calls', calls, (held) => held.close());
}
