import { aggregates, type Offer, type Store } from '@guildhall/mongo';
import { siteCollection, type SiteState } from '../adapters/mongo/site.repository.ts';
import { visitCollection, visitIndexes, type VisitState } from '../adapters/mongo/visit.collection.ts';
import { broadcastCollections } from './broadcasts.ts';
import { evacuationCollections } from './evacuation.ts';
import { kioskCollections } from './kiosks.ts';
import { privacyCollections } from './privacy.ts';
import { reminderCollections } from './reminders.ts';
import { reportCollections } from './reports.ts';
import { retentionCollections } from './retention.ts';
import { visitorCollections } from './visitors.ts';
import { webhookCollections } from './webhooks.ts';

/** Every aggregate of the register: one relay serves them all. */
export const registerCollections = (store: Store, offer: Offer) => ({
  visits: aggregates<VisitState>({ store, collection: visitCollection, indexes: visitIndexes, offer }),
  sites: aggregates<SiteState>({ store, collection: siteCollection, offer }),
  ...reminderCollections(store, offer),
  ...evacuationCollections(store, offer),
  ...broadcastCollections(store, offer),
  ...privacyCollections(store, offer),
  ...visitorCollections(store, offer),
  ...kioskCollections(store, offer),
  ...reportCollections(store, offer),
  ...retentionCollections(store, offer),
  ...webhookCollections(store, offer),
});
