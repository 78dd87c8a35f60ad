import { Fieldset, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Where } from '@guildhall/client';
import { placesQuery } from '../volunteers/queries.ts';
import { useRuleWords } from './words.ts';

type Props = Readonly<{ legend: string; value: Where; onChange: (where: Where) => void; error?: string | undefined }>;

export const anywhere: Where = { area: '', district: '', branch: '' };

/** An area, a district of it, a branch of that: each of those that there are, or any. */
export function WhereInput({ legend, value, onChange, error }: Props) {
  const words = useRuleWords();
  const places = useQuery(placesQuery).data ?? [];
  const inArea = places.filter(({ area }) => !value.area || area === value.area);
  const inDistrict = inArea.filter(({ district }) => !value.district || district === value.district);
  const of = { area: places, district: inArea, branch: inDistrict } as const;
  const options = (name: keyof Where) => [
    { value: '', label: words.everywhere },
    ...[...new Set(of[name].map((place) => place[name]))]
      .toSorted((a, b) => a.localeCompare(b))
      .map((one) => ({ value: one, label: one })),
  ];
  const narrower: Readonly<Record<keyof Where, Partial<Where>>> = {
    area: { district: '', branch: '' },
    district: { branch: '' },
    branch: {},
  };
  return (
    <Fieldset legend={legend}>
      <Stack gap="md">
        {(['area', 'district', 'branch'] as const).map((name) => (
          <NativeSelect
            key={name}
            label={words[name]}
            value={value[name]}
            data={options(name)}
            onChange={({ currentTarget }) => onChange({ ...value, ...narrower[name], [name]: currentTarget.value })}
            error={name === 'area' ? error : undefined}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
