/** The candidates that are most like a text, the likest first; none that has little to do with it. */
export function nearest(text: string, candidates: readonly string[], count = 3): readonly string[] {
  const wanted = text.toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 2));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= allowed)
    .toSorted((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** `is not known; did you mean "north"?` */
export function unknown(text: string, candidates: readonly string[]): string {
  const alike = nearest(text, candidates).map((one) => `"${one}"`);
  return alike.length > 0 ? `is not known; did you mean ${alike.join(' or ')}?` : 'is not known';
}

/** How many letters differ, two that changed places counting as one (optimal string alignment). */
export function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const [above = [], before = []] = [rows[row - 1], rows[row - 2]];
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const replaced = (above[column - 1] ?? 0) + (isSame ? 0 : 1);
      const best = Math.min(replaced, (above[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(isSwapped ? Math.min(best, (before[column - 2] ?? 0) + 1) : best);
    }
    rows.push(next);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
