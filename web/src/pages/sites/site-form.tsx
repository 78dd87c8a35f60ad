import './sites.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Site, SiteInput } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { BasicsInputs } from './basics-inputs.tsx';
import { DoorInputs } from './door-inputs.tsx';
import { changesOf, type Draft, draftOf, settings, toSite } from './draft.ts';
import { FormPart } from './form-part.tsx';
import { OpeningInputs } from './opening-inputs.tsx';
import { PrivacyInputs } from './privacy-inputs.tsx';
import { SafetyInputs } from './safety-inputs.tsx';
import { TellingInputs } from './telling-inputs.tsx';

type Props = Readonly<{ site: Site | undefined; onDone: () => void }>;

async function change(site: Site, draft: Draft): Promise<Site> {
  const changes = changesOf(site, draft);
  if (changes.length === 0) return site;
  const given = Object.entries(toSite(draft)).filter(([name]) => changes.some((one) => one === name));
  const update = { siteId: site.id, site: Object.fromEntries(given) as SiteInput };
  return api.register.updateSite({ ...update, updateMask: changes.join(',') });
}

/** A site's settings. What was typed stays after a refusal, which is shown at its field. */
export function SiteForm({ site, onDone }: Props) {
  const { sites: words, siteSettings, app } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(site));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      site ? change(site, draft) : api.register.createSite({ site: { id: draft.id.trim(), ...toSite(draft) } }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ['sites'] });
      say(site ? app.saved : words.created(name));
      onDone();
    },
  });
  const refusal = refusalOf(error, ['id', ...settings]);
  const inputs = { draft, refusal, onChange: set };
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <FormPart title={siteSettings.basics}>
        <BasicsInputs {...inputs} isNew={!site} />
      </FormPart>
      <FormPart title={siteSettings.doors}>
        <DoorInputs doors={draft.doors} refusal={refusal} onChange={(doors) => set({ doors })} />
      </FormPart>
      <FormPart title={siteSettings.safety}>
        <SafetyInputs {...inputs} />
      </FormPart>
      <FormPart title={siteSettings.opening}>
        <OpeningInputs {...inputs} />
      </FormPart>
      <FormPart title={siteSettings.telling}>
        <TellingInputs {...inputs} />
      </FormPart>
      <FormPart title={siteSettings.privacy}>
        <PrivacyInputs {...inputs} />
      </FormPart>
      <Unplaced refusal={refusal} />
      <div className="form-save">
        <Action type="submit" fullWidth busy={isPending}>
          {site ? app.save : words.add}
        </Action>
      </div>
    </Form>
  );
}
