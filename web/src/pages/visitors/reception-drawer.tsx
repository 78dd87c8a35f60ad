import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reception, ReceptionDocumentInput } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { languages as languageNames, useWords } from '../../words/words.ts';
import { DocumentInputs } from './document-inputs.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ siteId: string; onClose: () => void }>;

/** How a site receives its visitors, at the desk and at the kiosk. */
export function ReceptionDrawer({ siteId, onClose }: Props) {
  const words = useVisitorsWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['reception', siteId],
    queryFn: () => api.register.getReception({ siteId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog kind="drawer" title={words.reception} onClose={onClose}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={320} />}
      {data && <ReceptionForm reception={data} onDone={onClose} />}
    </Dialog>
  );
}

const inputs = ['waitingMinutes', 'detailsKeptDays', 'idleSeconds', 'languages', 'documents'];

const updateMask = 'documents,waitingMinutes,photo,phone,detailsKeptDays,idleSeconds,languages,approval';

function ReceptionForm({ reception, onDone }: Readonly<{ reception: Reception; onDone: () => void }>) {
  const words = useVisitorsWords();
  const { app } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState({
    ...reception,
    waitingMinutes: String(reception.waitingMinutes),
    detailsKeptDays: String(reception.detailsKeptDays),
    idleSeconds: String(reception.idleSeconds),
  });
  const [documents, setDocuments] = useState<readonly ReceptionDocumentInput[]>(reception.documents);
  const set = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  const { siteId } = reception;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { photo, phone, languages, approval } = draft;
      const numbers = {
        waitingMinutes: Number(draft.waitingMinutes),
        detailsKeptDays: Number(draft.detailsKeptDays),
        idleSeconds: Number(draft.idleSeconds),
      };
      return api.register.updateReception({
        siteId,
        updateMask,
        reception: { photo, phone, languages, approval, documents, ...numbers },
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reception', siteId] });
      say(app.saved);
      onDone();
    },
  });
  const refusal = refusalOf(error, inputs);
  const number = (name: 'waitingMinutes' | 'detailsKeptDays' | 'idleSeconds', label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="numeric"
      maxLength={4}
      value={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      error={refusal.at(name)}
    />
  );
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      {documents.map((document, index) => (
        <DocumentInputs
          key={index}
          index={index}
          value={document}
          refusal={refusal}
          onChange={(changed) => setDocuments(documents.with(index, changed))}
          onRemove={() => setDocuments(documents.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="default"
        onClick={() =>
          setDocuments([...documents, { id: '', title: '', text: '', contractorsOnly: false, needsSignature: false }])
        }
      >
        {words.documentAdd}
      </Button>
      {number('waitingMinutes', words.waiting, words.waitingHint)}
      {number('detailsKeptDays', words.kept)}
      {number('idleSeconds', words.idle)}
      <Choice
        legend={words.photo}
        value={draft.photo}
        options={[
          { value: 'off', label: words.photoOff },
          { value: 'optional', label: words.photoOptional },
        ]}
        onChange={(photo) => set({ photo })}
      />
      <Choice
        legend={words.phoneRule}
        value={draft.phone}
        options={[
          { value: 'off', label: words.photoOff },
          { value: 'optional', label: words.photoOptional },
        ]}
        onChange={(phone) => set({ phone })}
      />
      <Choice
        legend={words.approval}
        value={draft.approval}
        options={[
          { value: 'off', label: words.approvalOff },
          { value: 'needed', label: words.approvalNeeded },
        ]}
        onChange={(approval) => set({ approval })}
      />
      <Checkbox.Group
        label={words.languages}
        description={words.languagesHint}
        value={[...draft.languages]}
        onChange={(languages) => set({ languages })}
        error={refusal.at('languages')}
      >
        <Group mt="xs">
          {Object.entries(languageNames).map(([value, label]) => (
            <Checkbox key={value} value={value} label={label} lang={value} />
          ))}
        </Group>
      </Checkbox.Group>
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {app.save}
      </Action>
    </Form>
  );
}
