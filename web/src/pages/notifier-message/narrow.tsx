import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type MessageSearch, messageSearch, type SearchKey } from './search.ts';
import { useNotifierWords } from './words.ts';

const categories = ['auth', 'reminder', 'presence', 'course', 'board', 'meeting', 'emergency', 'volunteer'] as const;
const lanes = ['emergency', 'transactional', 'bulk'] as const;
const further: readonly SearchKey[] = [
  'to',
  'personId',
  'template',
  'category',
  'lane',
  'sender',
  'reference',
  'from',
  'until',
];

/** What else messages are looked for by; it stands in the address when it is asked for. */
export function Narrow() {
  const words = useNotifierWords();
  const search = useSearch({ from: '/signed-in/messages' });
  const navigate = useNavigate();
  const go = (next: MessageSearch) => void navigate({ to: '/messages', search: messageSearch(next), replace: true });
  const isNarrowed = further.some((key) => search[key]);
  return (
    <details className="narrow" open={isNarrowed}>
      <summary>{words.narrow}</summary>
      <Fields
        key={JSON.stringify(search)}
        search={search}
        onSearch={(fields) => go({ ...search, ...fields })}
        onClear={() =>
          go({ ...(search.channel && { channel: search.channel }), ...(search.state && { state: search.state }) })
        }
      />
    </details>
  );
}

type Props = Readonly<{ search: MessageSearch; onSearch: (search: MessageSearch) => void; onClear: () => void }>;

function Fields({ search, onSearch, onClear }: Props) {
  const words = useNotifierWords();
  const [form, setForm] = useState(search);
  const text = (key: SearchKey, label: string, type: 'text' | 'date' = 'text') => (
    <TextInput
      type={type}
      label={label}
      value={form[key] ?? ''}
      onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, [key]: value }))}
      maxLength={200}
    />
  );
  const choice = (key: SearchKey, label: string, options: readonly (readonly [string, string])[]) => (
    <NativeSelect
      label={label}
      value={form[key] ?? ''}
      data={[{ value: '', label: words.anyCategory }, ...options.map(([value, name]) => ({ value, label: name }))]}
      onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, [key]: value }))}
    />
  );
  return (
    <form
      className="narrow-fields"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(form);
      }}
    >
      {text('to', words.to)}
      {text('personId', words.person)}
      {text('template', words.template)}
      {choice(
        'category',
        words.category,
        categories.map((one) => [one, words.categories[one]]),
      )}
      {choice(
        'lane',
        words.lane,
        lanes.map((one) => [one, words.lanes[one]]),
      )}
      {text('sender', words.sender)}
      {text('reference', words.reference)}
      {text('from', words.from, 'date')}
      {text('until', words.before, 'date')}
      <Group gap="sm">
        <Button type="submit">{words.search}</Button>
        <Button variant="default" onClick={onClear}>
          {words.clear}
        </Button>
      </Group>
    </form>
  );
}
