import type { Handler } from '@guildhall/kernel';
import type { EvacuationList } from './evacuation-list.ts';
import type { GetEvacuationList } from './evacuation-list.ts';
import type { SnapshotFiles, SnapshotSigner } from './ports.ts';
import { snapshotPage } from './snapshot-page.ts';

export type SignedList = Readonly<{ list: EvacuationList; jws: string; page: string }>;

type Deps = Readonly<{ getList: Handler<GetEvacuationList, EvacuationList>; signer: SnapshotSigner }>;

/** Who is inside, signed: whoever keeps it can show that it is ours and unchanged. */
export const getSnapshotHandler =
  ({ getList, signer }: Deps): Handler<GetEvacuationList, SignedList> =>
  async (query) =>
    signedList(await getList(query), signer);

export function signedList(list: EvacuationList, signer: SnapshotSigner): SignedList {
  const { siteId, siteName, generatedAt, people } = list;
  const jws = signer.sign(JSON.stringify({ siteId, siteName, generatedAt, count: people.length, people }));
  return { list, jws, page: snapshotPage(list, jws) };
}

export const filesOf = ({ list, jws, page }: SignedList): SnapshotFiles => ({
  siteName: list.siteName,
  count: list.people.length,
  at: list.generatedAt,
  page,
  jws,
});
