export const dimensions = ['channel', 'category', 'template', 'provider'] as const;
export type Dimension = (typeof dimensions)[number];

export const periods = ['7', '30', '90'] as const;
export type Period = (typeof periods)[number];

const isOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  (values as readonly unknown[]).includes(value);

/** By what the messages are told apart, and of how many days. */
export function statisticsSearch({ by, days }: Record<string, unknown>): { by?: Dimension; days?: Period } {
  const period = String(days);
  return { ...(isOf(dimensions, by) && { by }), ...(isOf(periods, period) && { days: period }) };
}

const DAY_MS = 86_400_000;

/** The last days, today with them; days are those of UTC, as the platform counts messages. */
export function spanOf(days: Period, now: Date): Readonly<{ from: string; to: string }> {
  const end = Math.floor(now.getTime() / DAY_MS) * DAY_MS + DAY_MS;
  return { from: new Date(end - Number(days) * DAY_MS).toISOString(), to: new Date(end).toISOString() };
}
