import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcceptanceInput, ReceptionDocument, SiteSummary, Visitor } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Acceptances, isComplete } from './acceptances.tsx';
import type { Draft } from './draft.ts';
import { useRefresh } from './use-visitors.ts';
import { useVisitorsWords } from './words.ts';

/** One who was announced, or somebody who was not. */
export type Who = Readonly<{ visitor: Visitor } | { draft: Draft }>;

type Props = Readonly<{ site: SiteSummary; who: Who; onClose: () => void; onBack?: () => void }>;

const kindOf = (who: Who) => ('visitor' in who ? who.visitor.kind : who.draft.kind);
const nameOf = (who: Who) => ('visitor' in who ? who.visitor.name : who.draft.name.trim());

/** Signs a visitor in at the desk, with what they accept. */
export function Arrival({ site, who, onClose, onBack }: Props) {
  const words = useVisitorsWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['reception', site.id],
    queryFn: () => api.register.getReception({ siteId: site.id }),
  });
  const documents = data?.documents.filter(({ contractorsOnly }) => !contractorsOnly || kindOf(who) === 'contractor');
  return (
    <Dialog kind="drawer" title={words.arriveNamed(nameOf(who))} onClose={onClose}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={200} />}
      {documents && (
        <ArrivalForm site={site} who={who} documents={documents} onClose={onClose} {...(onBack && { onBack })} />
      )}
    </Dialog>
  );
}

type FormProps = Props & Readonly<{ documents: readonly ReceptionDocument[] }>;

const isNotInducted = (error: unknown): boolean =>
  isProblem(error, 'register.induction_missing') || isProblem(error, 'register.induction_expired');

function ArrivalForm({ site, who, documents, onClose, onBack }: FormProps) {
  const words = useVisitorsWords();
  const refresh = useRefresh();
  const [acceptances, accept] = useState<readonly AcceptanceInput[]>([]);
  const [entrance, setEntrance] = useState<string>();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.register.receiveVisitor({
        siteId: site.id,
        ...asked(who),
        acceptances,
        ...(entrance && { entrance }),
        ...(reason.trim() && { overrideReason: reason }),
      }),
    onSuccess: async ({ visitor }) => {
      await refresh();
      say(words.arrived(visitor.name));
      onClose();
    },
  });
  const asksReason = reason !== '' || isNotInducted(error);
  return (
    <Form refusal={refusalOf(error, [])} onSubmit={mutate}>
      {documents.length > 0 && <Acceptances documents={documents} value={acceptances} onChange={accept} />}
      {site.entrances.length > 1 && (
        <Choice
          legend={words.entrance}
          value={entrance}
          options={site.entrances.map((value) => ({ value, label: value }))}
          onChange={setEntrance}
        />
      )}
      {error && <ProblemAlert error={error} />}
      {asksReason && (
        <TextInput
          label={words.overrideLabel}
          description={words.overrideHint}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          maxLength={200}
        />
      )}
      <Action type="submit" size="lg" busy={isPending} disabled={!isComplete(documents, acceptances)}>
        {words.arrive}
      </Action>
      {onBack && (
        <Button variant="default" onClick={onBack}>
          {words.back}
        </Button>
      )}
    </Form>
  );
}

function asked(who: Who) {
  if ('visitor' in who) return { visitorId: who.visitor.id };
  const { kind, name, company, purpose, hostId, phone, vehicle } = who.draft;
  return {
    walkIn: { kind, name: name.trim(), company, purpose, hostId, ...(phone && { phone }) },
    ...(vehicle && { vehicle }),
  };
}
