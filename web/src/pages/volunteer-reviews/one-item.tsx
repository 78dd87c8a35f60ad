import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReviewItem } from '@guildhall/client';
import { Own } from '../../parts/own.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { placeText } from '../volunteers/place.ts';
import { useDay } from '../volunteers/use-day.ts';
import { wordFor } from '../volunteers/words.ts';
import { useReviewWords } from './words.ts';

const tones: Readonly<Record<string, Tone>> = { certified: 'good', revoked: 'bad', flagged: 'bad', open: 'note' };

type Props = Readonly<{ item: ReviewItem; isPicked: boolean; onPick?: (isPicked: boolean) => void }>;

/** Somebody's role at a place, to be confirmed. */
export function OneItem({ item, isPicked, onPick }: Props) {
  const words = useReviewWords();
  const dayOf = useDay();
  const { volunteerId, name, role, roleLabel, since, state, reason } = item;
  return (
    <Own
      title={
        <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
          {name}
        </Link>
      }
      hint={[roleLabel || role, placeText(item), words.since(dayOf(since)), reason].filter(Boolean).join(' · ')}
      tags={<Tag tone={tones[state] ?? 'plain'}>{wordFor(words.itemStates, state)}</Tag>}
    >
      {onPick && (
        <Checkbox
          aria-label={words.pick(name, roleLabel || role)}
          checked={isPicked}
          onChange={({ currentTarget }) => onPick(currentTarget.checked)}
        />
      )}
    </Own>
  );
}
