import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ActRecordedSchema,
  PreferencesChangedSchema,
  SuppressionChangedSchema,
} from '@guildhall/contracts/notifier/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { Act } from '../../domain/act.ts';
import type { PreferencesFact } from '../../domain/rules/preferences.ts';
import type { SuppressionFact } from '../../domain/rules/suppression.ts';
import { channels } from './names.ts';

/** Says that they changed, and not how. */
export function preferencesEnvelope(said: PreferencesFact | Act): Envelope {
  if (said.type === 'act-recorded') return actEnvelope(said);
  const { preferences, at } = said;
  return fact(PreferencesChangedSchema, preferences, at, {
    preferencesId: preferences.id,
    at: timestampFromDate(at),
  });
}

/** Says nothing of the address itself. */
export function suppressionEnvelope(said: SuppressionFact | Act): Envelope {
  if (said.type === 'act-recorded') return actEnvelope(said);
  const { suppression, at } = said;
  return fact(SuppressionChangedSchema, suppression, at, {
    suppressionId: suppression.id,
    channel: channels.toProto(suppression.channel),
    active: suppression.isActive,
    at: timestampFromDate(at),
  });
}

const actEnvelope = ({ of, name, by, subjectId, at }: Act): Envelope =>
  fact(ActRecordedSchema, of, at, {
    action: name,
    actorId: by.personId,
    subjectId,
    ip: by.ip,
    userAgent: by.userAgent,
    at: timestampFromDate(at),
  });
