/** What one segment costs, in millionths of the currency unit, by the beginning of the number: `+44`, or `*` for any. */
export type SmsPrices = ReadonlyMap<string, number>;

const LONGEST_PREFIX = 8;

/** The price of one segment to this number: that of the longest prefix that is known; undefined where none is. */
export function segmentPrice(prices: SmsPrices, to: string): number | undefined {
  for (let length = Math.min(to.length, LONGEST_PREFIX); length > 1; length -= 1) {
    const price = prices.get(to.slice(0, length));
    if (price !== undefined) return price;
  }
  return prices.get('*');
}
