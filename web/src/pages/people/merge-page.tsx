import { Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { Duplicates } from './duplicates.tsx';
import { MergeWizard } from './merge-wizard.tsx';
import { Merges } from './merges.tsx';

/** Makes one person of those who are here twice, and back again. */
export function MergePage() {
  const { records: words } = useWords();
  const { ids = [] } = useSearch({ from: '/signed-in/people/merge' });
  const navigate = useNavigate();
  const choose = (chosen: readonly string[]): void =>
    void navigate({ to: '/people/merge', search: { ids: [...chosen] }, replace: true });
  return (
    <Page title={words.merge} size="sm">
      <Stack gap="lg">
        <Text>
          <Link to="/people" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        <MergeWizard key={ids.join(' ')} ids={ids} onChoose={choose} />
        <Duplicates onChoose={choose} />
        <Merges />
      </Stack>
    </Page>
  );
}
