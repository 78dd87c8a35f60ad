import { describe, expect, it } from 'vitest';
import { Latencies, median, quantile } from './latencies.ts';

describe('latencies', () => {
  it('answer with the nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.5)).toBe(50);
    expect(quantile(values, 0.99)).toBe(99);
  });

  it('keep every value, however many there are', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 40_000; ms++) latencies.record(ms);
    expect(latencies.count).toBe(40_000);
    expect(latencies.quantile(0.5)).toBe(20_000);
    expect(latencies.quantile(1)).toBe(40_000);
  });

  it('are 0 when nothing was measured', () => {
    expect(new Latencies().quantile(0.99)).toBe(0);
  });

  it('have the middle one of three rounds as their median', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
});
