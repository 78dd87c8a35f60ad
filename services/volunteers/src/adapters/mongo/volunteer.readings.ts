import type { Aggregates, Stored } from '@guildhall/mongo';
import type { VolunteerReadings } from '../../app/volunteers/readings.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import { toVolunteer, type VolunteerState } from './volunteer.collection.ts';

type Filter = Readonly<Record<string, unknown>>;

const perPage = 1_000;
const shown = { 'state.volunteerId': 1, 'state.firstName': 1, 'state.lastName': 1, 'state.email': 1 };

export function volunteerReadings({ model }: Pick<Aggregates<VolunteerState>, 'model'>): VolunteerReadings {
  async function* pages(filter: Filter): AsyncIterable<readonly Volunteer[]> {
    let after: string | undefined;
    for (;;) {
      const beyond = after === undefined ? {} : { _id: { $gt: after } };
      const query = model.find({ ...filter, ...beyond }, { version: 1, state: 1 }).sort({ _id: 1 });
      const page = await query.limit(perPage).batchSize(perPage).lean<Stored<VolunteerState>[]>();
      if (page.length > 0) yield page.map(toVolunteer);
      if (page.length < perPage) return;
      after = page.at(-1)?._id;
    }
  }
  return {
    known: async (ids) => {
      const query = model.find({ _id: { $in: [...new Set(ids)] } }, shown).batchSize(ids.length + 1);
      const found = await query.lean<Stored<VolunteerState>[]>();
      return new Map(
        found.map(({ _id: id, state }) => {
          const { volunteerId, email } = state;
          return [id, { id, volunteerId, email, name: nameOf(state) }];
        }),
      );
    },
    accounts: async () => {
      const query = model.find({ 'state.slackUserId': { $exists: true } }, { 'state.slackUserId': 1 });
      const ids = new Set<string>();
      for await (const { state } of query.lean<Stored<VolunteerState>[]>().cursor({ batchSize: perPage })) {
        if (state.slackUserId !== undefined) ids.add(state.slackUserId);
      }
      return ids;
    },
    everybody: () => pages({ 'state.erased': false }),
    withoutAccount: () =>
      pages({ 'state.status': { $in: ['active', 'leaving'] }, 'state.slackUserId': { $exists: false } }),
    countWaitingForLink: () => model.countDocuments({ 'state.onboarding.state': 'WAITING_FOR_LINK' }),
  };
}
