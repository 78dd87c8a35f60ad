// Generated from the contracts by `npm run contracts`: do not edit.

import type { AddEntryRequest, AddMarksRequest, AddMarksResponse, AddVisitRequest, AddWatchEntryRequest, AnswerArrivalRequest, AnswerByLinkRequest, AppStatus, ArrivalLink, AssignBadgeRequest, Badge, Broadcast, BroadcastPreview, Call, CancelGuestRequest, CancelVisitorRequest, CollectVisitorRequest, CorrectMyVisitRequest, CorrectVisitRequest, CreateExportRequest, CreateKioskRequest, CreatePairingCodeRequest, CreateSiteRequest, CreateWebhookRequest, DecideGuestRequest, DecideVisitorRequest, DeleteExportRequest, DeleteExportResponse, DeleteWebhookRequest, DeleteWebhookResponse, EndIncidentRequest, EvacuationList, EvacuationPlan, ExpectVisitorRequest, ExportPersonRecordsRequest, ExportReportRequest, Extra, FindExpectedRequest, FindExpectedResponse, FindHostsRequest, FindHostsResponse, FindReturningVisitorsRequest, FindReturningVisitorsResponse, GetAnswerRequest, GetAppStatusRequest, GetArrivalLinkRequest, GetBadgeAtKioskRequest, GetBadgeRequest, GetEvacuationListRequest, GetEvacuationPlanRequest, GetIncidentReportCsvRequest, GetIncidentReportPdfRequest, GetIncidentReportRequest, GetIncidentRequest, GetInvitationQrRequest, GetInvitationRequest, GetMusterCodeRequest, GetOccupancySeriesRequest, GetPhotoRequest, GetPresenceRequest, GetPrivacyNoticeRequest, GetQrPngRequest, GetQrSvgRequest, GetReceptionRequest, GetReminderRunRequest, GetReportRequest, GetSignatureRequest, GetSiteRequest, GetSnapshotPageRequest, GetSnapshotRequest, GetStatsResponse, GetStatusRequest, GetVisitRequest, GetVisitorRequest, GetWebhookDeliveryRequest, GetWebhookRequest, GetWhoIsInRequest, GiveAnswerRequest, Incident, IncidentReport, Induction, Invitation, InviteGuestRequest, Kiosk, KioskConfig, KioskMovement, KioskScan, LeaveAtKioskRequest, LeaveByLinkRequest, ListAuditsRequest, ListAuditsResponse, ListBadgesRequest, ListBadgesResponse, ListBroadcastsRequest, ListBroadcastsResponse, ListExportsRequest, ListExportsResponse, ListGuestsResponse, ListIncidentsRequest, ListIncidentsResponse, ListInductionsRequest, ListInductionsResponse, ListKiosksRequest, ListKiosksResponse, ListMusterPointsRequest, ListMusterPointsResponse, ListMyVisitsRequest, ListMyVisitsResponse, ListPendingVisitorsRequest, ListPendingVisitorsResponse, ListPrivacyNoticesResponse, ListReminderRunsRequest, ListReminderRunsResponse, ListRetentionRunsRequest, ListRetentionRunsResponse, ListSitesResponse, ListVisitorsRequest, ListVisitorsResponse, ListVisitsRequest, ListVisitsResponse, ListWatchEntriesRequest, ListWatchEntriesResponse, ListWebhookDeliveriesRequest, ListWebhookDeliveriesResponse, ListWebhooksResponse, MarkEntryRequest, MoveByPinRequest, Movement, OccupancySeries, PairKioskRequest, PairedKiosk, PairingCode, PingWebhookRequest, Presence, PreviewBroadcastRequest, PrivacyNotice, ReadSignOutLinkRequest, ReceiveAtKioskRequest, ReceiveVisitorRequest, Received, ReceivedAtKiosk, Reception, RecordBadgeEventsRequest, RecordBadgeEventsResponse, RecordInductionRequest, RegisterGetStatsRequest, ReleaseVisitorRequest, ReminderRun, RemoveBadgeRequest, RemoveInductionRequest, RemoveWatchEntryRequest, ReplayFailedWebhookDeliveriesRequest, ReplayFailedWebhookDeliveriesResponse, ReplayWebhookDeliveryRequest, RevokeKioskRequest, RollCallAnswer, RollCallEntry, RotateWebhookSecretRequest, RunExportRequest, RunRemindersRequest, RunRetentionRequest, RunRetentionResponse, ScanBadgeRequest, ScanKioskRequest, ScanMusterRequest, ScheduledExport, SearchHostsRequest, SearchHostsResponse, SendBroadcastRequest, SendInvitationRequest, SetAppStatusRequest, SetEvacuationPlanRequest, SetPhotoAtKioskRequest, SetPhotoRequest, SetPrivacyNoticeRequest, SignInRequest, SignOutLink, SignOutRequest, SignedSnapshot, Site, SiteReport, SnapshotKey, SnoozeRemindersRequest, SnoozeRemindersResponse, StartIncidentRequest, Status, StreamIncidentRequest, StreamPresenceRequest, SyncKioskRequest, SyncKioskResponse, UpdateExportRequest, UpdateKioskRequest, UpdateReceptionRequest, UpdateSiteRequest, UpdateVisitorRequest, UpdateWebhookRequest, UseSignOutLinkRequest, Visit, Visitor, WatchEntry, Webhook, WebhookDelivery, WhoIsIn } from '../client.ts';

