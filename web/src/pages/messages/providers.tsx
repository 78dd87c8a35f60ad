import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { ProviderState } from '../../api/kinds.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';

const tones: Readonly<Record<ProviderState, Tone>> = { real: 'good', sandbox: 'note', off: 'plain', failing: 'bad' };

/** Whether each way out is real, sandboxed, off or failing. */
export function Providers() {
  const { messages: words } = useWords();
  const { data } = useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await api.notifier.listProviders()).providers,
    refetchInterval: 30_000,
  });
  if (!data) return null;
  return (
    <ul className="providers" aria-label={words.providers}>
      {data.map(({ channel, name, state }) => (
        <li key={`${channel} ${name}`}>
          {words[channel]} ({name})<Tag tone={tones[state]}>{words.provider[state]}</Tag>
        </li>
      ))}
    </ul>
  );
}
