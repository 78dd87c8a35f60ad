/** A door of a site. */
export type Entrance = Readonly<{
  id: string;
  name: string;
  place?: Readonly<{ latitude: number; longitude: number }>;
}>;

/** The entrance with this id or name. */
export const findEntrance = (entrances: readonly Entrance[], text: string): Entrance | undefined =>
  entrances.find(({ id }) => id === text) ?? entrances.find(({ name }) => name === text);

/** Entrances of these names; those that were there keep what is known of them. */
export const namedEntrances = (names: readonly string[], known: readonly Entrance[] = []): readonly Entrance[] =>
  withIds(names.map((name) => known.find((one) => one.name === name) ?? { id: '', name }));

/** Gives an id to each that has none: its name in lower-case letters, digits and hyphens. */
export function withIds(entrances: readonly Entrance[]): readonly Entrance[] {
  const taken = new Set(entrances.flatMap(({ id }) => id || []));
  return entrances.map((entrance, index) => {
    if (entrance.id) return entrance;
    const base = idOf(entrance.name) || `door-${index + 1}`;
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return { ...entrance, id };
  });
}

const longestId = 32;

const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replaceAll(/^-|-$/g, '');
