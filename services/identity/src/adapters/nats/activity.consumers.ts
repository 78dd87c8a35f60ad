import { eventStream } from '@guildhall/contracts';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { LoginSucceededSchema } from '@guildhall/contracts/identity/v1/events';
import { VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import type { Handler } from '@guildhall/kernel';
import { on } from '@guildhall/messaging';
import type { RecordActivity } from '../../app/records/record-activity.ts';

type Deps = Readonly<{ recordActivity: Handler<RecordActivity> }>;

/** When somebody came in, as the register tells it. */
export const visitsConsumer = ({ recordActivity }: Deps) => ({
  stream: eventStream('register'),
  durable: 'identity-visits',
  subscriptions: [on(VisitOpenedSchema, ({ personId, date }) => recordActivity({ personId, visitDate: date }))],
});

/** When somebody signed in, as we have told it ourselves. */
export const loginsConsumer = ({ recordActivity }: Deps) => ({
  stream: eventStream('identity'),
  durable: 'identity-logins',
  subscriptions: [
    on(LoginSucceededSchema, async ({ personId, at }) => {
      if (at) await recordActivity({ personId, loginAt: timestampDate(at) });
    }),
  ],
});
