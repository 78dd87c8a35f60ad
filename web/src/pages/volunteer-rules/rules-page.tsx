import './rules.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Channel, ListRulesResponse, VolunteersRole } from '@guildhall/client';
import { useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { channelsQuery, rolesQuery, rulesQuery } from '../volunteers/queries.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { blankDraft, sizeOf } from './draft.ts';
import { Exclusions } from './exclusions.tsx';
import { Matrix } from './matrix.tsx';
import { Narrowed } from './narrowed.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { Roles } from './roles.tsx';
import { useRuleWords } from './words.ts';

/** Which role gives which channel; nothing counts before it was looked at. */
export function RulesPage() {
  const { rules: title } = useVolunteerWords();
  const [roles, channels, rules] = [useQuery(rolesQuery), useQuery(channelsQuery), useQuery(rulesQuery)];
  const failed = [roles, channels, rules].find(({ error }) => error);
  const again = (): void => void Promise.all([roles.refetch(), channels.refetch(), rules.refetch()]);
  const isThere = roles.data && channels.data && rules.data;
  return (
    <Page title={title} size="lg">
      <Sections />
      <Stack gap="lg">
        {failed && <ProblemAlert error={failed.error} onRetry={again} />}
        {!isThere && !failed && <Loading height={480} />}
        {isThere && <Everything roles={roles.data} channels={channels.data} stored={rules.data} />}
      </Stack>
    </Page>
  );
}

type Props = Readonly<{
  roles: readonly VolunteersRole[];
  channels: readonly Channel[];
  stored: ListRulesResponse;
}>;

function Everything({ roles, channels, stored }: Props) {
  const words = useRuleWords();
  const [draft, setDraft] = useState(blankDraft);
  const [isLooking, look] = useState(false);
  const count = sizeOf(draft);
  return (
    <>
      <Section title={words.matrix} hint={words.rulesHint}>
        {roles.length === 0 ? (
          <Empty icon={IconTableOff} title={words.none} hint={words.noneHint} />
        ) : (
          <Matrix roles={roles} channels={channels} stored={stored} draft={draft} onChange={setDraft} />
        )}
      </Section>
      <Narrowed roles={roles} channels={channels} stored={stored} draft={draft} onChange={setDraft} />
      {count > 0 && (
        <div className="apply-bar">
          <Text role="status" fw={600}>
            {words.changes(count)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDraft(blankDraft)}>
              {words.discard}
            </Button>
            <Button onClick={() => look(true)}>{words.preview}</Button>
          </Group>
        </div>
      )}
      <Roles roles={roles} channels={channels} />
      <Exclusions roles={roles} exclusions={stored.exclusions} />
      {isLooking && (
        <PreviewDialog
          draft={draft}
          version={stored.version}
          onClose={() => look(false)}
          onApplied={() => {
            setDraft(blankDraft);
            look(false);
          }}
        />
      )}
    </>
  );
}
