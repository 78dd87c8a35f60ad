import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Choice } from '../../parts/choice.tsx';
import type { Refusal } from '../../parts/refusal.ts';
import { type Draft, knownAs } from './draft.ts';
import { HostInput } from './host-input.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{
  site: SiteSummary;
  value: Draft;
  refusal: Refusal;
  /** Day, times and invitation: for those who come later. */
  isLater: boolean;
  onChange: (draft: Draft) => void;
}>;

export const inputNames = [
  'name',
  'company',
  'hostId',
  'email',
  'phone',
  'vehicle',
  'purpose',
  'expectedOn',
  'expectedFrom',
  'expectedUntil',
];

/** What is known of a visitor. */
export function VisitorInputs({ site, value, refusal, isLater, onChange }: Props) {
  const words = useVisitorsWords();
  const input = (name: keyof Draft, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={value[name]}
      onChange={({ currentTarget }) => onChange({ ...value, [name]: currentTarget.value })}
      error={refusal.at(name)}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <>
      {input('name', words.name, { maxLength: 100, 'data-autofocus': true })}
      <Before siteId={site.id} name={value.name} onChosen={(known) => onChange(knownAs(value, known))} />
      <Choice
        legend={words.kind}
        value={value.kind}
        options={[
          { value: 'visitor', label: words.visitor },
          { value: 'contractor', label: words.contractor },
        ]}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {input('company', words.company, { maxLength: 100 })}
      <HostInput
        siteId={site.id}
        id={value.hostId}
        name={value.hostName}
        error={refusal.at('hostId')}
        onChange={(hostId, hostName) => onChange({ ...value, hostId, hostName })}
      />
      {isLater && input('expectedOn', words.date, { type: 'date', min: site.today })}
      {isLater && (
        <Group grow align="start">
          {input('expectedFrom', words.fromLabel, { type: 'time' })}
          {input('expectedUntil', words.untilLabel, { type: 'time' })}
        </Group>
      )}
      {isLater && input('email', words.email, { type: 'email', description: words.emailHint, maxLength: 254 })}
      {input('phone', words.phone, { type: 'tel', description: words.phoneHint, maxLength: 32 })}
      {input('vehicle', words.vehicle, { maxLength: 20 })}
      {input('purpose', words.purpose, { maxLength: 200 })}
    </>
  );
}

const typingMs = 250;

type BeforeProps = Readonly<{
  siteId: string;
  name: string;
  onChosen: (known: Parameters<typeof knownAs>[1]) => void;
}>;

/** People of that name who were here before, to fill in the rest with. */
function Before({ siteId, name, onChosen }: BeforeProps) {
  const words = useVisitorsWords();
  const [wanted] = useDebouncedValue(name.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['returning-visitors', siteId, wanted],
    queryFn: async () => (await api.register.findReturningVisitors({ siteId, name: wanted })).visitors,
    enabled: wanted.length >= 2,
  });
  const found = data?.filter((known) => known.name !== name || known.company).slice(0, 3) ?? [];
  if (found.length === 0) return null;
  return (
    <div className="before" role="group" aria-label={words.before}>
      <span>{words.before}</span>
      {found.map((known) => (
        <Button key={`${known.name}\n${known.company}`} variant="default" onClick={() => onChosen(known)}>
          {[known.name, known.company].filter(Boolean).join(', ')}
        </Button>
      ))}
    </div>
  );
}
