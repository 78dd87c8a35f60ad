import { Button, Stack, TextInput } from '@mantine/core';
import { IconMapPin, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Location } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { plain } from '../../parts/find.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { placeText } from '../volunteers/place.ts';
import { placesQuery } from '../volunteers/queries.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Editable } from './editable.tsx';
import { PlaceDrawer } from './place-drawer.tsx';
import { useRuleWords } from './words.ts';

const fewAreReadAtOnce = 12;

/** The places where people have their roles. */
export function PlacesPage() {
  const words = useRuleWords();
  const { places: title } = useVolunteerWords();
  const [edited, edit] = useState<Location | 'new'>();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery(placesQuery);
  const found = data?.filter((place) => plain(placeText(place)).includes(plain(text)));
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => edit('new')}>
      {words.addPlace}
    </Button>
  );
  return (
    <Page title={title} actions={add}>
      <Sections />
      <Stack gap="lg">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data?.length === 0 && <Empty icon={IconMapPin} title={words.placesNone} hint={words.placesNoneHint} />}
        {data && data.length > fewAreReadAtOnce && (
          <TextInput
            type="search"
            aria-label={words.placesSearch}
            placeholder={words.placesSearch}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        {found?.map((place) => (
          <Editable
            key={place.locationId}
            icon={IconMapPin}
            name={placeText(place)}
            hint={words.people(place.volunteers)}
            tags={!place.active && <Tag>{words.inactive}</Tag>}
            onEdit={() => edit(place)}
            onDelete={() => volunteers.deleteLocation({ locationId: place.locationId })}
          />
        ))}
      </Stack>
      {edited && <PlaceDrawer place={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
    </Page>
  );
}
