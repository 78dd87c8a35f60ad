import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Channel, ListRulesResponse, RuleInput, VolunteersRole } from '@guildhall/client';
import { useState } from 'react';
import { Own } from '../../parts/own.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { placeText } from '../volunteers/place.ts';
import { AddRule } from './add-rule.tsx';
import { type Draft, isEverywhere, withRemoval } from './draft.ts';
import { useRuleWords } from './words.ts';

type Props = Readonly<{
  roles: readonly VolunteersRole[];
  channels: readonly Channel[];
  stored: ListRulesResponse;
  draft: Draft;
  onChange: (draft: Draft) => void;
}>;

/** Rules that the matrix has no room for: those for some places, and templates. */
export function Narrowed({ roles, channels, stored, draft, onChange }: Props) {
  const words = useRuleWords();
  const [isAdding, setAdding] = useState(false);
  const isInMatrix = ({ channel, where }: RuleInput): boolean =>
    where === undefined && channels.some(({ channelId }) => channelId === channel);
  const kept = stored.rules.filter((rule) => !isEverywhere(rule));
  const added = draft.add.filter((input) => !isInMatrix(input));
  const labelOf = (key: string): string => roles.find((role) => role.key === key)?.label ?? key;
  const nameOf = (id: string): string => channels.find(({ channelId }) => channelId === id)?.name ?? id;
  return (
    <Section title={words.narrowed} hint={words.narrowedHint}>
      {kept.length + added.length === 0 && <Text c="dimmed">{words.narrowedNone}</Text>}
      {kept.map(({ ruleId, role, channel, template, where }) => (
        <One
          key={ruleId}
          title={words.gives(labelOf(role), template || channel)}
          place={placeText(where)}
          state={draft.remove.includes(ruleId) ? words.removing : undefined}
          onRemove={() => onChange(withRemoval(draft, ruleId))}
        />
      ))}
      {added.map((input) => (
        <One
          key={JSON.stringify(input)}
          title={words.gives(labelOf(input.role), nameOf(input.channel))}
          place={placeText(input.where ?? {})}
          state={words.adding}
          onRemove={() => onChange({ ...draft, add: draft.add.filter((one) => one !== input) })}
        />
      ))}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
          {words.addRule}
        </Button>
      </Group>
      {isAdding && (
        <AddRule
          roles={roles}
          channels={channels}
          onClose={() => setAdding(false)}
          onAdd={(input) => {
            setAdding(false);
            onChange({ ...draft, add: [...draft.add, input] });
          }}
        />
      )}
    </Section>
  );
}

type OneProps = Readonly<{
  title: string;
  place: string;
  state: string | undefined;
  onRemove: () => void;
}>;

function One({ title, place, state, onRemove }: OneProps) {
  const words = useRuleWords();
  const act = state ? words.takeBack : words.remove;
  return (
    <Own title={title} hint={place || words.everywhere} tags={state && <Tag tone="note">{state}</Tag>}>
      <Button variant="default" aria-label={`${act}: ${title}`} onClick={onRemove}>
        {act}
      </Button>
    </Own>
  );
}
