import './templates.css';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useMay } from '../../api/session.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useSpeaking } from '../../words/words.ts';
import { BackToMessages } from '../notifier-message/links.tsx';
import { BrandForm } from './brand-form.tsx';
import { chosenOf } from './chosen.ts';
import { Picker } from './picker.tsx';
import { Preview } from './preview.tsx';
import { SendTest } from './send-test.tsx';
import { useTemplateWords } from './words.ts';

/** Every message as its readers see it, and how the organisation shows itself in them. */
export function TemplatesPage() {
  const words = useTemplateWords();
  const may = useMay();
  const { language } = useSpeaking();
  const search = useSearch({ from: '/signed-in/messages/templates' });
  const { data, error, refetch } = useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await api.notifier.listTemplates()).templates,
    staleTime: Infinity,
  });
  const chosen = data && chosenOf(data, search, language);
  return (
    <Page title={words.title} size="lg">
      <Stack gap="lg">
        <BackToMessages />
        <Text>{words.hint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={480} />}
        {data && chosen && (
          <>
            <Picker templates={data} chosen={chosen} />
            <Preview chosen={chosen} />
            {may('notifier.messages.send') && <SendTest key={chosen.channel} chosen={chosen} />}
          </>
        )}
        {may('notifier.brand.write') && <BrandForm />}
      </Stack>
    </Page>
  );
}
