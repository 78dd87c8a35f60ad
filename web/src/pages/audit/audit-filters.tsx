import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sitesQuery } from '../../api/sites.ts';
import { useMay } from '../../api/session.ts';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import { useWords } from '../../words/words.ts';
import { type AuditSearch, auditSearch } from './search.ts';

type Props = Readonly<{ search: AuditSearch }>;

/** The filters live in the address, so that what was found can be linked. */
export function AuditFilters({ search }: Props) {
  const { admin } = useWords();
  const { audit: words } = admin;
  const { data: sites } = useQuery(sitesQuery);
  const navigate = useNavigate();
  const set = (change: Readonly<Record<string, string>>): void =>
    void navigate({ to: '/audit', search: auditSearch({ ...search, ...change }), replace: true });
  const isFiltered = Object.keys(search).length > 0;
  return (
    <div className="audit-filters no-print">
      <NativeSelect
        label={words.action}
        data={[
          { value: '', label: words.anything },
          ...Object.entries(words.actions).map(([value, label]) => ({ value, label })),
        ]}
        value={search.action ?? ''}
        onChange={({ currentTarget }) => set({ action: currentTarget.value })}
      />
      <NativeSelect
        label={words.site}
        data={[
          { value: '', label: words.anywhere },
          ...(sites ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.site ?? ''}
        onChange={({ currentTarget }) => set({ site: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.from}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
      <People search={search} onChange={set} />
      {isFiltered && (
        <Button variant="default" onClick={() => void navigate({ to: '/audit', search: {}, replace: true })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

type PeopleProps = Props & Readonly<{ onChange: (change: Readonly<Record<string, string>>) => void }>;

/** Who did it, and to whom: for those who may look people up. */
function People({ search, onChange }: PeopleProps) {
  const { admin } = useWords();
  const { audit: words } = admin;
  const may = useMay();
  if (!may('people.read')) return null;
  return (
    <>
      <PeoplePicker
        label={words.actor}
        value={search.actor ? [search.actor] : []}
        most={1}
        onChange={([actor = '']) => onChange({ actor })}
      />
      <PeoplePicker
        label={words.subject}
        value={search.subject ? [search.subject] : []}
        most={1}
        onChange={([subject = '']) => onChange({ subject })}
      />
    </>
  );
}
