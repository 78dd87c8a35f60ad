import type { VisitorService } from '@guildhall/contracts/register/v1/visitors';
import type { Implementation } from '@guildhall/messaging';
import type { WatchEntry } from '../../domain/visitors/watch-list.ts';
import type { VisitorHandlers } from './visitor.handlers.ts';
import { receptionInMask, receptionToProto } from './visitor.mapping.ts';

type Some = Partial<Implementation<typeof VisitorService>>;

/** How a desk is set up: documents, watch list, inductions. */
export const receptionMethods = (handlers: VisitorHandlers) => {
  const { receptions, watchList, siteExists } = handlers;
  return {
    getReception: async ({ siteId }) => {
      await siteExists(siteId);
      return receptionToProto(await receptions.get(siteId));
    },
    updateReception: async ({ siteId, reception, updateMask }) => {
      const given = receptionInMask(reception!, updateMask?.paths ?? []);
      return receptionToProto(await handlers.updateReception({ siteId, given }));
    },
    listWatchEntries: async ({ siteId }) => {
      await siteExists(siteId);
      return { entries: (await watchList.of(siteId)).map(entryToProto) };
    },
    addWatchEntry: async ({ siteId, entry }) => {
      const { name, company, note, notifyPersonIds } = entry!;
      return entryToProto(await handlers.addWatchEntry({ siteId, name, company, note, notifyPersonIds }));
    },
    removeWatchEntry: async ({ siteId, entryId }) => {
      await handlers.removeWatchEntry({ siteId, entryId });
      return {};
    },
    listInductions: async ({ siteId, name }) => ({
      inductions: (await handlers.listInductions({ siteId, name })).map((one) => ({ ...one })),
    }),
    recordInduction: async ({ siteId, induction }) => {
      const { name, company, expiresOn } = induction!;
      return handlers.recordInduction({ siteId, name, company, expiresOn });
    },
    removeInduction: async ({ siteId, inductionId }) => {
      await handlers.removeInduction({ siteId, inductionId });
      return {};
    },
  } satisfies Some;
};

const entryToProto = ({ id, name, company, note, notifyPersonIds }: WatchEntry) => ({
  id,
  name,
  company,
  note,
  notifyPersonIds: [...notifyPersonIds],
});
