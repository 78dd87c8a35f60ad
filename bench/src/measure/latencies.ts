/** Durations in milliseconds, kept one by one: exact quantiles, however long the tail. */
export class Latencies {
  #values = new Float64Array(16_384);
  #count = 0;

  record(ms: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = ms;
  }

  get count(): number {
    return this.#count;
  }

  /** The value that this share of all durations does not exceed; 0 when there are none. */
  quantile(share: number): number {
    return quantile(this.#values.subarray(0, this.#count), share);
  }
}

/** The nearest-rank quantile; 0 of nothing. */
export function quantile(values: Float64Array | readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
