import { type DescMessage, fromBinary } from '@bufbuild/protobuf';
import { eventStream, eventSubject } from '@guildhall/contracts';
import { PreferencesChangedSchema, SuppressionChangedSchema } from '@guildhall/contracts/notifier/v1/events';
import { type Bus, feed } from '@guildhall/messaging';
import type { Recollection } from '../../app/rules/recollection.ts';

type Forgetful = Pick<Recollection<unknown>, 'forget' | 'hears'>;

const under = (schema: DescMessage): string => `${eventSubject(schema)}.`;

/** Every replica hears what any of them changed. While it cannot be heard, nothing is believed without being read. */
export async function followRules(
  bus: Bus,
  { preferences, suppressions }: Readonly<{ preferences: Forgetful; suppressions: Forgetful }>,
  report: (error: unknown) => void,
) {
  const stopWatching = bus.onStatus((status) => {
    preferences.hears(status === 'reconnect');
    suppressions.hears(status === 'reconnect');
  });
  const following = await feed(bus, {
    stream: eventStream('notifier'),
    subjects: [PreferencesChangedSchema, SuppressionChangedSchema].map((schema) => `${under(schema)}*`),
    onMessage: ({ subject, data }) => {
      if (subject.startsWith(under(PreferencesChangedSchema))) {
        return preferences.forget(fromBinary(PreferencesChangedSchema, data).preferencesId);
      }
      suppressions.forget(fromBinary(SuppressionChangedSchema, data).suppressionId);
    },
    onError: report,
  });
  return {
    close: async () => {
      stopWatching();
      await following.close();
    },
  };
}
