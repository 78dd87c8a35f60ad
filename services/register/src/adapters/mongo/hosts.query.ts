import type { Connection } from 'mongoose';
import type { Host, Hosts } from '../../app/visitors/ports.ts';
import { matchesName, nameKey } from '../../domain/visitors/name-key.ts';

type Row = Readonly<{ _id: string; displayName?: string; status?: string; active?: boolean }>;

type Known = Readonly<{ host: Host; key: string }>;

const keptMs = 5_000;
const most = 50_000;

/** The names of people as the register has them. They are read at most every few seconds, for kiosks ask with each key. */
export function hostsQuery(connection: Connection): Hosts {
  const people = () => connection.collection<Row>('people');
  let known: Promise<readonly Known[]> | undefined;

  const load = async (): Promise<readonly Known[]> => {
    const rows = await people().find({}, { limit: most, batchSize: most }).toArray();
    return rows.flatMap((row) => {
      const host = hostOf(row);
      return host ? [{ host, key: nameKey(host.name) }] : [];
    });
  };

  const forget = (): void => void (known = undefined);

  const all = (): Promise<readonly Known[]> => {
    if (known) return known;
    known = load();
    known.catch(forget);
    setTimeout(forget, keptMs).unref();
    return known;
  };

  return {
    find: async (id) => {
      const row = await people().findOne({ _id: id });
      return row ? hostOf(row) : undefined;
    },
    named: async (name, limit) =>
      (await all())
        .filter(({ key }) => matchesName(key, name))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .map(({ host }) => host),
  };
}

/** Nobody visits somebody who has left. */
const hostOf = ({ _id, displayName, active }: Row): Host | undefined =>
  displayName && active !== false ? { id: _id, name: displayName } : undefined;
