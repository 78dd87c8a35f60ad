import { Checkbox, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvacuationPlan } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { saveFile } from '../../parts/save-file.ts';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { useEvacuationWords } from './words.ts';

const queryKey = (siteId: string) => ['evacuation-plan', siteId];

/** What is prepared for an evacuation of the site. */
export function PlanForm({ siteId }: Readonly<{ siteId: string }>) {
  const words = useEvacuationWords();
  const { data } = useQuery({
    queryKey: queryKey(siteId),
    queryFn: () => api.register.getEvacuationPlan({ siteId }),
    refetchOnWindowFocus: false,
  });
  return (
    <Section title={words.plan} hint={words.planHint}>
      {data && <PlanInputs key={siteId} plan={data} />}
    </Section>
  );
}

const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

function PlanInputs({ plan }: Readonly<{ plan: EvacuationPlan }>) {
  const words = useEvacuationWords();
  const { app } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const [draft, setDraft] = useState({
    points: plan.musterPoints.join('\n'),
    wait: String(plan.escalateAfterSeconds),
    every: String(plan.snapshotEveryMinutes),
    emails: plan.snapshotEmails.join('\n'),
  });
  const [toWebhooks, setToWebhooks] = useState(plan.snapshotToWebhooks);
  const input = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: ({ currentTarget: { value } }: Readonly<{ currentTarget: Readonly<{ value: string }> }>) =>
      setDraft((before) => ({ ...before, [name]: value })),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.register.setEvacuationPlan({
        siteId: plan.siteId,
        musterPoints: linesOf(draft.points),
        escalateAfterSeconds: Number(draft.wait),
        snapshotEveryMinutes: Number(draft.every),
        snapshotEmails: linesOf(draft.emails),
        snapshotToWebhooks: toWebhooks,
      }),
    onSuccess: (saved) => {
      client.setQueryData(queryKey(plan.siteId), saved);
      say(app.saved);
    },
  });
  const refusal = refusalOf(error, ['musterPoints', 'escalateAfterSeconds', 'snapshotEveryMinutes', 'snapshotEmails']);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <Textarea
        label={words.planPoints}
        description={words.planPointsHint}
        rows={3}
        error={refusal.at('musterPoints')}
        {...input('points')}
      />
      <TextInput
        label={words.planWait}
        inputMode="numeric"
        error={refusal.at('escalateAfterSeconds')}
        {...input('wait')}
      />
      <TextInput
        label={words.planSnapshot}
        description={words.planSnapshotHint}
        inputMode="numeric"
        error={refusal.at('snapshotEveryMinutes')}
        {...input('every')}
      />
      <Textarea
        label={words.planEmails}
        description={words.planEmailsHint}
        rows={2}
        error={refusal.at('snapshotEmails')}
        {...input('emails')}
      />
      <Checkbox
        label={words.planWebhooks}
        description={words.planWebhooksHint}
        checked={toWebhooks}
        onChange={({ currentTarget }) => setToWebhooks(currentTarget.checked)}
      />
      {plan.nextSnapshotAt && <Text size="sm">{words.planNext(times.moment(plan.nextSnapshotAt))}</Text>}
      <Unplaced refusal={refusal} />
      <Action type="submit" variant="default" busy={isPending}>
        {app.save}
      </Action>
      <SignedNow siteId={plan.siteId} />
    </Form>
  );
}

/** The list that is signed now, to be kept here, and the way to check one that was kept. */
function SignedNow({ siteId }: Readonly<{ siteId: string }>) {
  const words = useEvacuationWords();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.getSnapshot({ siteId }),
    onSuccess: ({ jws }) => saveFile(`${siteId}.jws`, new Blob([jws], { type: 'application/jose' })),
  });
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Group gap="xs">
        <Action
          variant="default"
          busy={isPending}
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => mutate()}
        >
          {words.planSignedNow}
        </Action>
        <ButtonLink to="/snapshot" variant="subtle" leftSection={<IconShieldCheck size={20} aria-hidden />}>
          {words.planCheck}
        </ButtonLink>
      </Group>
    </>
  );
}
