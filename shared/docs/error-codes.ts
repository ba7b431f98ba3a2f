/** Every `code` that a problem may have: its status, and what to do about it. A test holds the code to this list. */
export const codes: Record<string, { status: number; help: string }> = {
  validation_failed: {
    status: 400,
    help: 'Mend what `errors` points to: each has an RFC 6901 pointer into the body, or into the query after `?`.',
  },
  json_malformed: { status: 400, help: 'Send a body that is JSON.' },
  cursor_invalid: {
    status: 400,
    help: 'Start the list again without a cursor. Cursors belong to one list and one workspace.',
  },
  idempotency_key_invalid: {
    status: 400,
    help: 'Send 1 to 255 visible ASCII characters, a UUID for example.',
  },
  reference_unknown: {
    status: 400,
    help: 'A record that the body refers to is not there. `errors` says which.',
  },
  phone_invalid: {
    status: 400,
    help: 'Write the number as it is dialled in the workspace’s country, or with its country code, like +4930123456.',
  },
  customer_missing: {
    status: 400,
    help: 'An order is of somebody: give it a `contactId`, a `companyId`, or both.',
  },
  price_missing: {
    status: 400,
    help: 'The product has no price in the order’s currency on that day: give the line a `unitAmountCents`.',
  },
  match_missing: {
    status: 400,
    help: 'Give the field that `matchBy` names, by which the record is to be found.',
  },
  filters_exclusive: {
    status: 400,
    help: 'Ask for one of the named filters at a time, sorted by `created`.',
  },
  company_cycle: {
    status: 400,
    help: 'A company stands below another, at most ten deep, and never below itself: choose another parent.',
  },
  stage_unknown: { status: 400, help: 'Name one of the stages of the deal’s pipeline; see `/v1/pipelines`.' },
  stage_closed: { status: 400, help: 'Name a stage of kind `open`; a deal is won or lost by a move.' },
  stage_fields_missing: {
    status: 400,
    help: 'The stage asks for fields that the deal lacks: set those that `errors` points to first.',
  },
  lost_reason_missing: { status: 400, help: 'Send a `lostReason` with a move to a lost stage.' },
  reason_unknown: { status: 400, help: 'Give one of the pipeline’s reasons: `detail` lists them.' },
  credential_missing: { status: 401, help: 'Send `Authorization: Bearer <token>`.' },
  credential_malformed: { status: 401, help: 'Send `Authorization: Bearer <token>`.' },
  token_invalid: { status: 401, help: 'Sign in again: the token is not one of this deployment.' },
  token_expired: { status: 401, help: 'Refresh the token, or sign in again.' },
  user_unknown: { status: 401, help: 'Ask an administrator to invite you.' },
  user_deactivated: {
    status: 401,
    help: 'The user is in no workspace any more, or not in that of the key: ask an administrator.',
  },
  session_revoked: { status: 401, help: 'Sign in again: this sign-in was ended.' },
  key_unknown: { status: 401, help: 'There is no such API key. Make one with `POST /v1/keys`.' },
  key_revoked: { status: 401, help: 'The API key was revoked. Make another with `POST /v1/keys`.' },
  key_expired: { status: 401, help: 'The API key has expired. Make another with `POST /v1/keys`.' },
  needs_session: {
    status: 403,
    help: 'Send the access token of a person who has signed in: an API key cannot do this.',
  },
  role_not_held: {
    status: 403,
    help: 'Give the key roles that you have yourself, or ask somebody who may write roles.',
  },
  spend_not_found: { status: 404, help: 'Nothing was spent by this id: list what was.' },
  target_not_found: { status: 404, help: 'There is no target of this id: list those that there are.' },
  link_not_found: {
    status: 404,
    help: 'There is no such link, or one of its records is out of your sight or in the trash.',
  },
  link_taken: {
    status: 409,
    help: 'The two records have this link already: `existingId` says which. Change that one.',
  },
  too_many_links: { status: 409, help: 'A record has 200 links at most. Take some away first.' },
  not_in_trash: {
    status: 404,
    help: 'Nothing with this id lies in the trash that you may see: it was restored or purged, or never deleted.',
  },
  notification_known: { status: 409, help: 'They have been told of it already: it is one notification.' },
  notification_not_found: {
    status: 404,
    help: 'You have no such notification: they are kept for 90 days, and are nobody else’s.',
  },
  session_not_found: {
    status: 404,
    help: 'There is no such session of yours or of a user of this workspace.',
  },
  key_not_found: { status: 404, help: 'There is no such API key in this workspace.' },
  key_not_live: { status: 409, help: 'The API key is revoked for good. Make another.' },
  too_many_keys: {
    status: 409,
    help: 'Revoke a key that is no longer needed; expired ones count until then.',
  },
  pool_user_gone: {
    status: 409,
    help: 'Somebody deleted this person in the user pool by hand: deactivate and remove the user, and invite them anew.',
  },
  record_out_of_reach: {
    status: 403,
    help: 'You may see this record and not do this to it: ask its owner, or an administrator for a wider role.',
  },
  dimension_out_of_reach: {
    status: 403,
    help: 'Teams are compared by who may read everybody’s records: split by owner, or ask an administrator for a wider role.',
  },
  report_field_missing: {
    status: 400,
    help: 'Choose the field first: `reportFields` of PATCH /v1/workspace.',
  },
  report_too_wide: { status: 400, help: 'Ask for fewer months, or split by something with fewer values.' },
  owner_out_of_reach: {
    status: 403,
    help: 'Give the record to somebody whom your roles reach for `create`, or to yourself.',
  },
  field_forbidden: {
    status: 403,
    help: 'Your roles hide the fields that `errors` names, or make them read-only: leave them out of the request.',
  },
  permission_missing: { status: 403, help: 'Ask an administrator for a role that has the permission.' },
  edge_bypassed: {
    status: 403,
    help: 'Send requests to the public address of this API, not to the one of its gateway.',
  },
  workspace_not_found: {
    status: 404,
    help: 'Send one of your own workspaces in `Rapport-Workspace`, or leave it out.',
  },
  company_not_found: {
    status: 404,
    help: 'There is no such company in this workspace, or it lies in the trash.',
  },
  product_not_found: {
    status: 404,
    help: 'There is no such product in this workspace, or it lies in the trash.',
  },
  order_not_found: {
    status: 404,
    help: 'There is no such order in this workspace, or it lies in the trash.',
  },
  ticket_not_found: {
    status: 404,
    help: 'There is no such ticket in this workspace, or it lies in the trash.',
  },
  promise_not_found: {
    status: 404,
    help: 'There is no such promise in this workspace, or it lies in the trash.',
  },
  contact_not_found: { status: 404, help: 'There is no such contact in this workspace.' },
  activity_not_found: { status: 404, help: 'There is no such activity in this workspace.' },
  task_not_found: { status: 404, help: 'There is no such task in this workspace.' },
  deal_not_found: { status: 404, help: 'There is no such deal in this workspace.' },
  pipeline_not_found: { status: 404, help: 'There is no such pipeline in this workspace.' },
  user_not_found: { status: 404, help: 'There is no such user in this workspace.' },
  erasure_not_found: { status: 404, help: 'There is no such erasure in this workspace.' },
  dedupe_not_found: { status: 404, help: 'There is no such run over all records in this workspace.' },
  check_unknown: { status: 400, help: 'Ask for a check that this kind of record has; `errors` names them.' },
  no_suggestion: {
    status: 400,
    help: 'Nothing mends this record by itself: send a `patch` for the fields of its finding, or mend it by hand.',
  },
  dedupe_unfinished: {
    status: 409,
    help: 'Wait until the run over the records of this kind is over; `existingId` says which it is.',
  },
  import_not_found: { status: 404, help: 'There is no such import in this workspace.' },
  import_busy: { status: 409, help: 'Wait until what it is at is done; a run can be stopped.' },
  import_has_run: { status: 409, help: 'Undo it first, or bring the file once more as another import.' },
  import_expired: { status: 409, help: 'Bring the file once more: what was known of its rows is gone.' },
  import_not_run: { status: 409, help: 'Run it first: `POST /v1/imports/{importId}/run`.' },
  import_halfway: { status: 409, help: 'Run it again to go on, or undo it.' },
  import_not_running: { status: 409, help: 'Only what is running can be stopped.' },
  import_unmapped: { status: 409, help: 'Say which column is which field first.' },
  import_not_checked: {
    status: 409,
    help: 'Have the rows checked first: `POST /v1/imports/{importId}/check`.',
  },
  import_not_read: { status: 409, help: 'Have the file read first: `POST /v1/imports/{importId}/read`.' },
  import_file_missing: { status: 409, help: 'Send the file to the `upload` that its import began with.' },
  import_file_unreadable: {
    status: 422,
    help: 'Bring a CSV, an Excel workbook (`.xlsx`) or vCards; `detail` says what is wrong with the file.',
  },
  data_export_not_found: {
    status: 404,
    help: 'There is no such export in this workspace, or it was asked for with another credential.',
  },
  export_too_large: {
    status: 422,
    help: 'A file has 5 GB at most: ask for fewer records, or for fewer columns of them.',
  },
  too_many_exports: { status: 409, help: 'Wait until one of your exports is written, or cancel one.' },
  export_not_found: {
    status: 404,
    help: 'There is no such export in this workspace, or somebody else asked for it.',
  },
  erased: {
    status: 410,
    help: 'A person asked for their data to be erased: what the record was at that moment is gone for good.',
  },
  as_of_too_far: {
    status: 422,
    help: 'The record has changed more than 500 times since. Ask for a later moment, or read its `/history`.',
  },
  route_unknown: { status: 404, help: 'See /docs for the paths and methods there are.' },
  version_conflict: {
    status: 409,
    help: 'Someone else wrote at the same moment. Read the record again and repeat the change.',
  },
  rate_limited: {
    status: 429,
    help: 'A user, an API key or the workspace sent too many requests in this minute. Come again after `Retry-After` seconds.',
  },
  version_mismatch: {
    status: 412,
    help: 'The record has moved on since you read it. Read it again, then send its ETag.',
  },
  body_too_large: { status: 413, help: 'Send less at once.' },
  deal_closed: { status: 409, help: 'The deal is won or lost. Reopen it first.' },
  deal_open: { status: 409, help: 'Only a won or lost deal can be reopened.' },
  stage_in_use: {
    status: 409,
    help: 'Move the deals out of the stage before it is removed or becomes another kind of stage.',
  },
  contact_erased: {
    status: 409,
    help: 'The person was erased, and nothing can be added to what is left. If they wrote again, they are a new contact.',
  },
  person_erased: {
    status: 409,
    help: 'Whoever has this address asked to be erased. They come back by their own form or mail, not by an import.',
  },
  domain_taken: {
    status: 409,
    help: 'Another company has this domain: `existingId` says which, where you may see it.',
  },
  sku_taken: {
    status: 409,
    help: 'Another product has this `sku`: `existingId` says which, where you may see it.',
  },
  number_taken: {
    status: 409,
    help: 'Another order has this `number`: `existingId` says which, where you may see it.',
  },
  external_id_taken: {
    status: 409,
    help: 'Another record of the kind has this `externalId`: change that one, or send `PUT` to change or make it.',
  },
  field_value_taken: { status: 409, help: 'Another record has this value of a field that is unique.' },
  pipeline_in_use: { status: 409, help: 'Move its deals first, or choose another default pipeline.' },
  email_taken: {
    status: 409,
    help: 'Another contact has the address, in this or another spelling: `existingId` says which. Change that one.',
  },
  activity_not_editable: {
    status: 409,
    help: 'A mail, a form submission or a page view stays as it came. Change its `dealIds` alone, or log a note.',
  },
  user_email_taken: { status: 409, help: 'Another user of the workspace has this address.' },
  credential_taken: { status: 409, help: 'The credential is of another user; each person has their own.' },
  media_type_unsupported: { status: 415, help: 'Send one of the media types that the operation names.' },
  answer_too_large: {
    status: 422,
    help: 'Records may be large, and an answer holds 5.5 MB: ask with a smaller `limit`, or for fewer ids.',
  },
  idempotency_key_reused: { status: 422, help: 'Use a new Idempotency-Key for a new request.' },
  intake_not_found: { status: 404, help: 'There is no such received message in this workspace.' },
  intake_not_failed: {
    status: 409,
    help: 'Only a failed message can be tried again; read it to see what became of it.',
  },
  mail_not_found: { status: 404, help: 'The activity is no mail.' },
  mailbox_not_found: { status: 404, help: 'There is no such mailbox in this workspace.' },
  mailbox_address_taken: {
    status: 409,
    help: 'Another mailbox has the address: `existingId` says which. Change that one.',
  },
  mail_domain_foreign: {
    status: 400,
    help: 'Choose an address at the domain that mail to this workspace comes in by.',
  },
  template_not_found: { status: 404, help: 'There is no such template in this workspace.' },
  message_not_found: { status: 404, help: 'There is no such outbound mail in this workspace.' },
  rating_link_invalid: {
    status: 404,
    help: 'Copy the whole link from the mail; who was erased is asked no more.',
  },
  rating_link_expired: { status: 410, help: 'A link to rate is good for 90 days.' },
  suppression_not_found: {
    status: 404,
    help: 'Nothing is said against such an address; see `/v1/suppressions`.',
  },
  complaint_stands: {
    status: 409,
    help: 'Who called a mail spam gets no marketing mail any more. Write to them by hand, if at all.',
  },
  unsubscribe_link_invalid: { status: 404, help: 'Copy the whole link from the mail.' },
  contact_has_no_address: { status: 422, help: 'Give the contact an e-mail address first.' },
  mail_refused: {
    status: 409,
    help: 'No such mail goes to this address; `errors` says why. It would not leave later either, unless that changes.',
  },
  mail_already_leaving: {
    status: 409,
    help: 'The mail was given to be sent, or was dealt with; read it to see how. Only a scheduled one can be changed.',
  },
  merge_value_missing: {
    status: 422,
    help: 'Fill the fields that `errors` names, write what stands in their place (`{{contact.firstName|there}}`), or send `allowMissing`.',
  },
  send_at_out_of_range: { status: 422, help: 'Choose a moment to come, within a year.' },
  attachments_too_large: { status: 422, help: 'Attach files of 7 MB in all, or send a link to them.' },
  message_not_doubtful: { status: 409, help: 'The mail was dealt with meanwhile; read it to see how.' },
  multipart_malformed: { status: 400, help: 'Send a body that is multipart/form-data, with its boundary.' },
  origin_not_allowed: {
    status: 403,
    help: 'Add the page’s origin to the form’s `allowedOrigins`; it is known within 30 seconds.',
  },
  form_not_found: { status: 404, help: 'There is no such form.' },
  submission_not_found: { status: 404, help: 'There is no such submission in this workspace.' },
  form_closed: { status: 410, help: 'The form takes nothing any more. Its owner can open it again.' },
  field_not_differing: {
    status: 400,
    help: 'The submission has nothing to accept at this field; `differing` names those that it has.',
  },
  fill_time_short: {
    status: 422,
    help: 'The form was sent sooner than its minimum fill time. Send the same again after `Retry-After` seconds.',
  },
  fill_time_unknown: {
    status: 422,
    help: 'Send the `token` of `/v1/forms/{formKey}/fill-time` as `_token`, not older than 24 hours.',
  },
  too_many_submissions: {
    status: 429,
    help: 'Send the same again after `Retry-After` seconds, when the next minute begins.',
  },
  field_not_found: { status: 404, help: 'There is no such custom field; see `/v1/fields`.' },
  field_key_taken: {
    status: 409,
    help: 'The kind of record has a field with the key, perhaps in the archive: `existingId` says which.',
  },
  field_not_archived: { status: 409, help: 'Patch the field with `{ "archived": true }` first.' },
  too_many_fields: { status: 409, help: 'Delete fields from the archive, or options that nobody chooses.' },
  file_not_found: { status: 404, help: 'There is no such file in this workspace.' },
  record_not_found: { status: 404, help: 'There is no such record in this workspace.' },
  file_version_not_found: { status: 404, help: 'Name the `number` of one of the file’s `versions`.' },
  file_not_ready: {
    status: 409,
    help: 'Its bytes have not come, wait for a scanner, or were refused: the file’s `versions` say which.',
  },
  file_not_scanning: { status: 409, help: 'Wait for the event `file.uploaded` of the version.' },
  too_many_files: { status: 409, help: 'Delete files of the record, or add versions to one that is there.' },
  too_many_versions: { status: 409, help: 'Delete the file, or begin another.' },
  record_moved: {
    status: 301,
    help: 'The record was merged into another: `Location` and `mergedInto` say which. Keep that id.',
  },
  record_merged: {
    status: 409,
    help: 'The record was merged into another: `mergedInto` says which. Write that one, or take it out of there first.',
  },
  not_merged: {
    status: 409,
    help: 'Name one of the record’s `mergedIds`; of what was merged before that, take out first what it was merged into.',
  },
  too_many_merged: {
    status: 409,
    help: 'Ten records are merged into one at most, those that had been merged into them among them.',
  },
  merge_too_large: {
    status: 409,
    help: 'Together they have more than one record may have: clear fields first, or merge fewer at a time.',
  },
  record_gone: { status: 409, help: 'The record that the file is of was deleted: restore it first.' },
  caller_unknown: {
    status: 422,
    help: 'Nobody in reach has the number. Send `createContact: true` to make a lead of it, or the `contactId`.',
  },
  reported_call_taken: {
    status: 409,
    help: 'Another user or key has reported a call by this `externalId`: use names that are your own.',
  },
  role_not_found: { status: 404, help: 'There is no such role; see `/v1/roles`.' },
  segment_not_found: { status: 404, help: 'There is no such segment in this workspace.' },
  team_not_found: { status: 404, help: 'There is no such team in this workspace.' },
  role_built_in: { status: 409, help: 'Make a role of your own `from` it, and change that one.' },
  role_in_use: {
    status: 409,
    help: 'Somebody, or a key, still has it: `existingId` says who. Take it away first.',
  },
  role_name_taken: { status: 409, help: 'Another role has the name: `existingId` says which.' },
  role_out_of_reach: {
    status: 403,
    help: 'Give roles that may do no more than yours, or ask somebody who may write roles.',
  },
  too_many_roles: { status: 409, help: 'Delete a role that nobody has.' },
  team_name_taken: { status: 409, help: 'Another team has the name: `existingId` says which.' },
  team_member_taken: {
    status: 409,
    help: 'Somebody is in another team: `existingId` says which. Take them out there first.',
  },
  team_full: { status: 409, help: 'Make another team, or take somebody out first.' },
  too_many_segments: {
    status: 409,
    help: 'Delete a segment of this kind of record, or make its conditions shorter.',
  },
  segment_exists: {
    status: 409,
    help: 'Use the one that is there: GET /v1/segments lists them. Without `unlessThere` another is made.',
  },
  view_not_found: {
    status: 404,
    help: 'There is no such view in this workspace, or it is private to somebody else.',
  },
  too_many_views: { status: 409, help: 'Delete a view of the same visibility.' },
  dashboard_not_found: {
    status: 404,
    help: 'There is no such dashboard in this workspace, or it is private to somebody else.',
  },
  tile_not_found: { status: 404, help: 'The dashboard has no such tile: read it again.' },
  report_gone: { status: 410, help: 'Take the tile off: there is no such report any more.' },
  too_many_dashboards: { status: 409, help: 'Delete a dashboard of the same visibility.' },
  too_many_teams: { status: 409, help: 'Delete a team.' },
  last_admin: { status: 409, help: 'Make somebody else an administrator first, who has signed in.' },
  user_inactive: { status: 409, help: 'Reactivate the user that `existingId` names.' },
  user_active: { status: 409, help: 'Deactivate the user first.' },
  mail_domain_missing: {
    status: 409,
    help: 'Hold a mail domain to the workspace first (`npm run workspace`).',
  },
  subject_unknown: { status: 409, help: 'They must sign in once, and ask for `/v1/users/me`.' },
  user_removed: { status: 409, help: 'Invite them again; they will be the same user.' },
  reassignment_running: { status: 409, help: 'Read the user; remove them once `reassignment.done` is true.' },
  invitation_accepted: { status: 409, help: 'They can sign in, or ask for a new password there.' },
  too_many_workspaces: { status: 409, help: 'Leave a workspace, or use another address.' },
  webhook_url_refused: {
    status: 400,
    help: 'Give a URL of a public host: https, without a port, a user, a password or a fragment.',
  },
  filter_too_broad: {
    status: 422,
    help: 'Narrow the filter by what the list is kept by (an owner, a tag, a range of its order), or save the condition as a segment and read its members.',
  },
  condition_invalid: {
    status: 400,
    help: 'Mend what `errors` points to: a field that is not there, or a comparison that it does not have.',
  },
  condition_out_of_reach: {
    status: 403,
    help: 'A condition on records of a kind needs the right to read all of them: leave it out, or ask an administrator.',
  },
  webhook_not_found: { status: 404, help: 'There is no such webhook in this workspace.' },
  delivery_not_found: {
    status: 404,
    help: 'There is no such delivery of this webhook; it is kept for 30 days.',
  },
  webhook_paused: { status: 409, help: 'Resume the webhook first.' },
  delivery_not_settled: { status: 409, help: 'The delivery is still being tried; read it to see when.' },
  too_many_webhooks: { status: 409, help: 'Delete a webhook.' },
  rule_not_found: { status: 404, help: 'There is no such rule in this workspace.' },
  run_not_found: { status: 404, help: 'There is no such run of this rule; it is kept for 90 days.' },
  rule_not_live: { status: 409, help: 'Only a live rule is paused: publish it first.' },
  rule_not_paused: { status: 409, help: 'Only a paused rule is resumed: publish it first.' },
  too_many_rules: {
    status: 409,
    help: 'Delete or pause a rule, or make what the live ones begin with shorter.',
  },
  rule_invalid: { status: 422, help: 'Put right what the pointers in `errors` name, and publish again.' },
  field_unwritable: {
    status: 422,
    help: 'A rule’s step sets what cannot be set so: choose another field, or a value that it may have.',
  },
  too_many_tags: { status: 409, help: 'A record has at most 50 tags: take one away first.' },
  rule_out_of_reach: {
    status: 403,
    help: 'A rule acts on every record of its kind: who publishes it needs the right to do the same to all of them.',
  },
  cursor_expired: {
    status: 410,
    help: 'What happened since is not kept any more: read the records anew, then start at the end with `from=now`.',
  },
  internal: { status: 500, help: 'Repeat the request; if it fails again tell the operator the requestId.' },
  busy: { status: 503, help: 'Repeat the request after `Retry-After` seconds.' },
};
