import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { Arrival } from './arrival.tsx';
import { blank, given } from './draft.ts';
import { useRefresh } from './use-visitors.ts';
import { inputNames, VisitorInputs } from './visitor-inputs.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ site: SiteSummary; onClose: () => void }>;

/** Somebody who stands here, or who comes later. */
export function AddVisitor({ site, onClose }: Props) {
  const words = useVisitorsWords();
  const refresh = useRefresh();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [draft, setDraft] = useState(() => blank(site.today));
  const [isArriving, setArriving] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.expectVisitor({ siteId: site.id, visitor: given(draft) }),
    onSuccess: async ({ name }) => {
      await refresh();
      say(words.saved(name));
      onClose();
    },
  });
  const refusal = refusalOf(error, inputNames);
  if (isArriving) return <Arrival site={site} who={{ draft }} onClose={onClose} onBack={() => setArriving(false)} />;
  return (
    <Dialog kind="drawer" title={words.add} onClose={onClose}>
      <Form refusal={refusal} onSubmit={when === 'now' ? () => draft.name.trim() && setArriving(true) : mutate}>
        <Choice
          legend={words.when}
          value={when}
          options={[
            { value: 'now', label: words.now },
            { value: 'later', label: words.later },
          ]}
          onChange={setWhen}
        />
        <VisitorInputs site={site} value={draft} refusal={refusal} isLater={when === 'later'} onChange={setDraft} />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending} disabled={!draft.name.trim()}>
          {when === 'now' ? words.goOn : words.expect}
        </Action>
      </Form>
    </Dialog>
  );
}
