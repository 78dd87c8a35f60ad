import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';

const hourMs = 3_600_000;
const worthForMs = { 'host-arrival': 4 * hourMs, 'visitor-waiting': hourMs, 'watch-alert': 12 * hourMs } as const;

/** Asks the notifier for what people are told about a visitor. */
export function visitorNoticeMessage(notice: VisitorNotice): Envelope {
  const { visitor, at } = notice;
  const about = { lane: Lane.TRANSACTIONAL, category: Category.PRESENCE, reference: visitorReference(visitor.id) };
  if (notice.type === 'invitation') {
    return sendTemplate(at, {
      ...about,
      idempotencyKey: `invitation:${visitor.id}:${visitor.version}`,
      channel: Channel.EMAIL,
      to: visitor.email,
      template: 'invitation',
      variables: invitationVariables(notice),
      expiresAt: timestampFromDate(visitor.expectedEnd),
      attachments: notice.enclosures.map(({ name, contentType, content }) => ({ name, contentType, content })),
    });
  }
  if (notice.type === 'visitor-approval' || notice.type === 'visitor-decided') return approvalMessage(notice);
  const isAlert = notice.type === 'watch-alert';
  const personId = isAlert ? notice.personId : visitor.hostId;
  const { name: visitorName, company } = visitor;
  const variables = { visitorName, company, siteName: notice.siteName };
  const command = {
    ...about,
    idempotencyKey: `${notice.type}:${visitor.visitId}:${personId}:${visitor.answer?.at.getTime() ?? 0}`,
    personId,
    answerable: !isAlert,
    expiresAt: timestampFromDate(new Date(at.getTime() + worthForMs[notice.type])),
  };
  return notice.type === 'watch-alert'
    ? sendTemplate(at, { ...command, template: notice.type, variables: { ...variables, note: notice.note } })
    : sendTemplate(at, { ...command, template: notice.type, variables: { ...variables, answerUrl: notice.link } });
}

type AboutApproval = Extract<VisitorNotice, { type: 'visitor-approval' | 'visitor-decided' }>;

/** Asks whoever is to agree, or tells whoever announced the visitor what was decided. */
function approvalMessage(notice: AboutApproval): Envelope {
  const { visitor, at, siteName, link: pageUrl } = notice;
  const { id, version, name: visitorName, company, expectedOn: date, expectedEnd } = visitor;
  const variables = { visitorName, company, siteName, date, pageUrl };
  const command = {
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    reference: visitorReference(id),
    idempotencyKey: `${notice.type}:${id}:${version}`,
    expiresAt: timestampFromDate(expectedEnd),
    ...(notice.personId ? { personId: notice.personId } : { role: 'reception' }),
  };
  if (notice.type === 'visitor-approval') {
    const { announcedBy } = notice;
    return sendTemplate(at, { ...command, template: notice.type, variables: { ...variables, announcedBy } });
  }
  const { state, reason = '' } = visitor.approval ?? {};
  const verdict = { approved: state === 'approved', reason };
  return sendTemplate(at, { ...command, template: notice.type, variables: { ...variables, ...verdict } });
}

function invitationVariables({ visitor, siteName, link }: Extract<VisitorNotice, { type: 'invitation' }>) {
  const { name, hostName, expectedOn, expectedFrom, expectedUntil } = visitor;
  const window = [expectedFrom, expectedUntil].filter(Boolean).join('–');
  return { visitorName: name, hostName, siteName, date: expectedOn, time: window, invitationUrl: link };
}

const prefix = 'visitor:';
const visitorReference = (visitorId: string): string => `${prefix}${visitorId}`;

/** The visitor that a message was about; undefined for messages about other things. */
export const visitorInReference = (reference: string): string | undefined =>
  reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
