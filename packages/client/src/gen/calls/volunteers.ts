// Generated from the contracts by `npm run contracts`: do not edit.

import type { AccessPreview, AddAssignmentRequest, Application, ApplyRequest, ApplyResponse, ApproveApplicationRequest, Call, CancelImportRequest, CancelShiftRequest, ChangeRulesRequest, Channel, CompleteTaskRequest, ConfirmApplicationRequest, ConfirmedApplication, Connection, ConnectionTest, CreateChannelRequest, CreateInviteLinkRequest, CreateLocationRequest, CreateOpportunityRequest, CreateRoleRequest, CreateRuleRequest, CreateShiftRequest, CreateVolunteerRequest, DecideAssignmentRequest, DecideReviewItemsRequest, DecideReviewItemsResponse, DeleteChannelRequest, DeleteExclusionRequest, DeleteLocationRequest, DeleteManagerRequest, DeleteRoleRequest, DeleteRuleRequest, Drift, EndAssignmentRequest, ExcludeRolesRequest, Exclusion, ExportRecognitionRequest, ExportVolunteersRequest, Extra, GetDriftRequest, GetHoursRequest, GetImportRequest, GetMyHoursRequest, GetOpportunityRequest, GetRecognitionRequest, GetReconciliationRequest, GetReviewReportRequest, GetReviewRequest, GetShiftRequest, GetTimelineRequest, GetVolunteerRequest, Hours, Import, InviteLink, LeaveRequest, LinkSlackRequest, ListApplicationPlacesResponse, ListApplicationsRequest, ListApplicationsResponse, ListApprovalsResponse, ListChannelsResponse, ListConnectionsResponse, ListImportsResponse, ListInviteLinksResponse, ListLocationsResponse, ListManagersResponse, ListMyOpportunitiesResponse, ListMyShiftsResponse, ListOnSiteResponse, ListOpportunitiesResponse, ListReconciliationsResponse, ListReviewItemsRequest, ListReviewItemsResponse, ListReviewsResponse, ListRulesResponse, ListShiftsRequest, ListShiftsResponse, ListTasksRequest, ListTasksResponse, ListUnmatchedSlackUsersResponse, ListVolunteersRequest, ListVolunteersResponse, Location, Manager, MyShift, MyVolunteering, Opportunity, Orphans, PreviewRulesRequest, PreviewVolunteerRequest, Recognition, ReconcileRequest, Reconciliation, RecordAttendanceRequest, RefuseApplicationRequest, ReinstateRequest, ResendInviteRequest, RetireInviteLinkRequest, Review, Rule, RulesPreview, SetConnectionRequest, SetManagerRequest, Shift, StartImportRequest, Stats, Task, TestConnectionRequest, Timeline, UnlinkSlackRequest, UpdateChannelRequest, UpdateLocationRequest, UpdateOpportunityRequest, UpdateRoleRequest, UpdateShiftRequest, UpdateVolunteerRequest, Volunteer, VolunteersGetStatsRequest, VolunteersListRolesResponse, VolunteersRole, VolunteersSignUpRequest, WithdrawRequest } from '../client.ts';

