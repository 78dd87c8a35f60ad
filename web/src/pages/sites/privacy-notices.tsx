import './sites.css';
import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { noticesKey } from '../../api/privacy.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { languages, useWords } from '../../words/words.ts';
import { useTimes } from '../../words/times.ts';
import { PrivacyDrawer } from './privacy-drawer.tsx';

/** What the organisation says about personal data, in each language of the pages. */
export function PrivacyNotices() {
  const { privacy: words } = useWords();
  const times = useTimes('UTC');
  const [open, setOpen] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: noticesKey,
    queryFn: () => api.register.listPrivacyNotices({}),
  });
  const versions = data?.notices ?? [];
  return (
    <Section title={words.title} hint={words.hint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <ul className="plain-list privacy-languages">
          {Object.entries(languages).map(([language, name]) => {
            const newest = versions.find((one) => one.language === language);
            return (
              <li key={language}>
                <div>
                  <strong lang={language}>{name}</strong>
                  <Text size="sm" c="dimmed">
                    {newest?.text && newest.since
                      ? words.versionSince(newest.version, times.moment(newest.since))
                      : words.none}
                  </Text>
                </div>
                <Button
                  variant="default"
                  leftSection={<IconPencil size={20} aria-hidden />}
                  onClick={() => setOpen(language)}
                >
                  {words.editIn(name)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {open && (
        <PrivacyDrawer
          language={open}
          versions={versions.filter(({ language }) => language === open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}
