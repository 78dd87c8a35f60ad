import type { Handler } from '@guildhall/kernel';
import type { AuditTrail } from '../audits/ports.ts';
import type { Links, Volunteers } from '../ports.ts';

type Deps = Readonly<{
  volunteers: Volunteers;
  links: Links;
  audits: Pick<AuditTrail, 'redact'>;
  advance: Handler<string>;
  /** Somebody who waits for a link is to be invited now. */
  inviteAgain: Handler<string>;
  noteJoined: (linkId: string, volunteerId: string) => Promise<void>;
  releasePlace: (linkId: string, volunteerId: string) => Promise<void>;
  /** Closes tasks that nobody needs to do any more. */
  tidyTasks: Handler<string>;
  nudge: () => void;
}>;

const atOnce = 100;

/** What follows from facts of our own. Each may be told twice. */
export const ownFacts = (deps: Deps) => ({
  followRules: async (roleKeys: readonly string[]): Promise<void> => {
    await deps.volunteers.wake({ roleKeys });
    deps.nudge();
  },
  releaseQueue: () => releaseQueue(deps),
  countJoined: async (id: string): Promise<void> => {
    const inviteLinkId = (await deps.volunteers.find(id))?.onboarding.inviteLinkId;
    if (inviteLinkId !== undefined) await deps.noteJoined(inviteLinkId, id);
  },
  givePlaceBack: async (id: string): Promise<void> => {
    const held = (await deps.links.all()).filter(({ holders }) => holders.includes(id));
    const volunteer = await deps.volunteers.find(id);
    const isStillAsked = volunteer?.status !== 'left' && volunteer?.onboarding.phase !== 'expired';
    if (isStillAsked || volunteer?.onboarding.joinedAt) return;
    for (const link of held) await deps.releasePlace(link.id, id);
  },
  resumeHeld: async (): Promise<void> => {
    await deps.volunteers.wake({ held: true });
    deps.nudge();
  },
  tidyTasks: deps.tidyTasks,
  forget: (id: string): Promise<void> => deps.audits.redact(id),
});

/** Whoever waited longest is invited first, until the places are gone. */
async function releaseQueue({ volunteers, links, advance, inviteAgain }: Deps): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const waiting = (await volunteers.waitingForLink(atOnce)).filter((id) => !seen.has(id));
    for (const id of waiting) {
      if (!(await links.active())) return;
      seen.add(id);
      await inviteAgain(id);
      // Who cannot be advanced is due, and tried again by itself: the others need not wait for that.
      await advance(id).catch(() => undefined);
    }
    if (waiting.length === 0) return;
  }
}
