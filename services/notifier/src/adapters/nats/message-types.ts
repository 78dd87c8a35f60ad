import type { DescMessage } from '@bufbuild/protobuf';
import { eventSubject } from '@guildhall/contracts';
import * as commands from '@guildhall/contracts/notifier/v1/commands';
import * as events from '@guildhall/contracts/notifier/v1/events';
import * as identity from '@guildhall/contracts/identity/v1/events';
import * as evacuation from '@guildhall/contracts/register/v1/evacuation';
import * as register from '@guildhall/contracts/register/v1/events';
import * as visitors from '@guildhall/contracts/register/v1/visitor_events';

const isMessage = (value: unknown): value is DescMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'message';

const facts = [events, identity, register, visitors, evacuation]
  .flatMap((file): readonly unknown[] => Object.values(file))
  .filter(isMessage);
const bySubject = new Map(facts.map((type) => [eventSubject(type), type]));

/** What travels on a subject; undefined for what is none of ours, or not any more. */
export function messageTypeOf(subject: string): DescMessage | undefined {
  if (/^cmd\.notifier\.v1\.[a-z]+\.send\./.test(subject)) return commands.SendMessageSchema;
  if (subject.startsWith('cmd.notifier.v1.inbound.receive-text.')) return commands.ReceiveTextSchema;
  if (subject.startsWith('cmd.notifier.v1.inbound.report-delivery.')) return commands.ReportDeliverySchema;
  return bySubject.get(subject.split('.', 4).join('.'));
}
