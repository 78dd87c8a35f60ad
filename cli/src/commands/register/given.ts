import type { Asked } from '../../api/session.ts';
import type { Shown } from '../../output/result.ts';

/** What every command about the register may be given. */
export type Given = Asked & Shown & Readonly<{ site?: string }>;
export type Range = Given & Readonly<{ from?: string; to?: string }>;
