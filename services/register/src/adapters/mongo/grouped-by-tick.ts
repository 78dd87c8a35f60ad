/** A person at a site. */
export type Place = Readonly<{ personId: string; siteId: string }>;

type Load<Row> = (places: readonly Place[]) => Promise<readonly Row[]>;

const largestGroup = 256;

/**
 * Answers what is asked within one tick by one query, for under load many ask at once and each query has its price.
 * The query may find more than was asked for; each place gets its own.
 */
export function groupedByTick<Row extends Place>(load: Load<Row>): (place: Place) => Promise<Row | undefined> {
  let group: Place[] = [];
  let loading: Promise<ReadonlyMap<string, Row>> | undefined;

  const start = async (asked: readonly Place[]): Promise<ReadonlyMap<string, Row>> => {
    await new Promise<void>((tick) => setImmediate(tick));
    if (group === asked) loading = undefined;
    return new Map((await load(asked)).map((row) => [keyOf(row), row]));
  };

  return async (place) => {
    if (!loading || group.length >= largestGroup) loading = start((group = []));
    group.push(place);
    return (await loading).get(keyOf(place));
  };
}

const keyOf = ({ personId, siteId }: Place): string => `${siteId}/${personId}`;
