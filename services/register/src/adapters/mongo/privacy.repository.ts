import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { PrivacyNotices } from '../../app/privacy/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { PrivacyNotice } from '../../domain/privacy/privacy-notice.ts';

export const privacyCollection = 'privacy_notices';
export type PrivacyState = Pick<PrivacyNotice, 'versions'>;

type Deps = Readonly<{ notices: Aggregates<PrivacyState>; toMessage: (said: Audited) => Envelope }>;

const prefix = 'privacy-';

/** One document for each language, with all its versions: there are few, and they are read together. */
export const privacyRepository = ({ notices, toMessage }: Deps): PrivacyNotices => ({
  all: async () => {
    const found = await notices.model
      .find({}, { version: 1, state: 1 })
      .sort({ _id: 1 })
      .lean<Stored<PrivacyState>[]>();
    return found.map(({ _id, version, state }) => toNotice(_id, version, state));
  },
  find: async (language) => {
    const found = await notices.find(prefix + language);
    return found && toNotice(found.id, found.version, found.state);
  },
  save: ({ language, version, versions }, said) =>
    notices.save({ id: prefix + language, version, state: { versions }, messages: said.map(toMessage) }),
});

const toNotice = (id: string, version: number, { versions }: PrivacyState): PrivacyNotice => ({
  language: id.slice(prefix.length),
  version,
  versions,
});
