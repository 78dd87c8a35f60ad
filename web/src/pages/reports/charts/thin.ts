/** At most so many values for a chart, each the highest of those that it stands for: a peak is never thinned away. */
export function thin(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  const size = values.length / most;
  return Array.from({ length: most }, (_, index) =>
    Math.max(
      ...values.slice(Math.floor(index * size), Math.max(Math.floor((index + 1) * size), Math.floor(index * size) + 1)),
    ),
  );
}

/** The steps of a line over a box of 1 by 1: each value holds until the next one. */
export function steps(values: readonly number[], top: number): string {
  const width = 1 / values.length;
  return values
    .map((value, index) => {
      const height = (1 - value / top).toFixed(4);
      return `${index === 0 ? 'M' : 'L'}${(index * width).toFixed(5)} ${height}H${((index + 1) * width).toFixed(5)}`;
    })
    .join('');
}
