import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { RetentionCompletedSchema } from '@guildhall/contracts/register/v1/records';
import { type Envelope, fact } from '@guildhall/messaging';
import type { RetentionFact } from '../../domain/retention/retention-run.ts';

export const retentionMessage = ({ run, at }: RetentionFact): Envelope => {
  const { id: runId, siteId, date, cutoff = '', counts } = run;
  return fact(RetentionCompletedSchema, run, at, { runId, siteId, date, cutoff, ...counts, at: timestampFromDate(at) });
};
