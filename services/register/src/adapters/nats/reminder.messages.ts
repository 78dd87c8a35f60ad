import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  CoverChangedSchema,
  ReminderRunCompletedSchema,
  SiteCrowdedSchema,
} from '@guildhall/contracts/register/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { Errand } from '../../domain/errand.ts';
import type { RunFact } from '../../domain/reminder.ts';
import type { WatchFact } from '../../domain/watch.ts';
import { errandMessage } from './errand.message.ts';

export const runMessage = ({ run, at }: RunFact): Envelope => {
  const { id: runId, siteId, date, template, asked, skipped, missed } = run;
  const body = { runId, siteId, date, template, asked, skipped, missed };
  return fact(ReminderRunCompletedSchema, run, at, { ...body, at: timestampFromDate(at) });
};

/** What watching a site causes: facts, and messages to those who ought to know. */
export function watchMessage(caused: WatchFact | Errand): Envelope {
  switch (caused.type) {
    case 'errand':
      return errandMessage(caused);
    case 'site-crowded': {
      const { watch, occupancy, capacity, at } = caused;
      const body = { siteId: watch.id, crowded: watch.crowded, occupancy, capacity, at: timestampFromDate(at) };
      return fact(SiteCrowdedSchema, watch, at, body);
    }
    case 'cover-changed': {
      const { watch, covered, occupancy, at } = caused;
      return fact(CoverChangedSchema, watch, at, { siteId: watch.id, covered, occupancy, at: timestampFromDate(at) });
    }
  }
}
