/** How many standard deviations the interval reaches to either side: it misses the median once in a thousand times. */
const reach = 3.29;

/**
 * Whether the median of what was measured may lie within `limit` of zero: false only where the measurements rule that out.
 * The interval comes from ranks alone, so that neither the shape of the noise nor single slow ones matter.
 */
export function medianWithin(values: readonly number[], limit: number): boolean {
  const sorted = values.toSorted((a, b) => a - b);
  const [middle, half] = [sorted.length / 2, (reach * Math.sqrt(sorted.length)) / 2];
  const low = sorted[Math.max(0, Math.floor(middle - half))] ?? Number.NaN;
  const high = sorted[Math.min(sorted.length - 1, Math.ceil(middle + half))] ?? Number.NaN;
  return low <= limit && high >= -limit;
}
