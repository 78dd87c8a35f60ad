/** `{{plural count "person" "people"}}`: one is one, everything else is many. */
export const plural = (count: unknown, one: string, many: string): string => (Number(count) === 1 ? one : many);
