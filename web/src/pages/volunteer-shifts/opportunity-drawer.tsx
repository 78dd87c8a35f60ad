import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Location, Opportunity } from '@guildhall/client';
import { useState } from 'react';
import { sitesQuery } from '../../api/sites.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { type Refusal, refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { ListsNeeded } from '../volunteers/lists-needed.tsx';
import { placesQuery, rolesQuery } from '../volunteers/queries.ts';
import { placesToChoose } from '../volunteers/role-and-place.tsx';
import { useShiftWords } from './words.ts';

type Props = Readonly<{ opportunity: Opportunity | undefined; onClose: () => void }>;

/** Something to do: what, where and for whom. */
export function OpportunityDrawer({ opportunity, onClose }: Props) {
  const words = useShiftWords();
  return (
    <Dialog kind="drawer" title={opportunity ? words.editOf(opportunity.title) : words.add} onClose={onClose}>
      <ListsNeeded>
        <OpportunityForm opportunity={opportunity} onClose={onClose} />
      </ListsNeeded>
    </Dialog>
  );
}

const formOf = (opportunity: Opportunity | undefined, places: readonly Location[]) => {
  const { title = '', description = '', role = '', siteId = '', published = false } = opportunity ?? {};
  const at = places.find(
    ({ area, district, branch }) =>
      area === opportunity?.area && district === opportunity.district && branch === opportunity.branch,
  );
  return { title, description, role, siteId, published, placeId: at?.locationId ?? '' };
};
type FormValue = ReturnType<typeof formOf>;

function OpportunityForm({ opportunity, onClose }: Props) {
  const { app } = useWords();
  const client = useQueryClient();
  const places = useQuery(placesQuery).data ?? [];
  const [form, setForm] = useState(() => formOf(opportunity, places));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { placeId, ...given } = form;
      const { area = '', district = '', branch = '' } = places.find(({ locationId }) => locationId === placeId) ?? {};
      const input = { ...given, area, district, branch };
      if (!opportunity) return volunteers.createOpportunity({ opportunity: input });
      const { opportunityId } = opportunity;
      return volunteers.updateOpportunity({ opportunityId, opportunity: input });
    },
    onSuccess: async () => {
      say(app.saved);
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['title', 'description', 'area', 'district', 'branch', 'role', 'siteId']);
  return (
    <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
      <Fields form={form} refusal={refusal} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {app.save}
      </Action>
    </Form>
  );
}

type FieldsProps = Readonly<{ form: FormValue; refusal: Refusal; onChange: (change: Partial<FormValue>) => void }>;

function Fields({ form, refusal, onChange }: FieldsProps) {
  const words = useShiftWords();
  const places = useQuery(placesQuery).data ?? [];
  const roles = useQuery(rolesQuery).data ?? [];
  const sites = useQuery(sitesQuery).data ?? [];
  return (
    <>
      <TextInput
        label={words.titleLabel}
        value={form.title}
        maxLength={100}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
        error={refusal.at('title')}
      />
      <Textarea
        label={words.description}
        value={form.description}
        maxLength={2_000}
        rows={4}
        onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
        error={refusal.at('description')}
      />
      <NativeSelect
        label={words.place}
        value={form.placeId}
        data={placesToChoose(places, form.placeId, words.choose)}
        onChange={({ currentTarget }) => onChange({ placeId: currentTarget.value })}
        error={refusal.at('area') ?? refusal.at('district') ?? refusal.at('branch')}
      />
      <NativeSelect
        label={words.role}
        value={form.role}
        data={[{ value: '', label: words.everybody }, ...roles.map(({ key, label }) => ({ value: key, label }))]}
        onChange={({ currentTarget }) => onChange({ role: currentTarget.value })}
        error={refusal.at('role')}
      />
      <NativeSelect
        label={words.site}
        description={words.siteHint}
        value={form.siteId}
        data={[{ value: '', label: words.noSite }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget }) => onChange({ siteId: currentTarget.value })}
        error={refusal.at('siteId')}
      />
      <Switch
        label={words.published}
        checked={form.published}
        onChange={({ currentTarget }) => onChange({ published: currentTarget.checked })}
      />
    </>
  );
}
