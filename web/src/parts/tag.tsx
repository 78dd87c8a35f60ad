import './tag.css';
import type { Icon } from '@tabler/icons-react';
import type { PropsWithChildren } from 'react';

export type Tone = 'plain' | 'good' | 'bad' | 'note';

/** A word about the state of something. The colour only repeats what the word says. */
export const Tag = ({ tone = 'plain', icon: Sign, children }: PropsWithChildren<{ tone?: Tone; icon?: Icon }>) => (
  <span className="tag" data-tone={tone}>
    {Sign && <Sign size={16} aria-hidden />}
    {children}
  </span>
);