export const volunteers = (call: Call) => ({
    /** Links by which people join the workspace, the latest first. */
    listInviteLinks: (extra: Extra = {}) => call<ListInviteLinksResponse>('GET', `/api/volunteers/invite-links`, { ...extra }),
    /** Makes a link the one that is sent; the one before is retired. Those who wait for one are invited, the oldest first. */
    createInviteLink: (request: CreateInviteLinkRequest, extra: Extra = {}) => call<InviteLink>('POST', `/api/volunteers/invite-links`, { body: request, ...extra }),
    /** Sends a link no more. */
    retireInviteLink: (request: RetireInviteLinkRequest, extra: Extra = {}) => {
      const { linkId: _linkId, ...body } = request;
      return call<InviteLink>('POST', `/api/volunteers/invite-links/${encodeURIComponent(request.linkId)}/retire`, { body, ...extra });
    },
    /** Members of the workspace who are no volunteer's account, with volunteers who might be meant. */
    listUnmatchedSlackUsers: (extra: Extra = {}) => call<ListUnmatchedSlackUsersResponse>('GET', `/api/volunteers/unmatched-slack-users`, { ...extra }),
    /** Compares every managed channel with what it should be, and mends it; a dry run only tells. */
    reconcile: (request: ReconcileRequest, extra: Extra = {}) => call<Reconciliation>('POST', `/api/volunteers/reconcile`, { body: request, ...extra }),
    /** The runs of the past, the latest first. */
    listReconciliations: (extra: Extra = {}) => call<ListReconciliationsResponse>('GET', `/api/volunteers/reconciliations`, { ...extra }),
    /** One run, with what it found. */
    getReconciliation: (request: GetReconciliationRequest, extra: Extra = {}) => call<Reconciliation>('GET', `/api/volunteers/reconciliations/${encodeURIComponent(request.reconciliationId)}`, { ...extra }),
    /** What the latest run found to differ, per person and channel. */
    getDrift: (request: GetDriftRequest, extra: Extra = {}) => call<Drift>('GET', `/api/volunteers/drift`, { query: { kind: request.kind, channelId: request.channelId }, ...extra }),
    /** The systems, and whether each can be used. */
    listConnections: (extra: Extra = {}) => call<ListConnectionsResponse>('GET', `/api/volunteers/connections`, { ...extra }),
    /** Tries a connection: whether the token counts, what it may do, and whether each managed channel can be reached. */
    testConnection: (request: TestConnectionRequest, extra: Extra = {}) => {
      const { system: _system, ...body } = request;
      return call<ConnectionTest>('POST', `/api/volunteers/connections/${encodeURIComponent(request.system)}/test`, { body, ...extra });
    },
    /** Keeps a new token, sealed; it is never shown again. */
    setConnection: (request: SetConnectionRequest, extra: Extra = {}) => {
      const { system: _system, ...body } = request;
      return call<Connection>('PUT', `/api/volunteers/connections/${encodeURIComponent(request.system)}`, { body, ...extra });
    },
    /** What people have to do because no program can, such as deactivating an account. */
    listTasks: (request: ListTasksRequest, extra: Extra = {}) => call<ListTasksResponse>('GET', `/api/volunteers/tasks`, { query: { state: request.state, volunteerId: request.volunteerId }, ...extra }),
    /** Says that a task is done. One that can be verified stays open until it is. */
    completeTask: (request: CompleteTaskRequest, extra: Extra = {}) => {
      const { taskId: _taskId, ...body } = request;
      return call<Task>('POST', `/api/volunteers/tasks/${encodeURIComponent(request.taskId)}/complete`, { body, ...extra });
    },
    /** Numbers of a span of days, both included, in the zone of the organisation. */
    getStats: (request: VolunteersGetStatsRequest, extra: Extra = {}) => call<Stats>('GET', `/api/volunteers/stats`, { query: { from: request.from, to: request.to, groupBy: request.groupBy }, ...extra }),
    /** Access without a reason, people without one of their own, rules that give nothing: what somebody should look at. */
    getOrphans: (extra: Extra = {}) => call<Orphans>('GET', `/api/volunteers/orphans`, { ...extra }),
    /** What there is to do as far as the caller's scope reaches, drafts too. */
    listOpportunities: (extra: Extra = {}) => call<ListOpportunitiesResponse>('GET', `/api/volunteers/opportunities`, { ...extra }),
    createOpportunity: (request: CreateOpportunityRequest, extra: Extra = {}) => call<Opportunity>('POST', `/api/volunteers/opportunities`, { body: request.opportunity, ...extra }),
    getOpportunity: (request: GetOpportunityRequest, extra: Extra = {}) => call<Opportunity>('GET', `/api/volunteers/opportunities/${encodeURIComponent(request.opportunityId)}`, { ...extra }),
    /** Replaces what it says as a whole. */
    updateOpportunity: (request: UpdateOpportunityRequest, extra: Extra = {}) => call<Opportunity>('PUT', `/api/volunteers/opportunities/${encodeURIComponent(request.opportunityId)}`, { query: { version: request.version }, body: request.opportunity, ...extra }),
    /** Shifts that begin within a span of days, both included, as far as the caller's scope reaches. */
    listShifts: (request: ListShiftsRequest, extra: Extra = {}) => call<ListShiftsResponse>('GET', `/api/volunteers/shifts`, { query: { from: request.from, to: request.to }, ...extra }),
    createShift: (request: CreateShiftRequest, extra: Extra = {}) => call<Shift>('POST', `/api/volunteers/opportunities/${encodeURIComponent(request.opportunityId)}/shifts`, { body: request.shift, ...extra }),
    /** One shift, with who comes, waits and came. */
    getShift: (request: GetShiftRequest, extra: Extra = {}) => call<Shift>('GET', `/api/volunteers/shifts/${encodeURIComponent(request.shiftId)}`, { ...extra }),
    /** Other times or places for so many; whoever comes is told of other times, and who waits moves up. */
    updateShift: (request: UpdateShiftRequest, extra: Extra = {}) => call<Shift>('PUT', `/api/volunteers/shifts/${encodeURIComponent(request.shiftId)}`, { body: request.shift, ...extra }),
    /** It does not take place: everybody is told. */
    cancelShift: (request: CancelShiftRequest, extra: Extra = {}) => {
      const { shiftId: _shiftId, ...body } = request;
      return call<Shift>('POST', `/api/volunteers/shifts/${encodeURIComponent(request.shiftId)}/cancel`, { body, ...extra });
    },
    /** Who came, from when to when, or that they did not: by hand, or over what the register told. */
    recordAttendance: (request: RecordAttendanceRequest, extra: Extra = {}) => {
      const { shiftId: _shiftId, volunteerId: _volunteerId, ...body } = request;
      return call<Shift>('PUT', `/api/volunteers/shifts/${encodeURIComponent(request.shiftId)}/attendance/${encodeURIComponent(request.volunteerId)}`, { body, ...extra });
    },
    /** What the caller can do: published, open to their roles, with the shifts that are to come. */
    listMyOpportunities: (extra: Extra = {}) => call<ListMyOpportunitiesResponse>('GET', `/api/volunteers/me/opportunities`, { ...extra }),
    /** The shifts that the caller signed up for, the next first, then those of the past. */
    listMyShifts: (extra: Extra = {}) => call<ListMyShiftsResponse>('GET', `/api/volunteers/me/shifts`, { ...extra }),
    /** Takes a place, or one on the waiting list where there is none. Asked for twice: answers the same. */
    signUp: (request: VolunteersSignUpRequest, extra: Extra = {}) => {
      const { shiftId: _shiftId, ...body } = request;
      return call<MyShift>('POST', `/api/volunteers/me/shifts/${encodeURIComponent(request.shiftId)}`, { body, ...extra });
    },
    /** Gives the place back before the shift begins; the first who waits gets it. */
    withdraw: (request: WithdrawRequest, extra: Extra = {}) => call<MyShift>('DELETE', `/api/volunteers/me/shifts/${encodeURIComponent(request.shiftId)}`, { ...extra }),
    /** The hours that the caller gave. */
    getMyHours: (request: GetMyHoursRequest, extra: Extra = {}) => call<Hours>('GET', `/api/volunteers/me/hours`, { query: { from: request.from, to: request.to }, ...extra }),
    /** The hours of one volunteer. */
    getHours: (request: GetHoursRequest, extra: Extra = {}) => call<Hours>('GET', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/hours`, { query: { from: request.from, to: request.to }, ...extra }),
    /** Who gave how much in a span of days, both included, the most first, as far as the caller's scope reaches. */
    getRecognition: (request: GetRecognitionRequest, extra: Extra = {}) => call<Recognition>('GET', `/api/volunteers/recognition`, { query: { from: request.from, to: request.to }, ...extra }),
    /** The same as CSV. */
    exportRecognition: (request: ExportRecognitionRequest, extra: Extra = {}) => call<Blob>('GET', `/api/volunteers/recognition/export`, { query: { from: request.from, to: request.to }, ...extra }),
    /** Volunteers who are at a site now, as the register knows, as far as the caller's scope reaches. */
    listOnSite: (extra: Extra = {}) => call<ListOnSiteResponse>('GET', `/api/volunteers/on-site`, { ...extra }),
    /** The places that somebody may apply for. */
    listApplicationPlaces: (extra: Extra = {}) => call<ListApplicationPlacesResponse>('GET', `/api/volunteers/applications/places`, { ...extra }),
    /** Asks to become a volunteer. The answer is the same whoever asks; nobody reads it before the address is confirmed by the link of a mail, within 48 hours. */
    apply: (request: ApplyRequest, extra: Extra = {}) => call<ApplyResponse>('POST', `/api/volunteers/applications`, { body: request, ...extra }),
    /** Confirms the address of an application with what the link `/volunteer/confirm#<token>` carries. Confirmed twice: answers the same. */
    confirmApplication: (request: ConfirmApplicationRequest, extra: Extra = {}) => call<ConfirmedApplication>('POST', `/api/volunteers/applications/confirm`, { body: request, ...extra }),
    /** Confirmed applications as far as the caller's scope reaches, the longest waiting first. */
    listApplications: (request: ListApplicationsRequest, extra: Extra = {}) => call<ListApplicationsResponse>('GET', `/api/volunteers/applications`, { query: { state: request.state }, ...extra }),
    /** Makes a volunteer of who applied, with a role at a place. */
    approveApplication: (request: ApproveApplicationRequest, extra: Extra = {}) => {
      const { applicationId: _applicationId, ...body } = request;
      return call<Application>('POST', `/api/volunteers/applications/${encodeURIComponent(request.applicationId)}/approve`, { body, ...extra });
    },
    /** Refuses an application; who applied is told, with the reason. */
    refuseApplication: (request: RefuseApplicationRequest, extra: Extra = {}) => {
      const { applicationId: _applicationId, ...body } = request;
      return call<Application>('POST', `/api/volunteers/applications/${encodeURIComponent(request.applicationId)}/refuse`, { body, ...extra });
    },
    /** Begins a review of who has which role: one item for each, to be certified or revoked by who manages the place. */
    startReview: (extra: Extra = {}) => call<Review>('POST', `/api/volunteers/reviews`, { body: {}, ...extra }),
    /** Reviews, the latest first. */
    listReviews: (extra: Extra = {}) => call<ListReviewsResponse>('GET', `/api/volunteers/reviews`, { ...extra }),
    /** One review, with how far each manager is. */
    getReview: (request: GetReviewRequest, extra: Extra = {}) => call<Review>('GET', `/api/volunteers/reviews/${encodeURIComponent(request.reviewId)}`, { ...extra }),
    /** Items of a review as far as the caller's scope reaches. */
    listReviewItems: (request: ListReviewItemsRequest, extra: Extra = {}) => call<ListReviewItemsResponse>('GET', `/api/volunteers/reviews/${encodeURIComponent(request.reviewId)}/items`, { query: { state: request.state, mine: request.mine, pageSize: request.pageSize, cursor: request.cursor }, ...extra }),
    /** Certifies or revokes items. What is revoked ends, as if it was ended on the volunteer's page; who would have no role left leaves, where the caller may say so. Each item is decided by itself: `failures` tells which could not be. */
    decideReviewItems: (request: DecideReviewItemsRequest, extra: Extra = {}) => {
      const { reviewId: _reviewId, ...body } = request;
      return call<DecideReviewItemsResponse>('POST', `/api/volunteers/reviews/${encodeURIComponent(request.reviewId)}/decisions`, { body, ...extra });
    },
    /** The items of a review as CSV. */
    getReviewReport: (request: GetReviewReportRequest, extra: Extra = {}) => call<Blob>('GET', `/api/volunteers/reviews/${encodeURIComponent(request.reviewId)}/report`, { ...extra }),
    /** Takes a file of volunteers, one in each line, with the columns that an export has. Answers once the file could be read; what became of each line is asked for by the id. */
    startImport: (request: StartImportRequest, extra: Extra = {}) => call<Import>('POST', `/api/volunteers/import`, { body: request, ...extra }),
    /** The latest imports, without what was wrong in them. */
    listImports: (extra: Extra = {}) => call<ListImportsResponse>('GET', `/api/volunteers/imports`, { ...extra }),
    /** How far an import is, and what was wrong. */
    getImport: (request: GetImportRequest, extra: Extra = {}) => call<Import>('GET', `/api/volunteers/imports/${encodeURIComponent(request.importId)}`, { ...extra }),
    /** Stops an import. What it has done stays. */
    cancelImport: (request: CancelImportRequest, extra: Extra = {}) => {
      const { importId: _importId, ...body } = request;
      return call<Import>('POST', `/api/volunteers/imports/${encodeURIComponent(request.importId)}/cancel`, { body, ...extra });
    },
    /** All roles. */
    listRoles: (extra: Extra = {}) => call<VolunteersListRolesResponse>('GET', `/api/volunteers/roles`, { ...extra }),
    /** Adds a role with the channels that it gives: at least one. */
    createRole: (request: CreateRoleRequest, extra: Extra = {}) => call<VolunteersRole>('POST', `/api/volunteers/roles`, { body: request, ...extra }),
    /** Changes a role's label, whether it may be given, and whether giving it needs approval. */
    updateRole: (request: UpdateRoleRequest, extra: Extra = {}) => {
      const { key: _key, ...body } = request;
      return call<VolunteersRole>('PATCH', `/api/volunteers/roles/${encodeURIComponent(request.key)}`, { body, ...extra });
    },
    /** Deletes a role that nobody has, with its rules. */
    deleteRole: (request: DeleteRoleRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/roles/${encodeURIComponent(request.key)}`, { ...extra }),
    /** All places. */
    listLocations: (extra: Extra = {}) => call<ListLocationsResponse>('GET', `/api/volunteers/locations`, { ...extra }),
    /** Adds a place; area, district and branch together are unique, whatever the case. */
    createLocation: (request: CreateLocationRequest, extra: Extra = {}) => call<Location>('POST', `/api/volunteers/locations`, { body: request, ...extra }),
    /** Renames a place, or ends that roles are given there. */
    updateLocation: (request: UpdateLocationRequest, extra: Extra = {}) => {
      const { locationId: _locationId, ...body } = request;
      return call<Location>('PATCH', `/api/volunteers/locations/${encodeURIComponent(request.locationId)}`, { body, ...extra });
    },
    /** Deletes a place where nobody has a role. */
    deleteLocation: (request: DeleteLocationRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/locations/${encodeURIComponent(request.locationId)}`, { ...extra }),
    /** The channels that are managed, and what stands for one elsewhere: a Google group, a Drive folder, an item of a checklist. */
    listChannels: (extra: Extra = {}) => call<ListChannelsResponse>('GET', `/api/volunteers/channels`, { ...extra }),
    /** Manages one more channel. */
    createChannel: (request: CreateChannelRequest, extra: Extra = {}) => call<Channel>('POST', `/api/volunteers/channels`, { body: request, ...extra }),
    /** Changes a channel's name or what it is elsewhere. */
    updateChannel: (request: UpdateChannelRequest, extra: Extra = {}) => {
      const { channelId: _channelId, ...body } = request;
      return call<Channel>('PATCH', `/api/volunteers/channels/${encodeURIComponent(request.channelId)}`, { body, ...extra });
    },
    /** Manages a channel that no rule names no more: who is in it stays. */
    deleteChannel: (request: DeleteChannelRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/channels/${encodeURIComponent(request.channelId)}`, { ...extra }),
    /** All rules, and the pairs of roles that exclude each other. */
    listRules: (extra: Extra = {}) => call<ListRulesResponse>('GET', `/api/volunteers/rules`, { ...extra }),
    /** What changes of the rules would do to whom: "12 added, 3 removed". Changes nothing. */
    previewRules: (request: PreviewRulesRequest, extra: Extra = {}) => call<RulesPreview>('POST', `/api/volunteers/rules/preview`, { body: request, ...extra }),
    /** Changes rules, all or nothing. Refused where it takes access from more than the allowed part of all people, unless the number is confirmed. */
    changeRules: (request: ChangeRulesRequest, extra: Extra = {}) => call<RulesPreview>('POST', `/api/volunteers/rules/changes`, { body: request, ...extra }),
    /** Adds one rule. */
    createRule: (request: CreateRuleRequest, extra: Extra = {}) => call<Rule>('POST', `/api/volunteers/rules`, { body: request, ...extra }),
    /** Takes one rule away; a role keeps at least one. */
    deleteRule: (request: DeleteRuleRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/rules/${encodeURIComponent(request.ruleId)}`, { query: { confirmRemoved: request.confirmRemoved }, ...extra }),
    /** Says that nobody may have both of two roles. Who has them already is listed in the report of orphans. */
    excludeRoles: (request: ExcludeRolesRequest, extra: Extra = {}) => call<Exclusion>('POST', `/api/volunteers/exclusions`, { body: request, ...extra }),
    /** Both roles may be had again. */
    deleteExclusion: (request: DeleteExclusionRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/exclusions/${encodeURIComponent(request.exclusionId)}`, { ...extra }),
    /** Who manages volunteers of some places only. */
    listManagers: (extra: Extra = {}) => call<ListManagersResponse>('GET', `/api/volunteers/managers`, { ...extra }),
    /** Limits what a person sees and changes to these places; without any, the person is limited to nothing. */
    setManager: (request: SetManagerRequest, extra: Extra = {}) => {
      const { personId: _personId, ...body } = request;
      return call<Manager>('PUT', `/api/volunteers/managers/${encodeURIComponent(request.personId)}`, { body, ...extra });
    },
    /** The person's permissions count everywhere again. */
    deleteManager: (request: DeleteManagerRequest, extra: Extra = {}) => call<void>('DELETE', `/api/volunteers/managers/${encodeURIComponent(request.personId)}`, { ...extra }),
    /** Adds a volunteer. What the role gives follows within seconds; who is not in the workspace is invited by mail. */
    createVolunteer: (request: CreateVolunteerRequest, extra: Extra = {}) => call<Volunteer>('POST', `/api/volunteers`, { body: request, ...extra }),
    /** Volunteers in the order of their names; a scoped manager sees those of the scope. */
    listVolunteers: (request: ListVolunteersRequest, extra: Extra = {}) => call<ListVolunteersResponse>('GET', `/api/volunteers`, { query: { status: request.status, state: request.state, area: request.area, district: request.district, branch: request.branch, role: request.role, q: request.q, pageSize: request.pageSize, cursor: request.cursor }, ...extra }),
    /** The volunteers of a list as a file: CSV, or XLSX where `format` says so. */
    exportVolunteers: (request: ExportVolunteersRequest, extra: Extra = {}) => call<Blob>('GET', `/api/volunteers/export`, { query: { status: request.status, state: request.state, area: request.area, district: request.district, branch: request.branch, role: request.role, q: request.q, format: request.format }, ...extra }),
    /** What the caller is here as a volunteer: roles, channels and where the invitation stands. */
    getMyVolunteering: (extra: Extra = {}) => call<MyVolunteering>('GET', `/api/volunteers/me`, { ...extra }),
    /** One volunteer. */
    getVolunteer: (request: GetVolunteerRequest, extra: Extra = {}) => call<Volunteer>('GET', `/api/volunteers/${encodeURIComponent(request.volunteerId)}`, { ...extra }),
    /** Changes what is given and nothing else. A new address is looked up anew, unless the account was linked by hand. */
    updateVolunteer: (request: UpdateVolunteerRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<Volunteer>('PATCH', `/api/volunteers/${encodeURIComponent(request.volunteerId)}`, { body, ...extra });
    },
    /** What would be added and removed by a change of roles or places; changes nothing. */
    previewVolunteer: (request: PreviewVolunteerRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<AccessPreview>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/preview`, { body, ...extra });
    },
    /** Gives a volunteer one more role at a place. */
    addAssignment: (request: AddAssignmentRequest, extra: Extra = {}) => call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/assignments`, { body: request.assignment, ...extra }),
    /** Ends a role at a place; the last one ends only by leaving. */
    endAssignment: (request: EndAssignmentRequest, extra: Extra = {}) => call<Volunteer>('DELETE', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/assignments/${encodeURIComponent(request.assignmentId)}`, { ...extra }),
    /** Approves or refuses a role that waits for somebody with a wider scope. */
    decideAssignment: (request: DecideAssignmentRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, assignmentId: _assignmentId, ...body } = request;
      return call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/assignments/${encodeURIComponent(request.assignmentId)}/decision`, { body, ...extra });
    },
    /** Roles that wait for approval by somebody like the caller. */
    listApprovals: (extra: Extra = {}) => call<ListApprovalsResponse>('GET', `/api/volunteers/approvals`, { ...extra }),
    /** Sends the invitation again: once in 24 hours. Reopens one that was given up. */
    resendInvite: (request: ResendInviteRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/resend-invite`, { body, ...extra });
    },
    /** Says which account of the workspace is the volunteer's, where they joined under another address. */
    linkSlack: (request: LinkSlackRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/link-slack`, { body, ...extra });
    },
    /** Forgets the account; it is looked for anew by the address. */
    unlinkSlack: (request: UnlinkSlackRequest, extra: Extra = {}) => call<Volunteer>('DELETE', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/link-slack`, { ...extra }),
    /** The volunteer leaves at the beginning of a day, or now. */
    leave: (request: LeaveRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/leave`, { body, ...extra });
    },
    /** Takes back a leave that is planned, or takes in again who has left. */
    reinstate: (request: ReinstateRequest, extra: Extra = {}) => {
      const { volunteerId: _volunteerId, ...body } = request;
      return call<Volunteer>('POST', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/reinstate`, { body, ...extra });
    },
    /** What happened to a volunteer, the latest first: who did what, and why each access was given or taken. */
    getTimeline: (request: GetTimelineRequest, extra: Extra = {}) => call<Timeline>('GET', `/api/volunteers/${encodeURIComponent(request.volunteerId)}/timeline`, { ...extra }),
});
