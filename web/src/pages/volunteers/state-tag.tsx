import {
  type Icon,
  IconBan,
  IconCircleCheck,
  IconCircleHalf2,
  IconHourglass,
  IconHourglassOff,
  IconLinkOff,
  IconLoader,
  IconLogout,
  IconMailForward,
  IconSearch,
} from '@tabler/icons-react';
import { Tag, type Tone } from '../../parts/tag.tsx';
import type { OnboardingState } from './search.ts';
import { useVolunteerWords, wordFor } from './words.ts';

const looks: Readonly<Record<OnboardingState, Readonly<{ icon: Icon; tone: Tone }>>> = {
  NEW: { icon: IconSearch, tone: 'plain' },
  NOT_IN_WORKSPACE: { icon: IconMailForward, tone: 'note' },
  WAITING_FOR_LINK: { icon: IconLinkOff, tone: 'bad' },
  IN_WORKSPACE: { icon: IconLoader, tone: 'note' },
  ADDED_TO_CHANNELS: { icon: IconCircleCheck, tone: 'good' },
  PARTIAL: { icon: IconCircleHalf2, tone: 'bad' },
  BLOCKED: { icon: IconBan, tone: 'bad' },
  EXPIRED: { icon: IconHourglassOff, tone: 'bad' },
  OFFBOARDING: { icon: IconHourglass, tone: 'note' },
  OFFBOARDED: { icon: IconLogout, tone: 'plain' },
};

/** Where somebody stands on the way into the workspace. */
export function StateTag({ state }: Readonly<{ state: string }>) {
  const words = useVolunteerWords();
  const { icon, tone } = looks[state as OnboardingState] ?? looks.NEW;
  return (
    <Tag tone={tone} icon={icon}>
      {wordFor(words.states, state)}
    </Tag>
  );
}
