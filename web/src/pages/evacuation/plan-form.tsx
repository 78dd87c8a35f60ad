import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvacuationPlan } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
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
  const client = useQueryClient();
  const [draft, setDraft] = useState({
    points: plan.musterPoints.join('\n'),
    wait: String(plan.escalateAfterSeconds),
    every: String(plan.snapshotEveryMinutes),
    emails: plan.snapshotEmails.join('\n'),
  });
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
      <Unplaced refusal={refusal} />
      <Action type="submit" variant="default" busy={isPending}>
        {app.save}
      </Action>
    </Form>
  );
}
