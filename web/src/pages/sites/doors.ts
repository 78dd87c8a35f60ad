import type { Entrance, EntranceInput } from '@guildhall/client';

/** An entrance while it is being typed. */
export type Door = Readonly<{ id: string; name: string; latitude: string; longitude: string }>;

export const blankDoor: Door = { id: '', name: '', latitude: '', longitude: '' };

export const doorOf = ({ id, name, place }: Entrance): Door => ({
  id,
  name,
  latitude: place ? String(place.latitude) : '',
  longitude: place ? String(place.longitude) : '',
});

const isNamed = ({ name }: Door): boolean => name.trim() !== '';

/** What is sent of them: those without a name are left out, and so are places of which a half is missing. */
export const toDoors = (doors: readonly Door[]): readonly EntranceInput[] =>
  doors.filter(isNamed).map(({ id, name, latitude, longitude }) => ({
    ...(id && { id }),
    name: name.trim(),
    ...(latitude !== '' && longitude !== '' && { place: { latitude: Number(latitude), longitude: Number(longitude) } }),
  }));

/** The place of a door in what is sent; -1 of those that are left out. */
export const placeOfDoor = (doors: readonly Door[], index: number): number =>
  doors.flatMap((door, place) => (isNamed(door) ? [place] : [])).indexOf(index);
