import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ActRecordedSchema } from '@guildhall/contracts/identity/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import { type Audited, isAudited } from '../../domain/audit.ts';

export const auditMessage = ({ of, entry: { at, ...act } }: Audited): Envelope =>
  fact(ActRecordedSchema, of, at, { ...act, at: timestampFromDate(at) });

/** What an aggregate says, audit entries among it. */
export const withAudits =
  <Fact extends Readonly<{ type: string }>>(toMessage: (said: Fact) => Envelope) =>
  (said: Fact | Audited): Envelope =>
    isAudited(said) ? auditMessage(said) : toMessage(said);
