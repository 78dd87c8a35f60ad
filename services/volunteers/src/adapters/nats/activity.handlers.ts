import type { Handler } from '@guildhall/kernel';
import type { GetRecognition, Recognition } from '../../app/activities/get-recognition.ts';
import type { GetHours, GetMyHours, Hours } from '../../app/activities/hours.ts';
import type { CreateOpportunity, UpdateOpportunity } from '../../app/activities/keep-opportunity.ts';
import type { CancelShift, CreateShift, UpdateShift } from '../../app/activities/keep-shift.ts';
import type { MyOpportunity } from '../../app/activities/my-activities.ts';
import type { MyShift } from '../../app/activities/my-volunteer.ts';
import type { OnSite } from '../../app/activities/on-site.ts';
import type {
  ListShifts,
  OfOpportunity,
  OfShift,
  OpportunityShown,
  ShiftShown,
  TitledShift,
} from '../../app/activities/read-activities.ts';
import type { RecordAttendance } from '../../app/activities/record-attendance.ts';
import type { OfMyShift } from '../../app/activities/sign-up.ts';
import type { Caller } from '../../app/ports.ts';
import type { ExportFile } from '../../app/volunteers/export-volunteers.ts';
import type { Book } from '../../domain/book.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Shift } from '../../domain/shift.ts';

export type ActivityHandlers = Readonly<{
  listOpportunities: Handler<Caller, readonly Opportunity[]>;
  getOpportunity: Handler<OfOpportunity, OpportunityShown>;
  createOpportunity: Handler<CreateOpportunity, Opportunity>;
  updateOpportunity: Handler<UpdateOpportunity, Opportunity>;
  listShifts: Handler<ListShifts, readonly TitledShift[]>;
  getShift: Handler<OfShift, ShiftShown>;
  createShift: Handler<CreateShift, Shift>;
  updateShift: Handler<UpdateShift, Shift>;
  cancelShift: Handler<CancelShift, Shift>;
  record: Handler<RecordAttendance, Shift>;
  myOpportunities: Handler<Caller, readonly MyOpportunity[]>;
  myShifts: Handler<Caller, readonly MyShift[]>;
  signUp: Handler<OfMyShift, MyShift>;
  withdraw: Handler<OfMyShift, MyShift>;
  myHours: Handler<GetMyHours, Hours>;
  hours: Handler<GetHours, Hours>;
  recognition: Handler<GetRecognition, Recognition>;
  exportRecognition: Handler<GetRecognition, ExportFile>;
  onSite: Handler<Caller, readonly OnSite[]>;
  shown: () => Promise<Readonly<{ book: Book; now: Date }>>;
}>;
