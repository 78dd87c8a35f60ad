/** What the routes of the benchmarks take and give back: the body of a sign-in. */
export const entry = { siteId: 'north', clientDate: '2026-03-02', entrance: 'Front door' } as const;
