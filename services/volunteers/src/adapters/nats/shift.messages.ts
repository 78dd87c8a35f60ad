import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ShiftToldSchema } from '@guildhall/contracts/volunteers/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { ShiftFact } from '../../domain/shift.ts';

/** One fact, however many it is for: a shift has room for a few hundred messages a day. */
export const shiftMessage = ({ shift, told, at }: ShiftFact): Envelope =>
  fact(ShiftToldSchema, shift, at, {
    shiftId: shift.id,
    notices: told.map(({ volunteerId, what }) => ({ volunteerId, what })),
    at: timestampFromDate(at),
  });
