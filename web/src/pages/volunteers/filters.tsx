import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { placesQuery, rolesQuery } from './queries.ts';
import { states, statuses, type VolunteerFilter, type VolunteerSearch, volunteerSearch } from './search.ts';
import { useVolunteerWords, wordFor } from './words.ts';

const typingPauseMs = 250;

type Props = Readonly<{ search: VolunteerSearch }>;

function useNarrow(search: VolunteerSearch): (change: VolunteerSearch) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (change) => {
    // Whoever has opened a volunteer meanwhile is not sent back.
    if (router.latestLocation.pathname !== '/volunteers') return;
    void navigate({ to: '/volunteers', search: volunteerSearch({ ...search, ...change }), replace: true });
  };
}

/** The search and the filters live in the address, so that they can be linked and gone back to. */
export function Filters({ search }: Props) {
  const words = useVolunteerWords();
  const narrow = useNarrow(search);
  const [text, setText] = useState(search.q ?? '');
  const find = useDebouncedCallback((q: string) => narrow({ q }), typingPauseMs);
  const isNarrowed = Object.keys(search).some((key) => key !== 'q');
  return (
    <div role="search">
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={text}
        maxLength={100}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          find(value.trim());
        }}
      />
      <details className="vol-filters-more" open={isNarrowed}>
        <summary>{words.filters}</summary>
        <Selects search={search} onChange={narrow} />
        {isNarrowed && (
          <Button
            variant="subtle"
            mt="xs"
            onClick={() => narrow({ status: '', state: '', area: '', district: '', branch: '', role: '' })}
          >
            {words.clear}
          </Button>
        )}
      </details>
    </div>
  );
}

function Selects({ search, onChange }: Props & Readonly<{ onChange: (change: VolunteerSearch) => void }>) {
  const words = useVolunteerWords();
  const { data: places = [] } = useQuery(placesQuery);
  const { data: roles = [] } = useQuery(rolesQuery);
  const any = { value: '', label: words.any };
  const plain = (values: readonly string[]) =>
    [...new Set(values)].toSorted((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
  const inArea = places.filter(({ area }) => !search.area || area === search.area);
  const inDistrict = inArea.filter(({ district }) => !search.district || district === search.district);
  const options: Readonly<Record<Exclude<VolunteerFilter, 'q'>, { value: string; label: string }[]>> = {
    status: statuses.map((value) => ({ value, label: words.statuses[value] })),
    state: [any, ...states.map((value) => ({ value, label: wordFor(words.states, value) }))],
    area: [any, ...plain(places.map(({ area }) => area))],
    district: [any, ...plain(inArea.map(({ district }) => district))],
    branch: [any, ...plain(inDistrict.map(({ branch }) => branch))],
    role: [any, ...roles.map(({ key, label }) => ({ value: key, label }))],
  };
  const narrower: Readonly<Partial<Record<VolunteerFilter, VolunteerSearch>>> = {
    area: { district: '', branch: '' },
    district: { branch: '' },
  };
  return (
    <div className="vol-filters">
      {(Object.keys(options) as (keyof typeof options)[]).map((key) => (
        <NativeSelect
          key={key}
          label={words[key]}
          value={search[key] ?? ''}
          data={options[key]}
          onChange={({ currentTarget }) => onChange({ ...narrower[key], [key]: currentTarget.value })}
        />
      ))}
    </div>
  );
}
