import type { Channel, ListRulesResponse, VolunteersRole } from '@guildhall/client';
import { cellOf, type Draft, turned } from './draft.ts';
import { useRuleWords } from './words.ts';

type Props = Readonly<{
  roles: readonly VolunteersRole[];
  channels: readonly Channel[];
  stored: ListRulesResponse;
  draft: Draft;
  onChange: (draft: Draft) => void;
}>;

/** A line for each channel, a column for each role, a tick where one gives the other everywhere. */
export function Matrix({ roles, channels, stored, draft, onChange }: Props) {
  const words = useRuleWords();
  return (
    <div className="matrix" tabIndex={0} role="region" aria-label={words.matrixTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            {roles.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map(({ channelId, name }) => (
            <tr key={channelId}>
              <th scope="row">{name}</th>
              {roles.map(({ key, label }) => {
                const { isGiven, isChanged } = cellOf(stored, draft, key, channelId);
                return (
                  <td key={key} data-changed={isChanged || undefined}>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={words.gives(label, name)}
                        checked={isGiven}
                        onChange={() => onChange(turned(stored, draft, key, channelId))}
                      />
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
