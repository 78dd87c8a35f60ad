import { Button, Card, Stack, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { nameOf } from './event-names.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { type Hook, useSource } from './source.ts';
import { WebhookDrawer } from './webhook-drawer.tsx';
import { WebhookState } from './webhook-state.tsx';

/** The programs that are told what happens. */
export function WebhooksPage() {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const source = useSource();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<Hook>();
  const { data, error, refetch } = useQuery({
    queryKey: [source.key],
    queryFn: source.list,
  });
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      <Stack gap="md">
        <Text c="dimmed">{words.hint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={160} />}
        {data?.length === 0 && <Empty icon={IconWebhook} title={words.none} />}
        {data?.map((webhook) => (
          <Card key={webhook.id} withBorder radius="lg">
            <Own
              icon={IconWebhook}
              title={
                <Link to={`${source.path}/$webhookId`} params={{ webhookId: webhook.id }}>
                  {webhook.settings.url}
                </Link>
              }
              hint={
                webhook.settings.description ||
                webhook.settings.events.map((one) => nameOf(words.eventNames, one)).join(', ')
              }
              tags={<WebhookState webhook={webhook} />}
            />
          </Card>
        ))}
      </Stack>
      {isAdding && <WebhookDrawer webhook={undefined} onMade={setMade} onClose={() => setAdding(false)} />}
      {made?.secret && <SecretDialog secret={made.secret} onClose={() => setMade(undefined)} />}
    </Page>
  );
}
