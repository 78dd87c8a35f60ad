import { Badge, Button, Group, Skeleton, Stack, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '../../api/gen/client.ts';
import { useMay } from '../../api/session.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { AddPerson } from './add-person.tsx';
import { EditPerson } from './edit-person.tsx';

const usePeople = (query: string) =>
  useInfiniteQuery({
    queryKey: ['people', query],
    queryFn: ({ pageParam }) => api.identity.listPeople({ query, ...(pageParam && { pageToken: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });

/** Everybody the platform knows, found by name, handle or contact. */
export function PeoplePage() {
  const { people: words, app } = useWords();
  const { query = '' } = useSearch({ from: '/signed-in/people' });
  const may = useMay();
  const [open, setOpen] = useState<Person | 'new'>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(query);
  const found = data?.pages.flatMap(({ people }) => people);
  const canWrite = may('people.write');
  const add = canWrite && (
    <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      <Stack gap="md">
        <SearchBox query={query} />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Skeleton height={320} aria-label={app.loading} />}
        {found?.length === 0 && <Empty icon={IconUsers} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <PeopleTable people={found} onOpen={canWrite ? setOpen : undefined} />}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Button>
        )}
      </Stack>
      {open === 'new' && <AddPerson onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <EditPerson person={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

const typingPauseMs = 250;

/** The search lives in the address, so that it can be linked and gone back to. */
function SearchBox({ query }: Readonly<{ query: string }>) {
  const { people: words } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState(query);
  const search = useDebouncedCallback(
    (wanted: string) => void navigate({ to: '/people', search: wanted ? { query: wanted } : {}, replace: true }),
    typingPauseMs,
  );
  return (
    <TextInput
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      leftSection={<IconSearch size={20} aria-hidden />}
      value={text}
      maxLength={100}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        search(currentTarget.value.trim());
      }}
    />
  );
}

type TableProps = Readonly<{ people: readonly Person[]; onOpen: ((person: Person) => void) | undefined }>;

function PeopleTable({ people, onOpen }: TableProps) {
  const { people: words } = useWords();
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table verticalSpacing="sm" highlightOnHover aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th visibleFrom="sm">{words.contacts}</Table.Th>
            <Table.Th visibleFrom="xs">{words.kind}</Table.Th>
            <Table.Th>{words.roles}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Th scope="row">
                <Name person={person} onOpen={onOpen} />
              </Table.Th>
              <Table.Td visibleFrom="sm">{person.contacts.map(({ value }) => value).join(', ')}</Table.Td>
              <Table.Td visibleFrom="xs">{person.kind && words[person.kind]}</Table.Td>
              <Table.Td>{person.roles.join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Name({ person, onOpen }: Readonly<{ person: Person; onOpen: TableProps['onOpen'] }>) {
  const { people: words } = useWords();
  const name = (
    <>
      <Group gap={8}>
        <Text fw={600}>{person.displayName}</Text>
        {person.status === 'disabled' && <Badge color="gray">{words.disabled}</Badge>}
      </Group>
      <Text size="sm" c="dimmed" fw={400}>
        {person.handle}
      </Text>
    </>
  );
  if (!onOpen) return name;
  return (
    <UnstyledButton mih={44} aria-label={words.edit(person.displayName)} onClick={() => onOpen(person)}>
      {name}
    </UnstyledButton>
  );
}
