import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Brand } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { useTemplateWords } from './words.ts';

const queryKey = ['brand'];
const inputs = ['name', 'logoUrl', 'buttonColour', 'buttonTextColour', 'headingColour', 'locale'] as const;

/** How the organisation shows itself. */
export function BrandForm() {
  const words = useTemplateWords();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => api.notifier.getBrand(),
    refetchOnWindowFocus: false,
  });
  return (
    <Section title={words.brand} hint={words.brandHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={320} />}
      {data && <BrandInputs brand={data} />}
    </Section>
  );
}

function BrandInputs({ brand }: Readonly<{ brand: Brand }>) {
  const words = useTemplateWords();
  const { app } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(brand);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.notifier.updateBrand({ brand: draft }),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      setDraft(saved);
      say(app.saved);
      // It is on every page that is shown.
      return client.invalidateQueries({ queryKey: ['template-preview'] });
    },
  });
  const refusal = refusalOf(error, inputs);
  const input = (name: (typeof inputs)[number]) => ({
    value: draft[name],
    error: refusal.at(name),
    onChange: ({ currentTarget: { value } }: Readonly<{ currentTarget: Readonly<{ value: string }> }>) =>
      setDraft((before) => ({ ...before, [name]: value })),
  });
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <TextInput label={words.name} maxLength={60} {...input('name')} />
      <TextInput
        type="url"
        label={words.logoUrl}
        description={words.logoUrlHint}
        maxLength={500}
        {...input('logoUrl')}
      />
      <div className="template-choices">
        <TextInput label={words.buttonColour} description={words.colourHint} maxLength={7} {...input('buttonColour')} />
        <TextInput
          label={words.buttonTextColour}
          description={words.colourHint}
          maxLength={7}
          {...input('buttonTextColour')}
        />
        <TextInput
          label={words.headingColour}
          description={words.colourHint}
          maxLength={7}
          {...input('headingColour')}
        />
      </div>
      <div className="template-brand" aria-hidden>
        <span style={{ color: draft.headingColour }}>{words.sampleHeading}</span>
        <span style={{ background: draft.buttonColour, color: draft.buttonTextColour }}>{words.sampleButton}</span>
      </div>
      <TextInput label={words.locale} description={words.localeHint} maxLength={35} {...input('locale')} />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {app.save}
      </Action>
    </Form>
  );
}