export const register = (call: Call) => ({
    /** How many a message would reach now. Sends nothing. */
    previewBroadcast: (request: PreviewBroadcastRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<BroadcastPreview>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/broadcasts/preview`, { body, ...extra });
    },
    /** Writes to everybody inside, each once, by the contact they prefer. It names who sends it. */
    sendBroadcast: (request: SendBroadcastRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<Broadcast>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/broadcasts`, { body, ...extra });
    },
    /** What was written to the people inside, the last 50, newest first. */
    listBroadcasts: (request: ListBroadcastsRequest, extra: Extra = {}) => call<ListBroadcastsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/broadcasts`, { ...extra }),
    /** Freezes the list of who is inside and calls everybody on it. */
    startIncident: (request: StartIncidentRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<Incident>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/incidents`, { body, ...extra });
    },
    /** The incidents of a site, newest first. */
    listIncidents: (request: ListIncidentsRequest, extra: Extra = {}) => call<ListIncidentsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/incidents`, { query: { open: request.open, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** The board: everybody on the list with their state, and what became of the messages to them. */
    getIncident: (request: GetIncidentRequest, extra: Extra = {}) => call<Incident>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}`, { ...extra }),
    /** The board, then every change of it. Whoever may not see the board may not follow it either. */
    streamIncident: (request: StreamIncidentRequest): string => `/api/register/incidents/${encodeURIComponent(request.incidentId)}/stream`,
    /** Ends the incident for good; what is written then is the report. */
    endIncident: (request: EndIncidentRequest, extra: Extra = {}) => {
      const { incidentId: _incidentId, ...body } = request;
      return call<Incident>('POST', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/end`, { body, ...extra });
    },
    /** One mark by a warden. */
    markEntry: (request: MarkEntryRequest, extra: Extra = {}) => {
      const { incidentId: _incidentId, entryId: _entryId, ...body } = request;
      return call<RollCallEntry>('POST', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/entries/${encodeURIComponent(request.entryId)}/marks`, { body, ...extra });
    },
    /** The marks that a warden's phone kept while it was offline, in any order, as often as it takes. */
    addMarks: (request: AddMarksRequest, extra: Extra = {}) => {
      const { incidentId: _incidentId, ...body } = request;
      return call<AddMarksResponse>('POST', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/marks`, { body, ...extra });
    },
    /** Somebody who is there and not on the list. */
    addEntry: (request: AddEntryRequest, extra: Extra = {}) => {
      const { incidentId: _incidentId, ...body } = request;
      return call<RollCallEntry>('POST', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/entries`, { body, ...extra });
    },
    /** A warden scans somebody's badge: safe, at the warden's muster point. The badge of a visitor says its code itself; that of a member is one that readers know. */
    scanBadge: (request: ScanBadgeRequest, extra: Extra = {}) => {
      const { incidentId: _incidentId, ...body } = request;
      return call<RollCallEntry>('POST', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/scans`, { body, ...extra });
    },
    /** The muster points of an incident with the codes that are shown there. */
    listMusterPoints: (request: ListMusterPointsRequest, extra: Extra = {}) => call<ListMusterPointsResponse>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/muster-points`, { ...extra }),
    /** The code of a muster point as a picture. */
    getMusterCode: (request: GetMusterCodeRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/muster-points/${encodeURIComponent(request.number)}/code.svg`, { ...extra }),
    /** The caller scanned the code of a muster point: they are safe there. */
    scanMuster: (request: ScanMusterRequest, extra: Extra = {}) => call<RollCallAnswer>('POST', `/api/register/me/muster`, { body: request, ...extra }),
    /** What the link in a call is about. Changes nothing. */
    getAnswer: (request: GetAnswerRequest, extra: Extra = {}) => call<RollCallAnswer>('GET', `/api/register/answers/${encodeURIComponent(request.token)}`, { ...extra }),
    /** "I am safe", "I need help", "I am not on site". */
    giveAnswer: (request: GiveAnswerRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<RollCallAnswer>('POST', `/api/register/answers/${encodeURIComponent(request.token)}`, { body, ...extra });
    },
    /** Who is inside now, for a warden's phone to keep. Without contacts. */
    getEvacuationList: (request: GetEvacuationListRequest, extra: Extra = {}) => call<EvacuationList>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/evacuation-list`, { query: { known: request.known }, ...extra }),
    /** Who is inside now, signed, to be kept on another machine. */
    getSnapshot: (request: GetSnapshotRequest, extra: Extra = {}) => call<SignedSnapshot>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/snapshot`, { ...extra }),
    /** The same as a page to be printed. */
    getSnapshotPage: (request: GetSnapshotPageRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/snapshot.html`, { ...extra }),
    /** The key that snapshots are verified with (RFC 8037). */
    getSnapshotKey: (extra: Extra = {}) => call<SnapshotKey>('GET', `/api/register/snapshot-key`, { ...extra }),
    /** What is prepared for an evacuation of the site. */
    getEvacuationPlan: (request: GetEvacuationPlanRequest, extra: Extra = {}) => call<EvacuationPlan>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/evacuation-plan`, { ...extra }),
    /** Muster points, waiting time, and where the signed list of who is inside is sent again and again. */
    setEvacuationPlan: (request: SetEvacuationPlanRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<EvacuationPlan>('PUT', `/api/register/sites/${encodeURIComponent(request.siteId)}/evacuation-plan`, { body, ...extra });
    },
    /** What happened, who was not found, and how long it took. */
    getIncidentReport: (request: GetIncidentReportRequest, extra: Extra = {}) => call<IncidentReport>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/report`, { ...extra }),
    getIncidentReportPdf: (request: GetIncidentReportPdfRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/report.pdf`, { ...extra }),
    getIncidentReportCsv: (request: GetIncidentReportCsvRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/incidents/${encodeURIComponent(request.incidentId)}/report.csv`, { ...extra }),
    /** Adds a kiosk or a door reader to a site. The pairing code is shown this once and works for ten minutes. */
    createKiosk: (request: CreateKioskRequest, extra: Extra = {}) => call<PairingCode>('POST', `/api/register/kiosks`, { body: request.kiosk, ...extra }),
    /** The kiosks, with when each was last heard of. */
    listKiosks: (request: ListKiosksRequest, extra: Extra = {}) => call<ListKiosksResponse>('GET', `/api/register/kiosks`, { query: { siteId: request.siteId }, ...extra }),
    /** Changes name or entrance. */
    updateKiosk: (request: UpdateKioskRequest, extra: Extra = {}) => call<Kiosk>('PATCH', `/api/register/kiosks/${encodeURIComponent(request.kioskId)}`, { query: { updateMask: request.updateMask }, body: request.kiosk, ...extra }),
    /** Makes a new pairing code; once it is used, the device that was paired before is out. */
    createPairingCode: (request: CreatePairingCodeRequest, extra: Extra = {}) => {
      const { kioskId: _kioskId, ...body } = request;
      return call<PairingCode>('POST', `/api/register/kiosks/${encodeURIComponent(request.kioskId)}/pairing-code`, { body, ...extra });
    },
    /** Ends a kiosk: its token stops working at once. */
    revokeKiosk: (request: RevokeKioskRequest, extra: Extra = {}) => call<void>('DELETE', `/api/register/kiosks/${encodeURIComponent(request.kioskId)}`, { ...extra }),
    /** The device proves itself by the code and gets its token, shown this once. */
    pairKiosk: (request: PairKioskRequest, extra: Extra = {}) => call<PairedKiosk>('POST', `/api/register/kiosks/pair`, { body: request, ...extra }),
    /** What the kiosk needs to know, also for hours without a connection; and a sign of life. */
    getKioskConfig: (extra: Extra = {}) => call<KioskConfig>('GET', `/api/register/kiosk/config`, { ...extra }),
    /** Signs in or out by number and PIN. Says the first name and the initial of the last, and nothing else. */
    moveByPin: (request: MoveByPinRequest, extra: Extra = {}) => call<KioskMovement>('POST', `/api/register/kiosk/pin`, { body: request, ...extra }),
    /** Names of people to visit: two letters at least, ten names at most. */
    findHosts: (request: FindHostsRequest, extra: Extra = {}) => call<FindHostsResponse>('GET', `/api/register/kiosk/hosts`, { query: { name: request.name }, ...extra }),
    /** Visitors who are expected today or are inside, by name: two letters at least, ten at most. */
    findExpected: (request: FindExpectedRequest, extra: Extra = {}) => call<FindExpectedResponse>('GET', `/api/register/kiosk/visitors`, { query: { name: request.name }, ...extra }),
    /** A visitor comes in: by the QR code of the invitation, by name, or without having been announced. */
    receiveAtKiosk: (request: ReceiveAtKioskRequest, extra: Extra = {}) => call<ReceivedAtKiosk>('POST', `/api/register/kiosk/arrivals`, { body: request, ...extra }),
    /** A visitor goes: by the QR code of invitation or badge, or by name. */
    leaveAtKiosk: (request: LeaveAtKioskRequest, extra: Extra = {}) => call<KioskMovement>('POST', `/api/register/kiosk/departures`, { body: request, ...extra }),
    /** Keeps a photo that the kiosk has taken: JPEG or PNG, 2 MB at most. */
    setPhotoAtKiosk: (request: SetPhotoAtKioskRequest, extra: Extra = {}) => call<void>('PUT', `/api/register/kiosk/visitors/${encodeURIComponent(request.visitorId)}/photo`, { body: request.photo, ...extra }),
    /** The badge to print (SVG). */
    getBadgeAtKiosk: (request: GetBadgeAtKioskRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/kiosk/visitors/${encodeURIComponent(request.visitorId)}/badge.svg`, { ...extra }),
    /** Takes what happened at the kiosk while it had no connection, with the original times. Any order, any repeats. */
    syncKiosk: (request: SyncKioskRequest, extra: Extra = {}) => call<SyncKioskResponse>('POST', `/api/register/kiosk/sync`, { body: request, ...extra }),
    /** Badges that were held to a reader. An unknown one is recorded and answered like a known one. */
    recordBadgeEvents: (request: RecordBadgeEventsRequest, extra: Extra = {}) => call<RecordBadgeEventsResponse>('POST', `/api/register/badge-events`, { body: request, ...extra }),
    /** The caller's phone scanned the code on a kiosk: signs in or out there. The same code twice: changed = false. */
    scanKiosk: (request: ScanKioskRequest, extra: Extra = {}) => call<KioskScan>('POST', `/api/register/me/kiosk-scan`, { body: request, ...extra }),
    /** Gives a person a badge; whoever had it has it no more. */
    assignBadge: (request: AssignBadgeRequest, extra: Extra = {}) => call<Badge>('POST', `/api/register/badges`, { body: request, ...extra }),
    /** The badges, without what the readers read. */
    listBadges: (request: ListBadgesRequest, extra: Extra = {}) => call<ListBadgesResponse>('GET', `/api/register/badges`, { query: { personId: request.personId }, ...extra }),
    /** Takes a badge back. */
    removeBadge: (request: RemoveBadgeRequest, extra: Extra = {}) => call<void>('DELETE', `/api/register/badges/${encodeURIComponent(request.id)}`, { ...extra }),
    /** The notice in a language, else in that of its family, else in English, else in any. Without a text where the organisation has written none: pages have words of their own then. */
    getPrivacyNotice: (request: GetPrivacyNoticeRequest, extra: Extra = {}) => call<PrivacyNotice>('GET', `/api/register/privacy-notice`, { query: { language: request.language }, ...extra }),
    /** The notices of all languages, with their earlier versions. */
    listPrivacyNotices: (extra: Extra = {}) => call<ListPrivacyNoticesResponse>('GET', `/api/register/privacy-notices`, { ...extra }),
    /** A new version of the notice in one language; the same text again changes nothing. */
    setPrivacyNotice: (request: SetPrivacyNoticeRequest, extra: Extra = {}) => {
      const { language: _language, ...body } = request;
      return call<PrivacyNotice>('PUT', `/api/register/privacy-notices/${encodeURIComponent(request.language)}`, { body, ...extra });
    },
    /** The sites that one can sign in to. */
    listSites: (extra: Extra = {}) => call<ListSitesResponse>('GET', `/api/register/sites`, { ...extra }),
    /** A site with the settings that only its administrators see. */
    getSite: (request: GetSiteRequest, extra: Extra = {}) => call<Site>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}`, { ...extra }),
    createSite: (request: CreateSiteRequest, extra: Extra = {}) => call<Site>('POST', `/api/register/sites`, { body: request.site, ...extra }),
    /** Changes the fields that are named, and no others. Of the digest, the declaration and the Slack channel the same holds for their own fields: those that the body leaves out stay. */
    updateSite: (request: UpdateSiteRequest, extra: Extra = {}) => call<Site>('PATCH', `/api/register/sites/${encodeURIComponent(request.siteId)}`, { query: { updateMask: request.updateMask }, body: request.site, ...extra }),
    /** Opens the caller's visit. Already inside: answers with the open visit and changed = false. */
    signIn: (request: SignInRequest, extra: Extra = {}) => call<Movement>('POST', `/api/register/me/sign-in`, { body: request, ...extra }),
    /** Closes the caller's visit. Nothing open: changed = false, and nobody is told. */
    signOut: (request: SignOutRequest, extra: Extra = {}) => call<Movement>('POST', `/api/register/me/sign-out`, { body: request, ...extra }),
    getStatus: (request: GetStatusRequest, extra: Extra = {}) => call<Status>('GET', `/api/register/me/status`, { query: { siteId: request.siteId }, ...extra }),
    /** The caller's own visits of the last days, newest first. */
    listMyVisits: (request: ListMyVisitsRequest, extra: Extra = {}) => call<ListMyVisitsResponse>('GET', `/api/register/me/visits`, { query: { siteId: request.siteId, from: request.from, to: request.to }, ...extra }),
    /** "I left at 17:10": puts the times of an own visit of the last seven days right, marked as self-declared. */
    correctMyVisit: (request: CorrectMyVisitRequest, extra: Extra = {}) => {
      const { visitId: _visitId, ...body } = request;
      return call<Visit>('POST', `/api/register/me/visits/${encodeURIComponent(request.visitId)}/correction`, { body, ...extra });
    },
    /** A visit with every correction of it. */
    getVisit: (request: GetVisitRequest, extra: Extra = {}) => call<Visit>('GET', `/api/register/visits/${encodeURIComponent(request.visitId)}`, { ...extra }),
    /** Puts the times of a visit right, or closes an open one; before, after and the reason are kept. */
    correctVisit: (request: CorrectVisitRequest, extra: Extra = {}) => {
      const { visitId: _visitId, ...body } = request;
      return call<Visit>('POST', `/api/register/visits/${encodeURIComponent(request.visitId)}/correction`, { body, ...extra });
    },
    /** Adds a visit that nobody recorded. */
    addVisit: (request: AddVisitRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<Visit>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visits`, { body, ...extra });
    },
    /** What a sign-out link would do. Changes nothing, so that whatever looks at links ahead of people does no harm. */
    readSignOutLink: (request: ReadSignOutLinkRequest, extra: Extra = {}) => call<SignOutLink>('GET', `/api/register/links/sign-out/${encodeURIComponent(request.token)}`, { ...extra }),
    /** Signs the person of the link out. Once done, a repeat changes nothing. */
    useSignOutLink: (request: UseSignOutLinkRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<SignOutLink>('POST', `/api/register/links/sign-out/${encodeURIComponent(request.token)}`, { body, ...extra });
    },
    /** How many are inside, and those of them who wish to be seen. Where the site allows it. */
    getWhoIsIn: (request: GetWhoIsInRequest, extra: Extra = {}) => call<WhoIsIn>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/who`, { ...extra }),
    /** The caller's state, as the mobile app reads it. */
    getAppStatus: (request: GetAppStatusRequest, extra: Extra = {}) => call<AppStatus>('GET', `/api/register/app/status`, { query: { siteId: request.siteId }, ...extra }),
    /** Signs in or out from the mobile app and takes the address for its push messages. Idempotent. */
    setAppStatus: (request: SetAppStatusRequest, extra: Extra = {}) => call<AppStatus>('POST', `/api/register/app/status`, { body: request, ...extra }),
    /** The QR code for a poster at a door, to be scaled as one likes. */
    getQrSvg: (request: GetQrSvgRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/qr.svg`, { query: { entrance: request.entrance, logo: request.logo }, ...extra }),
    /** The QR code for a poster at a door, as an image. */
    getQrPng: (request: GetQrPngRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/qr.png`, { query: { entrance: request.entrance, logo: request.logo }, ...extra }),
    /** Everybody inside, by name. */
    getPresence: (request: GetPresenceRequest, extra: Extra = {}) => call<Presence>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/presence`, { ...extra }),
    /** Movements as they happen, after a first event that says who is inside. */
    streamPresence: (request: StreamPresenceRequest): string => `/api/register/sites/${encodeURIComponent(request.siteId)}/presence/stream`,
    /** Counts per day, without identities. With the format csv or xlsx the answer is that file. */
    getStats: (request: RegisterGetStatsRequest, extra: Extra = {}) => call<GetStatsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/stats`, { query: { from: request.from, to: request.to, format: request.format }, ...extra }),
    /** What was done, by whom and to whom, newest first. */
    listAudits: (request: ListAuditsRequest, extra: Extra = {}) => call<ListAuditsResponse>('GET', `/api/register/audits`, { query: { subjectId: request.subjectId, action: request.action, pageSize: request.pageSize, pageToken: request.pageToken, actorId: request.actorId, siteId: request.siteId, from: request.from, to: request.to }, ...extra }),
    /** Reminds those who are inside and have not been asked yet today with this template. */
    runReminders: (request: RunRemindersRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<ReminderRun>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/reminders`, { body, ...extra });
    },
    /** The runs of a site, newest first. */
    listReminderRuns: (request: ListReminderRunsRequest, extra: Extra = {}) => call<ListReminderRunsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/reminders`, { query: { pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** A run with what became of each person. */
    getReminderRun: (request: GetReminderRunRequest, extra: Extra = {}) => call<ReminderRun>('GET', `/api/register/reminder-runs/${encodeURIComponent(request.runId)}`, { ...extra }),
    /** The caller is not reminded again today. */
    snoozeReminders: (request: SnoozeRemindersRequest, extra: Extra = {}) => call<SnoozeRemindersResponse>('POST', `/api/register/me/reminders/snooze`, { body: request, ...extra }),
    /** Who was at a site on a day, each person once. E-mail addresses and phone numbers only for those who also hold register.contacts.read. Every look leaves an audit entry. */
    getReport: (request: GetReportRequest, extra: Extra = {}) => call<SiteReport>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/report`, { query: { date: request.date }, ...extra }),
    /** For each person and day the first sign-in and the last sign-out. With the format csv or xlsx the answer is that file. */
    listVisits: (request: ListVisitsRequest, extra: Extra = {}) => call<ListVisitsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visits`, { query: { from: request.from, to: request.to, format: request.format, summary: request.summary }, ...extra }),
    /** How many came, left and were inside in each quarter of an hour, and what a week looks like. Without identities. With the format csv or xlsx the answer is that file. */
    getOccupancySeries: (request: GetOccupancySeriesRequest, extra: Extra = {}) => call<OccupancySeries>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/occupancy`, { query: { from: request.from, to: request.to, format: request.format }, ...extra }),
    /** A report as a file. */
    exportReport: (request: ExportReportRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/reports/${encodeURIComponent(request.kind)}`, { query: { from: request.from, to: request.to, format: request.format }, ...extra }),
    /** The reports that a site sends by mail. */
    listExports: (request: ListExportsRequest, extra: Extra = {}) => call<ListExportsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/exports`, { ...extra }),
    createExport: (request: CreateExportRequest, extra: Extra = {}) => call<ScheduledExport>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/exports`, { body: request.export, ...extra }),
    /** Replaces the settings as a whole. */
    updateExport: (request: UpdateExportRequest, extra: Extra = {}) => call<ScheduledExport>('PUT', `/api/register/sites/${encodeURIComponent(request.siteId)}/exports/${encodeURIComponent(request.exportId)}`, { body: request.export, ...extra }),
    deleteExport: (request: DeleteExportRequest, extra: Extra = {}) => call<DeleteExportResponse>('DELETE', `/api/register/sites/${encodeURIComponent(request.siteId)}/exports/${encodeURIComponent(request.exportId)}`, { ...extra }),
    /** Sends the report now, to the same recipients; its schedule goes on. */
    runExport: (request: RunExportRequest, extra: Extra = {}) => {
      const { siteId: _siteId, exportId: _exportId, ...body } = request;
      return call<ScheduledExport>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/exports/${encodeURIComponent(request.exportId)}/run`, { body, ...extra });
    },
    /** Deletes what is older than the policy of its site allows, or says what would go. */
    runRetention: (request: RunRetentionRequest, extra: Extra = {}) => call<RunRetentionResponse>('POST', `/api/register/retention`, { body: request, ...extra }),
    /** The runs that took place, newest first. */
    listRetentionRuns: (request: ListRetentionRunsRequest, extra: Extra = {}) => call<ListRetentionRunsResponse>('GET', `/api/register/retention/runs`, { query: { siteId: request.siteId, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** Everything that the register holds about a person, as a JSON file. Asks for a proof of identity within the last 15 minutes. */
    exportPersonRecords: (request: ExportPersonRecordsRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/people/${encodeURIComponent(request.personId)}/export`, { ...extra }),
    /** Everything that the register holds about the caller, as a JSON file. Asks for a proof of identity within the last 15 minutes. */
    exportMyRecords: (extra: Extra = {}) => call<Blob>('GET', `/api/register/me/export`, { ...extra }),
    /** Announces a visitor or contractor. With an e-mail address they get an invitation with a QR code. */
    expectVisitor: (request: ExpectVisitorRequest, extra: Extra = {}) => call<Visitor>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors`, { body: request.visitor, ...extra }),
    /** Visitors of a site: those of one day, or those who are inside. */
    listVisitors: (request: ListVisitorsRequest, extra: Extra = {}) => call<ListVisitorsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors`, { query: { date: request.date, status: request.status, name: request.name, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** One visitor. */
    getVisitor: (request: GetVisitorRequest, extra: Extra = {}) => call<Visitor>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}`, { ...extra }),
    /** Changes what was announced, as long as the visitor has not come. */
    updateVisitor: (request: UpdateVisitorRequest, extra: Extra = {}) => call<Visitor>('PATCH', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}`, { query: { updateMask: request.updateMask }, body: request.visitor, ...extra }),
    /** Nobody expects the visitor any more. */
    cancelVisitor: (request: CancelVisitorRequest, extra: Extra = {}) => {
      const { siteId: _siteId, visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/cancel`, { body, ...extra });
    },
    /** Those whom somebody has to agree to before they are invited. */
    listPendingVisitors: (request: ListPendingVisitorsRequest, extra: Extra = {}) => call<ListPendingVisitorsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/pending-visitors`, { ...extra }),
    /** The desk agrees to a visit, and the invitation goes out; or refuses it. Nobody decides about whom they announced themselves. */
    decideVisitor: (request: DecideVisitorRequest, extra: Extra = {}) => {
      const { siteId: _siteId, visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/decision`, { body, ...extra });
    },
    /** Signs a visitor in at the desk: one who was announced, or a walk-in. Received twice: answers the same. */
    receiveVisitor: (request: ReceiveVisitorRequest, extra: Extra = {}) => {
      const { siteId: _siteId, ...body } = request;
      return call<Received>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/arrivals`, { body, ...extra });
    },
    /** Signs a visitor out at the desk. */
    releaseVisitor: (request: ReleaseVisitorRequest, extra: Extra = {}) => {
      const { siteId: _siteId, visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/sign-out`, { body, ...extra });
    },
    /** The visitor is with the host: nobody is reminded any more. */
    collectVisitor: (request: CollectVisitorRequest, extra: Extra = {}) => {
      const { siteId: _siteId, visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/collect`, { body, ...extra });
    },
    /** The badge as a picture to print (SVG, 86 by 54 mm), with a QR code that signs out. */
    getBadge: (request: GetBadgeRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/badge.svg`, { ...extra }),
    /** Keeps a photo of the visitor: JPEG or PNG, 2 MB at most. */
    setPhoto: (request: SetPhotoRequest, extra: Extra = {}) => call<void>('PUT', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/photo`, { body: request.photo, ...extra }),
    /** The photo of the visitor. */
    getPhoto: (request: GetPhotoRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/photo`, { ...extra }),
    /** The signature under a document. */
    getSignature: (request: GetSignatureRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/visitors/${encodeURIComponent(request.visitorId)}/signatures/${encodeURIComponent(request.documentId)}`, { ...extra }),
    /** People who visited before, to fill in the form with: each name and company once, the latest first. */
    findReturningVisitors: (request: FindReturningVisitorsRequest, extra: Extra = {}) => call<FindReturningVisitorsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/returning-visitors`, { query: { name: request.name }, ...extra }),
    /** Names of people to visit, to fill in the form with: two letters at least, ten names at most. */
    searchHosts: (request: SearchHostsRequest, extra: Extra = {}) => call<SearchHostsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/hosts`, { query: { name: request.name }, ...extra }),
    /** How a site receives visitors: documents, waiting time, photo, kiosk. */
    getReception: (request: GetReceptionRequest, extra: Extra = {}) => call<Reception>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/reception`, { ...extra }),
    /** Changes the fields that are named, and no others. The version of a document rises with its text. */
    updateReception: (request: UpdateReceptionRequest, extra: Extra = {}) => call<Reception>('PATCH', `/api/register/sites/${encodeURIComponent(request.siteId)}/reception`, { query: { updateMask: request.updateMask }, body: request.reception, ...extra }),
    /** Whom the desk wants to hear of. */
    listWatchEntries: (request: ListWatchEntriesRequest, extra: Extra = {}) => call<ListWatchEntriesResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/watch-list`, { ...extra }),
    /** Adds a name or a company. Those it matches are let in and never told; the people named and the host are. */
    addWatchEntry: (request: AddWatchEntryRequest, extra: Extra = {}) => call<WatchEntry>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/watch-list`, { body: request.entry, ...extra }),
    /** Takes an entry off the watch list. */
    removeWatchEntry: (request: RemoveWatchEntryRequest, extra: Extra = {}) => call<void>('DELETE', `/api/register/sites/${encodeURIComponent(request.siteId)}/watch-list/${encodeURIComponent(request.entryId)}`, { ...extra }),
    /** Contractors who were inducted, by name. */
    listInductions: (request: ListInductionsRequest, extra: Extra = {}) => call<ListInductionsResponse>('GET', `/api/register/sites/${encodeURIComponent(request.siteId)}/inductions`, { query: { name: request.name }, ...extra }),
    /** Records until when a contractor is inducted; an earlier record of the same name and company gives way. */
    recordInduction: (request: RecordInductionRequest, extra: Extra = {}) => call<Induction>('POST', `/api/register/sites/${encodeURIComponent(request.siteId)}/inductions`, { body: request.induction, ...extra }),
    /** Forgets an induction. */
    removeInduction: (request: RemoveInductionRequest, extra: Extra = {}) => call<void>('DELETE', `/api/register/sites/${encodeURIComponent(request.siteId)}/inductions/${encodeURIComponent(request.inductionId)}`, { ...extra }),
    /** Announces a guest of the caller. */
    inviteGuest: (request: InviteGuestRequest, extra: Extra = {}) => call<Visitor>('POST', `/api/register/me/guests`, { body: request.guest, ...extra }),
    /** The caller's guests of today and later. */
    listGuests: (extra: Extra = {}) => call<ListGuestsResponse>('GET', `/api/register/me/guests`, { ...extra }),
    /** The guest of the caller does not come. */
    cancelGuest: (request: CancelGuestRequest, extra: Extra = {}) => {
      const { visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/me/guests/${encodeURIComponent(request.visitorId)}/cancel`, { body, ...extra });
    },
    /** The host agrees to a visit that the desk announced, or refuses it. */
    decideGuest: (request: DecideGuestRequest, extra: Extra = {}) => {
      const { visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/me/guests/${encodeURIComponent(request.visitorId)}/decision`, { body, ...extra });
    },
    /** Sends the invitation once more to a guest of the caller who is still expected. */
    sendInvitation: (request: SendInvitationRequest, extra: Extra = {}) => {
      const { visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/me/guests/${encodeURIComponent(request.visitorId)}/invitation`, { body, ...extra });
    },
    /** The host says what happens with the guest who waits. */
    answerArrival: (request: AnswerArrivalRequest, extra: Extra = {}) => {
      const { visitorId: _visitorId, ...body } = request;
      return call<Visitor>('POST', `/api/register/me/guests/${encodeURIComponent(request.visitorId)}/answer`, { body, ...extra });
    },
    /** What the invitation says, for its page. */
    getInvitation: (request: GetInvitationRequest, extra: Extra = {}) => call<Invitation>('GET', `/api/register/links/invitation/${encodeURIComponent(request.token)}`, { ...extra }),
    /** The invitation's QR code. */
    getInvitationQr: (request: GetInvitationQrRequest, extra: Extra = {}) => call<Blob>('GET', `/api/register/links/invitation/${encodeURIComponent(request.token)}/qr.svg`, { ...extra }),
    /** The visitor signs out with their own invitation or badge. */
    leaveByLink: (request: LeaveByLinkRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<Invitation>('POST', `/api/register/links/invitation/${encodeURIComponent(request.token)}/sign-out`, { body, ...extra });
    },
    /** Who waits for the host, for the page of the link in the message. */
    getArrivalLink: (request: GetArrivalLinkRequest, extra: Extra = {}) => call<ArrivalLink>('GET', `/api/register/links/host-answer/${encodeURIComponent(request.token)}`, { ...extra }),
    /** The host answers by the link in the message, without signing in. */
    answerByLink: (request: AnswerByLinkRequest, extra: Extra = {}) => {
      const { token: _token, ...body } = request;
      return call<ArrivalLink>('POST', `/api/register/links/host-answer/${encodeURIComponent(request.token)}`, { body, ...extra });
    },
    listWebhooks: (extra: Extra = {}) => call<ListWebhooksResponse>('GET', `/api/register/webhooks`, { ...extra }),
    getWebhook: (request: GetWebhookRequest, extra: Extra = {}) => call<Webhook>('GET', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}`, { ...extra }),
    /** The answer is the only one that shows the secret. */
    createWebhook: (request: CreateWebhookRequest, extra: Extra = {}) => call<Webhook>('POST', `/api/register/webhooks`, { body: request.webhook, ...extra }),
    /** Replaces the settings as a whole. One that was switched off for failing starts afresh when it is made active. */
    updateWebhook: (request: UpdateWebhookRequest, extra: Extra = {}) => call<Webhook>('PUT', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}`, { body: request.webhook, ...extra }),
    deleteWebhook: (request: DeleteWebhookRequest, extra: Extra = {}) => call<DeleteWebhookResponse>('DELETE', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}`, { ...extra }),
    /** A new secret, shown in this answer only; the old one is worth nothing from now on. */
    rotateWebhookSecret: (request: RotateWebhookSecretRequest, extra: Extra = {}) => {
      const { webhookId: _webhookId, ...body } = request;
      return call<Webhook>('POST', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/secret`, { body, ...extra });
    },
    /** Sends an event of type "ping". */
    pingWebhook: (request: PingWebhookRequest, extra: Extra = {}) => {
      const { webhookId: _webhookId, ...body } = request;
      return call<WebhookDelivery>('POST', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/ping`, { body, ...extra });
    },
    /** What was delivered in the last thirty days, or was not, newest first. */
    listWebhookDeliveries: (request: ListWebhookDeliveriesRequest, extra: Extra = {}) => call<ListWebhookDeliveriesResponse>('GET', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/deliveries`, { query: { state: request.state, pageSize: request.pageSize, pageToken: request.pageToken }, ...extra }),
    /** A delivery with its body and every try. */
    getWebhookDelivery: (request: GetWebhookDeliveryRequest, extra: Extra = {}) => call<WebhookDelivery>('GET', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/deliveries/${encodeURIComponent(request.deliveryId)}`, { ...extra }),
    /** Delivers once more what was delivered, or was given up. */
    replayWebhookDelivery: (request: ReplayWebhookDeliveryRequest, extra: Extra = {}) => {
      const { webhookId: _webhookId, deliveryId: _deliveryId, ...body } = request;
      return call<WebhookDelivery>('POST', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/deliveries/${encodeURIComponent(request.deliveryId)}/replay`, { body, ...extra });
    },
    /** The same for everything that was given up. */
    replayFailedWebhookDeliveries: (request: ReplayFailedWebhookDeliveriesRequest, extra: Extra = {}) => {
      const { webhookId: _webhookId, ...body } = request;
      return call<ReplayFailedWebhookDeliveriesResponse>('POST', `/api/register/webhooks/${encodeURIComponent(request.webhookId)}/replay`, { body, ...extra });
    },
});
