import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import mongoose from 'mongoose';
import { inTurns } from '../platform/in-turns.ts';

type Visit = Readonly<{ _id: string; state: Readonly<{ out?: unknown }> }>;

/** What the register has on record of movements, read in three ways. */
export type Records = Readonly<{
  /** `<visit id> in|out`, from the store. */
  stored: ReadonlySet<string>;
  /** The same from the audit entries. */
  audited: ReadonlySet<string>;
  /** Visits by the statistics of all sites. */
  visitors: number;
}>;

export const recordKey = (visitId: string, direction: string): string => `${visitId} ${direction}`;

export async function readRecords(bus: Bus, mongoUrl: string, siteIds: readonly string[]): Promise<Records> {
  const register = client(bus, RegisterService, { timeoutMs: 20_000 });
  const [stored, audited] = [await readStore(mongoUrl), new Set<string>()];
  for (let pageToken = ''; ;) {
    const { audits, nextPageToken } = await register.listAudits({ pageSize: 200, pageToken });
    for (const { id, action } of audits) {
      const [, direction] = /^visit\.(in|out)$/.exec(action) ?? [];
      if (direction) audited.add(recordKey(id.replace(/-(in|out)$/, ''), direction));
    }
    if (!nextPageToken) break;
    pageToken = nextPageToken;
  }
  const perSite = await inTurns(siteIds, 4, async (siteId) => {
    const { days } = await register.getStats({ siteId });
    return days.reduce((sum, { distinctUsers }) => sum + distinctUsers, 0);
  });
  return { stored, audited, visitors: perSite.reduce((sum, one) => sum + one, 0) };
}

async function readStore(mongoUrl: string): Promise<Set<string>> {
  const connection = await mongoose.createConnection(mongoUrl).asPromise();
  try {
    const visits = connection.useDb('guildhall_register').collection<Visit>('visits');
    const found = await visits.find({}, { projection: { 'state.out': 1 }, batchSize: 100_000 }).toArray();
    return new Set(
      found.flatMap(({ _id, state }) => [recordKey(_id, 'in'), ...(state.out ? [recordKey(_id, 'out')] : [])]),
    );
  } finally {
    await connection.close();
  }
}
