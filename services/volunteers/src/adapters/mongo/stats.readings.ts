import type { Aggregates, Stored } from '@guildhall/mongo';
import type { CountedVolunteer, StatsReadings } from '../../app/statistics/get-stats.ts';
import type { VolunteerState } from './volunteer.collection.ts';

const perPage = 5_000;
const moments = ['createdAt', 'onboarding.invitedAt', 'onboarding.joinedAt', 'onboarding.completedAt', 'leftAt'];

const counted = {
  _id: 0,
  'state.status': 1,
  'state.createdAt': 1,
  'state.leftAt': 1,
  'state.onboarding': 1,
  'state.assignments': 1,
};

/** Only what is counted leaves the store, so that it is quick for everybody there is. */
export const statsReadings = ({ model }: Pick<Aggregates<VolunteerState>, 'model'>): StatsReadings => ({
  dated: async function* dated({ from, until }) {
    const within = { $gte: from, $lt: until };
    const filter = { $or: moments.map((name) => ({ [`state.${name}`]: within })) };
    const cursor = model.collection.find<Pick<Stored<VolunteerState>, 'state'>>(filter as never, {
      projection: counted,
      batchSize: perPage,
    });
    let page: CountedVolunteer[] = [];
    for await (const { state } of cursor) {
      page.push(countedOf(state));
      if (page.length < perPage) continue;
      yield page;
      page = [];
    }
    yield page;
  },
});

function countedOf({ status, createdAt, leftAt, onboarding, assignments }: VolunteerState): CountedVolunteer {
  const { state, invitedAt, joinedAt, completedAt } = onboarding;
  return {
    status,
    state,
    createdAt,
    assignments,
    ...(invitedAt && { invitedAt }),
    ...(joinedAt && { joinedAt }),
    ...(completedAt && { completedAt }),
    ...(leftAt && { leftAt }),
  };
}
