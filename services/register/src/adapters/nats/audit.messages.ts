import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ActRecordedSchema } from '@guildhall/contracts/register/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import { type Audited, isAudited } from '../../domain/audit.ts';
import { viaToProto } from './vocabulary.ts';

export const auditMessage = ({ of, entry: { id: entryId, at, via, ...act } }: Audited): Envelope =>
  fact(ActRecordedSchema, of, at, { ...act, entryId, via: viaToProto[via], at: timestampFromDate(at) });

/** What an aggregate says, audit entries among it. */
export const withAudits =
  <Said extends Readonly<{ type: string }>>(toMessages: (said: Said) => readonly Envelope[]) =>
  (said: Said | Audited): readonly Envelope[] =>
    isAudited(said) ? [auditMessage(said)] : toMessages(said);
