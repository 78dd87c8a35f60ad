import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { Deliveries } from './deliveries.tsx';
import { nameOf } from './event-names.ts';
import { type Hook, useSource } from './source.ts';
import { WebhookActs } from './webhook-acts.tsx';
import { WebhookDrawer } from './webhook-drawer.tsx';
import { WebhookState } from './webhook-state.tsx';

/** One program that is told, and every call that was made to it. */
export function WebhookPage() {
  const { admin, records } = useWords();
  const { webhooks: words } = admin;
  const { webhookId = '' } = useParams({ strict: false });
  const source = useSource();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: [source.key, webhookId],
    queryFn: () => source.get(webhookId),
  });
  const edit = data && (
    <Button leftSection={<IconPencil size={20} aria-hidden />} onClick={() => setEditing(true)}>
      {records.edit}
    </Button>
  );
  return (
    <Page title={data?.settings.url ?? words.title} actions={edit}>
      <Stack gap="lg">
        <Text>
          <Link to={source.path} className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && <Shown webhook={data} />}
      </Stack>
      {isEditing && data && <WebhookDrawer webhook={data} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Shown({ webhook }: Readonly<{ webhook: Hook }>) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const times = useTimes();
  const { settings, failingSince, disabledForFailing } = webhook;
  return (
    <>
      <div>
        <WebhookState webhook={webhook} />
        {settings.description && <Text>{settings.description}</Text>}
        <Text size="sm" c="dimmed">
          {settings.events.map((one) => nameOf(words.eventNames, one)).join(' · ')}
        </Text>
      </div>
      {(failingSince || disabledForFailing) && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {failingSince && words.failingSince(times.moment(failingSince))} {disabledForFailing && words.disabled}
        </Alert>
      )}
      <WebhookActs webhook={webhook} />
      <Deliveries webhookId={webhook.id} />
    </>
  );
}
