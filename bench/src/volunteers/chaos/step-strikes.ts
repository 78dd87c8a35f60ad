import { setTimeout as delay } from 'node:timers/promises';
import { kill, type Strike } from '../../chaos/strikes.ts';
import type { CallWatch } from './call-watch.ts';

/** The calls by which somebody comes and goes, as the providers name them. */
export const steps = [
  'users.lookupByEmail',
  'conversations.invite',
  'members.insert',
  'permissions.create',
  'conversations.kick',
  'users.conversations',
  'members.delete',
  'permissions.delete',
] as const;

export type Blow = Readonly<{ victim: string; step: string }>;

// Not the sandbox: its groups and folders would go with it, as those of no vendor do.
const others = ['nats', 'store gateway', 'postgres'];

/** The service itself at every step; with time enough, all that it stands on while access is given and taken. */
export const blows = (seconds: number): readonly Blow[] => [
  ...steps.map((step) => ({ victim: 'volunteers', step })),
  ...(seconds < 30
    ? []
    : others.flatMap((victim) => ['conversations.invite', 'conversations.kick'].map((step) => ({ victim, step })))),
];

// A process that died often is given more and more time before it is started again.
const giveUpMs = 90_000;
const recoveryMs = 2_500;

type Field = Readonly<{ dataDir: string; watch: CallWatch }>;

/** Kills each victim in the middle of a call of each kind. */
export async function strikeSteps(
  { dataDir, watch }: Field,
  plan: readonly Blow[],
  onStrike: (strike: Strike) => void,
): Promise<void> {
  for (const { victim, step } of plan) {
    const isSeen = await watch.next(step, giveUpMs);
    await kill(dataDir, victim);
    onStrike({ what: isSeen ? `${victim} during ${step}` : `${victim}, ${step} never came`, at: performance.now() });
    await delay(recoveryMs);
  }
}
