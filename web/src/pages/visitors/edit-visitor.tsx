import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { changesOf, draftOf, given } from './draft.ts';
import { useRefresh } from './use-visitors.ts';
import { inputNames, VisitorInputs } from './visitor-inputs.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ site: SiteSummary; visitor: Visitor; onClose: () => void }>;

/** Changes what was announced, or takes it back. */
export function EditVisitor({ site, visitor, onClose }: Props) {
  const words = useVisitorsWords();
  const { app } = useWords();
  const refresh = useRefresh();
  const [draft, setDraft] = useState(() => draftOf(visitor));
  const [isAsked, ask] = useState(false);
  const which = { siteId: site.id, visitorId: visitor.id };
  const save = useMutation({
    mutationFn: async () => {
      const updateMask = changesOf(draftOf(visitor), draft);
      if (updateMask) await api.register.updateVisitor({ ...which, visitor: given(draft), updateMask });
    },
    onSuccess: async () => {
      await refresh();
      say(words.saved(draft.name));
      onClose();
    },
  });
  const cancel = useMutation({
    mutationFn: () => api.register.cancelVisitor(which),
    onSuccess: async () => {
      await refresh();
      say(words.cancelled(visitor.name));
      onClose();
    },
  });
  const refusal = refusalOf(save.error ?? cancel.error, inputNames);
  if (isAsked) {
    return (
      <Confirm
        text={words.cancelAsk(visitor.name)}
        action={words.cancel}
        onConfirm={() => {
          ask(false);
          cancel.mutate();
        }}
        onCancel={() => ask(false)}
      />
    );
  }
  return (
    <Dialog kind="drawer" title={words.editNamed(visitor.name)} onClose={onClose}>
      <Form refusal={refusal} onSubmit={save.mutate}>
        <VisitorInputs site={site} value={draft} refusal={refusal} isLater onChange={setDraft} />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={save.isPending}>
          {app.save}
        </Action>
        <Button variant="default" onClick={() => ask(true)}>
          {words.cancel}
        </Button>
      </Form>
    </Dialog>
  );
}
