type Place = Readonly<Partial<Record<'area' | 'district' | 'branch', string | undefined>>>;

/** "haifa / north / technion"; what is any is left out. */
export const placeText = ({ area, district, branch }: Place): string =>
  [area, district, branch].filter(Boolean).join(' / ');

type Named = Readonly<{ firstName: string; lastName: string; volunteerId: string }>;

export const nameOf = ({ firstName, lastName, volunteerId }: Named): string =>
  `${firstName} ${lastName}`.trim() || volunteerId;
