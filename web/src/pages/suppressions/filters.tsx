import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useNotifierWords } from '../notifier-message/words.ts';
import { shownChannels, suppressionSearch } from './search.ts';
import { useSuppressionWords } from './words.ts';

/** What is looked for lives in the address of the page. */
export function Filters() {
  const given = useSearch({ from: '/signed-in/messages/suppressions' });
  // Another address in the page's own is another text in the box.
  return <Fields key={given.to ?? ''} />;
}

function Fields() {
  const words = useSuppressionWords();
  const { search: find } = useNotifierWords();
  const given = useSearch({ from: '/signed-in/messages/suppressions' });
  const navigate = useNavigate();
  const [to, setTo] = useState(given.to ?? '');
  const look = (change: Record<string, unknown>): void => {
    void navigate({ to: '/messages/suppressions', search: suppressionSearch({ ...given, ...change }), replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look({ to: to.trim() });
  };
  return (
    <div className="suppression-filters">
      <form role="search" onSubmit={submit} className="suppression-search">
        <TextInput
          type="search"
          label={words.search}
          description={words.searchHint}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={to}
          maxLength={320}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <Action type="submit" variant="default" busy={false}>
          {find}
        </Action>
      </form>
      <Choice
        legend={words.channel}
        value={given.channel ?? ''}
        onChange={(channel) => look({ channel })}
        options={[
          { value: '', label: words.all },
          ...shownChannels.map((value) => ({ value, label: words.channels[value] })),
        ]}
      />
    </div>
  );
}
