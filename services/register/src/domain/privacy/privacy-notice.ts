import type { Decision } from '@guildhall/kernel';
import { audited, type Audited, doneBy } from '../audit.ts';
import type { Mover } from '../visit.ts';

export type NoticeVersion = Readonly<{ version: number; text: string; since: Date }>;

/** What the organisation says about personal data in one language; every version is kept, the newest last. */
export type PrivacyNotice = Readonly<{ language: string; version: number; versions: readonly NoticeVersion[] }>;

export const currentOf = ({ versions }: PrivacyNotice): NoticeVersion | undefined => versions.at(-1);

/** Undefined when the text is what it was. */
export function rewrite(
  language: string,
  known: PrivacyNotice | undefined,
  text: string,
  at: Date,
  by: Mover,
): Decision<PrivacyNotice, Audited> | undefined {
  const versions = known?.versions ?? [];
  if (text === (versions.at(-1)?.text ?? '')) return undefined;
  const version = versions.length + 1;
  const next: PrivacyNotice = { language, version, versions: [...versions, { version, text, since: at }] };
  const act = { action: 'privacy.update', id: `privacy.update-${language}-${version}`, at } as const;
  const entry = { ...doneBy(by), ...act, subjectId: language, siteId: '' };
  return { next, facts: [audited({ id: `privacy-${language}`, version }, entry)] };
}

/** The one for whoever reads this language: in it, in one of its family, in English, in any. */
export function noticeFor(notices: readonly PrivacyNotice[], language: string): PrivacyNotice | undefined {
  const written = notices.filter((one) => currentOf(one)?.text);
  const family = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
  const first = (is: (one: PrivacyNotice) => boolean) => written.find(is);
  return (
    first((one) => one.language.toLowerCase() === language.toLowerCase()) ??
    first((one) => one.language === family(language)) ??
    first((one) => family(one.language) === family(language)) ??
    first((one) => family(one.language) === 'en') ??
    written[0]
  );
}
