import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../words/words.ts';

const typingPauseMs = 250;

/** The search lives in the address, so that it can be linked and gone back to. */
export function SearchBox({ query }: Readonly<{ query: string }>) {
  const { people: words } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState(query);
  const router = useRouter();
  const search = useDebouncedCallback((wanted: string) => {
    // Whoever has opened a person meanwhile is not sent back.
    if (router.latestLocation.pathname !== '/people') return;
    void navigate({ to: '/people', search: wanted ? { query: wanted } : {}, replace: true });
  }, typingPauseMs);
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
