import type { StatsQuery } from '../../app/ports.ts';
import type { Archive } from '../../app/reports/ports.ts';

/** The counts of days whose visits are there, and of those whose visits are gone. */
export const statsWithArchive =
  (stats: StatsQuery, archive: Archive): StatsQuery =>
  async (range) => {
    const [live, kept] = await Promise.all([stats(range), archive.of(range)]);
    const known = new Set(kept.map(({ date }) => date));
    const archived = kept.map(({ date, distinctUsers, notSignedOut, openVisits }) => ({
      date,
      distinctUsers,
      notSignedOut,
      openVisits,
    }));
    return [...live.filter(({ date }) => !known.has(date)), ...archived].sort((a, b) => (a.date < b.date ? -1 : 1));
  };
