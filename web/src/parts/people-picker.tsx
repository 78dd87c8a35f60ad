import './people-picker.css';
import { Fieldset, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { useMay } from '../api/session.ts';
import { useWords } from '../words/words.ts';

type Props = Readonly<{
  label: string;
  hint?: string | undefined;
  /** The ids of those who are chosen. */
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  error?: string | undefined;
  /** At most so many; one takes the place of the one before. */
  most?: number;
}>;

const typingPauseMs = 250;

/** Chooses people by name. Who may not see people keeps those who were chosen. */
export function PeoplePicker({ label, hint, value, onChange, error, most = 100 }: Props) {
  const { picker } = useWords();
  const may = useMay();
  const add = (id: string): void => onChange([...value.filter((one) => one !== id), id].slice(-most));
  return (
    <Fieldset legend={label}>
      <div className="picker">
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {may('people.read') ? (
          <>
            <Chosen ids={value} onRemove={(id) => onChange(value.filter((one) => one !== id))} />
            <Finder label={label} without={value} onAdd={add} error={error} />
          </>
        ) : (
          <Text>{picker.hidden(value.length)}</Text>
        )}
      </div>
    </Fieldset>
  );
}

function Chosen({ ids, onRemove }: Readonly<{ ids: readonly string[]; onRemove: (id: string) => void }>) {
  const { picker } = useWords();
  const people = useQueries({
    queries: ids.map((personId) => ({
      queryKey: ['person', personId],
      queryFn: () => api.identity.getPerson({ personId }),
      staleTime: 60_000,
    })),
  });
  if (ids.length === 0) return <Text c="dimmed">{picker.nobody}</Text>;
  return (
    <ul className="picker-chosen">
      {ids.map((id, index) => {
        const person = people[index];
        const name = person?.data?.displayName ?? (person?.isError ? picker.unknown : '…');
        return (
          <li key={id}>
            <UnstyledButton className="picker-chip" aria-label={picker.remove(name)} onClick={() => onRemove(id)}>
              {name}
              <IconX size={16} aria-hidden />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

type FinderProps = Readonly<{
  label: string;
  without: readonly string[];
  onAdd: (id: string) => void;
  error: string | undefined;
}>;

function Finder({ label, without, onAdd, error }: FinderProps) {
  const { picker } = useWords();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), typingPauseMs);
  const { data } = useQuery({
    queryKey: ['people-found', query],
    queryFn: async () => (await api.identity.listPeople({ query, pageSize: 8 })).people,
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const found =
    query === '' ? undefined : data?.filter(({ id, status }) => status === 'active' && !without.includes(id));
  return (
    <>
      <TextInput
        type="search"
        aria-label={`${label}: ${picker.search}`}
        placeholder={picker.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={text}
        maxLength={100}
        error={error}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {found?.length === 0 && (
        <Text role="status" c="dimmed">
          {picker.noMatch}
        </Text>
      )}
      {found && found.length > 0 && (
        <ul className="picker-found">
          {found.map(({ id, displayName, handle }) => (
            <li key={id}>
              <UnstyledButton
                aria-label={picker.add(`${displayName} (${handle})`)}
                onClick={() => {
                  onAdd(id);
                  setText('');
                }}
              >
                <IconPlus size={18} aria-hidden />
                <span>{displayName}</span>
                <Text span c="dimmed" size="sm">
                  {handle}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
