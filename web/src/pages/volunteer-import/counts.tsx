import { Group } from '@mantine/core';
import type { Import } from '@guildhall/client';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { wordFor } from '../volunteers/words.ts';
import { useImportWords } from './words.ts';

const tones: Readonly<Record<string, Tone>> = { done: 'good', refused: 'bad', cancelled: 'bad' };

/** What was done, or would be. */
export function Counts({ run }: Readonly<{ run: Import }>) {
  const words = useImportWords();
  const { state, dryRun, created, updated, unchanged, failed, warnings } = run;
  const isChecked = dryRun && state === 'done';
  return (
    <Group gap="xs" role="status">
      <Tag tone={isChecked ? 'note' : (tones[state] ?? 'note')}>
        {isChecked ? words.checked : wordFor(words.states, state)}
      </Tag>
      <Tag tone="good">{words.created(created, dryRun)}</Tag>
      <Tag>{words.updated(updated, dryRun)}</Tag>
      {unchanged > 0 && <Tag>{words.unchanged(unchanged)}</Tag>}
      {failed > 0 && <Tag tone="bad">{words.failed(failed)}</Tag>}
      {warnings > 0 && <Tag tone="note">{words.warnings(warnings)}</Tag>}
    </Group>
  );
}
