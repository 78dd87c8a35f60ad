import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import {
  currentOf,
  noticeFor,
  type NoticeVersion,
  type PrivacyNotice,
  rewrite,
} from '../../domain/privacy/privacy-notice.ts';
import type { Mover } from '../../domain/visit.ts';
import type { PrivacyNotices } from './ports.ts';

/** One version of a notice; version 0 where there is none. */
export type ShownNotice = Readonly<{ language: string; version: number; text: string; since?: Date }>;

export type SetPrivacyNotice = Readonly<{ language: string; text: string; by: Mover }>;

type Deps = Readonly<{ notices: PrivacyNotices; clock: Clock }>;

export const getPrivacyNoticeHandler =
  ({ notices }: Deps): Handler<string, ShownNotice> =>
  async (language) =>
    shown(noticeFor(await notices.all(), language));

/** Every version of each, the newest first. */
export const listPrivacyNoticesHandler =
  ({ notices }: Deps): Handler<void, readonly ShownNotice[]> =>
  async () =>
    (await notices.all()).flatMap(({ language, versions }) =>
      versions.toReversed().map((version) => ({ language, ...version })),
    );

export const setPrivacyNoticeHandler =
  ({ notices, clock }: Deps): Handler<SetPrivacyNotice, ShownNotice> =>
  ({ language, text, by }) =>
    retryStale(async () => {
      const known = await notices.find(language);
      const changed = rewrite(language, known, text.trim(), clock.now(), by);
      if (changed) await notices.save(changed.next, changed.facts);
      return shown(changed?.next ?? known);
    });

function shown(notice: PrivacyNotice | undefined): ShownNotice {
  const current: NoticeVersion | undefined = notice && currentOf(notice);
  return notice && current ? { language: notice.language, ...current } : { language: '', version: 0, text: '' };
}
