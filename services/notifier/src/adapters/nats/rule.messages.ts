import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { PreferencesChangedSchema, SuppressionChangedSchema } from '@guildhall/contracts/notifier/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { PreferencesFact } from '../../domain/rules/preferences.ts';
import type { SuppressionFact } from '../../domain/rules/suppression.ts';
import { channels } from './names.ts';

/** Says that they changed, and not how. */
export const preferencesEnvelope = ({ preferences, at }: PreferencesFact): Envelope =>
  fact(PreferencesChangedSchema, preferences, at, { preferencesId: preferences.id, at: timestampFromDate(at) });

/** Says nothing of the address itself. */
export const suppressionEnvelope = ({ suppression, at }: SuppressionFact): Envelope =>
  fact(SuppressionChangedSchema, suppression, at, {
    suppressionId: suppression.id,
    channel: channels.toProto(suppression.channel),
    active: suppression.isActive,
    at: timestampFromDate(at),
  });
