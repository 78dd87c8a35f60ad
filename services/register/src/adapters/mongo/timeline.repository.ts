import type { Aggregates, Loaded } from '@guildhall/mongo';
import type { Timeline, Timelines } from '../../app/kiosks/ports.ts';

export const timelineCollection = 'timelines';
export type TimelineState = Omit<Timeline, 'version' | 'dueAt'>;

const idOf = (siteId: string, personId: string): string => `${siteId}.${personId}`;

export const timelineRepository = (timelines: Aggregates<TimelineState>): Timelines => ({
  find: async (siteId, personId) => {
    const found = await timelines.find(idOf(siteId, personId));
    return found && toTimeline(found);
  },
  save: ({ version, dueAt, ...state }) =>
    timelines.save({ id: idOf(state.siteId, state.personId), version, state, dueAt }),
  remove: ({ siteId, personId, version }) => timelines.remove(idOf(siteId, personId), version),
});

/** When it is due is the store's to know: whoever reads it decides anew. */
export const toTimeline = ({ version, state }: Loaded<TimelineState>): Timeline => ({
  ...state,
  version,
  dueAt: new Date(0),
});
