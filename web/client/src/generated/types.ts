/* Made of docs/openapi.json by `npm run openapi`; do not edit. */

export type AcceptSubmissionRequest = {
  fields: string[];
};

export type Activity = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  kind: ActivityKind;
  contactId: string;
  dealIds: string[];
  at: string;
  subject?: string;
  text?: string;
  direction?: ActivityDirection;
  meeting?: {
    attendees: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string;
    endsAt?: string;
  };
  social?: {
    network: string;
    url?: string;
  };
  externalId?: string;
  rating?: {
    /** From 1, bad, to 5, very good. */
    score: number;
    ticketId?: string;
    dealId?: string;
  };
  /** Users whom it mentions. */
  mentions?: string[];
  /** Those of them who could not see it when they were mentioned, and were not told. */
  unseenBy?: string[];
  call?: {
    direction?: ActivityDirection;
    durationMs?: number;
    outcome?: "connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed";
    from?: string;
    to?: string;
    endedAt?: string;
    agentId?: string;
    recordingUrl?: string;
    externalId?: string;
  };
  submission?: {
    formId: string;
    values?: { [name: string]: string | string[] };
    differing?: { [name: string]: string | number | boolean | string[] };
    accepted?: string[];
    pageUrl?: string;
    referrer?: string;
    utm?: { [name: string]: string };
    userAgent?: string;
    visitorId?: string;
  };
  mail?: {
    intakeId?: string;
    messageId?: string;
    threadId: string;
    from?: string;
    to?: string[];
    cc?: string[];
    attachments: {
      filename: string;
      contentType: string;
      bytes: number;
    }[];
    files?: {
      fileId: string;
      name: string;
      size: number;
    }[];
    fate?: MailFate;
  };
  pageView?: {
    url: string;
    title?: string;
  };
  by: {
    kind: string;
    id: string;
  };
};

export type ActivityBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Activity;
    error?: Problem;
  }[];
};

export type ActivityDirection = "inbound" | "outbound";

export type ActivityKind = "call" | "email" | "meeting" | "note" | "form_submission" | "page_view" | "social_post" | "rating";

export type ActivityList = {
  items: Activity[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ActivityPatch = {
  dealIds?: string[] | null;
  at?: string;
  subject?: string | null;
  text?: string | null;
  direction?: ActivityDirection | null;
  call?: {
    direction?: ActivityDirection | null;
    durationMs?: number | null;
    outcome?: ("connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed") | null;
  };
  meeting?: {
    attendees?: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string | null;
    endsAt?: string | null;
  } | null;
  social?: {
    network: string;
    url?: string;
  } | null;
  externalId?: string | null;
  mentions?: string[] | null;
};

export type ActivityPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  dealIds?: string[] | null;
  at?: string;
  subject?: string | null;
  text?: string | null;
  direction?: ActivityDirection | null;
  call?: {
    direction?: ActivityDirection | null;
    durationMs?: number | null;
    outcome?: ("connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed") | null;
  };
  meeting?: {
    attendees?: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string | null;
    endsAt?: string | null;
  } | null;
  social?: {
    network: string;
    url?: string;
  } | null;
  externalId?: string | null;
  mentions?: string[] | null;
};

export type ActivityReport = {
  from: string;
  to: string;
  whole: {
    /** All of the kinds below but tasks. */
    activities: number;
    /** Of any direction, those of which none was said among them. */
    calls: number;
    callsInbound: number;
    callsOutbound: number;
    mails: number;
    mailsInbound: number;
    mailsOutbound: number;
    meetings: number;
    notes: number;
    formSubmissions: number;
    posts: number;
    ratings: number;
    /** Of their owners; absent for who may not read tasks. */
    tasksDone?: number;
    /** What was to be done in the months of the period, added up. */
    target?: {
      calls?: number;
      meetings?: number;
    };
    /** Done of what was to be done: 1 is all of it. */
    reached?: {
      calls?: number;
      meetings?: number;
    };
  };
  /** By the values of what it is split by, the most first; also those who did nothing and were to do something. */
  rows?: Array<{
    /** All of the kinds below but tasks. */
    activities: number;
    /** Of any direction, those of which none was said among them. */
    calls: number;
    callsInbound: number;
    callsOutbound: number;
    mails: number;
    mailsInbound: number;
    mailsOutbound: number;
    meetings: number;
    notes: number;
    formSubmissions: number;
    posts: number;
    ratings: number;
    /** Of their owners; absent for who may not read tasks. */
    tasksDone?: number;
    /** What was to be done in the months of the period, added up. */
    target?: {
      calls?: number;
      meetings?: number;
    };
    /** Done of what was to be done: 1 is all of it. */
    reached?: {
      calls?: number;
      meetings?: number;
    };
    /** Null: what nobody did; by team also of who is in none. */
    value: string | null;
  }>;
  /** Of the whole, month by month. */
  months: {
    /** All of the kinds below but tasks. */
    activities: number;
    /** Of any direction, those of which none was said among them. */
    calls: number;
    callsInbound: number;
    callsOutbound: number;
    mails: number;
    mailsInbound: number;
    mailsOutbound: number;
    meetings: number;
    notes: number;
    formSubmissions: number;
    posts: number;
    ratings: number;
    /** Of their owners; absent for who may not read tasks. */
    tasksDone?: number;
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: {
      /** All of the kinds below but tasks. */
      activities: number;
      /** Of any direction, those of which none was said among them. */
      calls: number;
      callsInbound: number;
      callsOutbound: number;
      mails: number;
      mailsInbound: number;
      mailsOutbound: number;
      meetings: number;
      notes: number;
      formSubmissions: number;
      posts: number;
      ratings: number;
      /** Of their owners; absent for who may not read tasks. */
      tasksDone?: number;
      /** What was to be done in the months of the period, added up. */
      target?: {
        calls?: number;
        meetings?: number;
      };
      /** Done of what was to be done: 1 is all of it. */
      reached?: {
        calls?: number;
        meetings?: number;
      };
    };
    /** By the values of what it is split by, the most first; also those who did nothing and were to do something. */
    rows?: Array<{
      /** All of the kinds below but tasks. */
      activities: number;
      /** Of any direction, those of which none was said among them. */
      calls: number;
      callsInbound: number;
      callsOutbound: number;
      mails: number;
      mailsInbound: number;
      mailsOutbound: number;
      meetings: number;
      notes: number;
      formSubmissions: number;
      posts: number;
      ratings: number;
      /** Of their owners; absent for who may not read tasks. */
      tasksDone?: number;
      /** What was to be done in the months of the period, added up. */
      target?: {
        calls?: number;
        meetings?: number;
      };
      /** Done of what was to be done: 1 is all of it. */
      reached?: {
        calls?: number;
        meetings?: number;
      };
      /** Null: what nobody did; by team also of who is in none. */
      value: string | null;
    }>;
  };
};

export type Address = {
  label?: string;
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
};

export type AddressInput = {
  label?: string;
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
};

export type AnyRecord = Contact | Company | Deal | Task | Activity | Promise | Product | Order | Ticket;

export type AnyRecordBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: AnyRecord;
    error?: Problem;
  }[];
};

export type AnyResult = "created" | "updated" | "unchanged" | "skipped" | "failed" | "removed" | "restored" | "kept" | "stuck";

export type AuditAction = "record.created" | "record.updated" | "record.trashed" | "record.restored" | "record.merged" | "record.unmerged" | "record.deleted" | "session.signed_in" | "session.signed_out" | "session.revoked" | "key.used" | "export.made" | "export.downloaded" | "person.erased" | "suppression.added" | "suppression.lifted";

export type AuditEntry = {
  id: string;
  at: string;
  action: AuditAction;
  actor: {
    kind: string;
    id: string;
    keyId?: string;
  };
  from?: string;
  record?: {
    kind: string;
    id: string;
    version?: number;
  };
  fields?: string[];
  cause?: string;
  /** What was before and after, field by field; of a record’s change. */
  changes?: { [name: string]: {
      before?: unknown;
      after?: unknown;
    } };
  /** What was before and after is erased, as a person asked for it. */
  erased?: boolean;
  /** Your roles do not let you read every record of the kind, so that only names are shown. */
  withheld?: boolean;
};

export type AuditEntryList = {
  items: AuditEntry[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type BatchCreateActivitiesRequest = {
  items: NewActivity[];
};

export type BatchCreateCompaniesRequest = {
  items: NewCompany[];
};

export type BatchCreateContactsRequest = {
  items: NewContact[];
};

export type BatchCreateDealsRequest = {
  items: NewDeal[];
};

export type BatchCreateOrdersRequest = {
  items: NewOrder[];
};

export type BatchCreateProductsRequest = {
  items: NewProduct[];
};

export type BatchCreatePromisesRequest = {
  items: NewPromise[];
};

export type BatchCreateTasksRequest = {
  items: NewTask[];
};

export type BatchCreateTicketsRequest = {
  items: NewTicket[];
};

export type BatchReadActivitiesRequest = {
  ids: string[];
};

export type BatchReadCompaniesRequest = {
  ids: string[];
};

export type BatchReadContactsRequest = {
  ids: string[];
};

export type BatchReadDealsRequest = {
  ids: string[];
};

export type BatchReadOrdersRequest = {
  ids: string[];
};

export type BatchReadProductsRequest = {
  ids: string[];
};

export type BatchReadPromisesRequest = {
  ids: string[];
};

export type BatchReadTasksRequest = {
  ids: string[];
};

export type BatchReadTicketsRequest = {
  ids: string[];
};

export type BatchUpdateActivitiesRequest = {
  items: ActivityPatchItem[];
};

export type BatchUpdateCompaniesRequest = {
  items: CompanyPatchItem[];
};

export type BatchUpdateContactsRequest = {
  items: ContactPatchItem[];
};

export type BatchUpdateDealsRequest = {
  items: DealPatchItem[];
};

export type BatchUpdateOrdersRequest = {
  items: OrderPatchItem[];
};

export type BatchUpdateProductsRequest = {
  items: ProductPatchItem[];
};

export type BatchUpdatePromisesRequest = {
  items: PromisePatchItem[];
};

export type BatchUpdateTasksRequest = {
  items: TaskPatchItem[];
};

export type BatchUpdateTicketsRequest = {
  items: TicketPatchItem[];
};

export type Behaviour = "mail_opened" | "mail_clicked" | "mail_answered" | "form_submitted" | "page_viewed" | "called" | "met" | "posted" | "rated_well";

export type Board = {
  pipelineId: string;
  name: string;
  /** In the pipeline’s order. */
  stages: BoardStage[];
};

export type BoardStage = {
  id: string;
  name: string;
  kind: "open" | "won" | "lost";
  probability: number;
  idleDays?: number;
  removed?: true;
  count: number;
  /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
  sumCents?: { [name: string]: number };
  /** The sums times the stage’s probability. */
  weightedCents?: { [name: string]: number };
  /** The first 20, newest in the stage first. */
  cards: DealCard[];
  /** Where the rest of the stage is listed; absent where the cards are all. */
  more?: string;
};

export type CallAnswer = {
  activity: Activity;
  contact: {
    id: string;
    company?: string;
    lifecycle?: Lifecycle;
    ownerId?: string;
    displayName: string;
  };
  /** Whether the contact was there before; a new lead was not. */
  matched: boolean;
  /** Several contacts have the number: it is logged with the first of `candidates`. */
  ambiguous: boolean;
  /** Everybody in reach who has the number, whoever was changed last first; at most 100. */
  candidates: {
    id: string;
    company?: string;
    lifecycle?: Lifecycle;
    ownerId?: string;
    displayName: string;
  }[];
  /** The contact’s open deals in reach, newest first; at most 20. */
  deals: {
    id: string;
    name: string;
    stageId: string;
  }[];
  /** What to show, in the console. */
  open: string;
};

export type CheckDuplicatesResponse = {
  items: Array<{
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "contact";
    record: Contact;
  } | {
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "company";
    record: Company;
  }>;
};

export type CheckImport = {
  /** `create` makes what is new and leaves alone what is there; `update` changes what is there and makes nothing; `upsert` does both. */
  mode?: ImportMode;
  /** By which key a record that is there is found (`email`, `externalId`, `domain`, `sku`, `number`); by any where it is left out. */
  matchBy?: string;
  /** Suggestions of this confidence or more are taken as if they had been written. */
  acceptFrom?: number;
};

export type CheckedRow = {
  number: number;
  outcome: RowOutcome;
  /** The record that has the row’s key already, where you may see it. */
  existingId?: string;
  /** The row before it that has the same key. */
  sameAs?: number;
  /** Rows right behind it that are of the same record: the further lines of an order. */
  joined?: number[];
  /** The record, as it would be made. */
  values: { [name: string]: unknown };
  /** What is made besides it (a `note`), or is to be there first (the `parent` of a company). */
  besides?: { [name: string]: string };
  /** A lead of which nothing was heard for a year. */
  isStale?: true;
  /** What was only written otherwise. */
  changes: {
    field: string;
    from: string;
    to: string;
    why: string;
  }[];
  /** What could not be read, and is left out. */
  faults: {
    field: string;
    code: string;
    detail: string;
    /** What the file says there, for a replacement to begin with; absent where it is of no one cell. */
    from?: string;
  }[];
  /** What was probably meant; nothing is changed for it. */
  suggestions: {
    field: string;
    from: string;
    to: string;
    confidence: number;
  }[];
};

export type CheckedRowCheckCounts = {
  new: number;
  existing: number;
  repeated: number;
  invalid: number;
  /** Rows of which something was written otherwise. */
  changed: number;
  /** Rows of which something could not be read. */
  faulty: number;
  /** Rows of which something else was probably meant. */
  suggested: number;
  /** Rows that are a part of the record of one before them. */
  joined: number;
  /** Leads of which nothing was heard for a year. */
  stale: number;
};

export type CheckedRowList = {
  items: CheckedRow[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ChosenPreferences = {
  mail: "some" | "none";
  shown?: string[];
  want?: string[];
};

export type CohortReport = {
  from: string;
  to: string;
  cohorts: {
    /** In which they bought for the first time. */
    month: string;
    customers: number;
    /** Those of them that bought in any later month. */
    again: number;
    /** How many of them bought so many months after the first, up to the present month. */
    returned: {
      after: number;
      customers: number;
      share: number;
    }[];
    /** Orders of each of them so far. */
    lifetimeOrders?: Spread;
  }[];
  /** Of all cohorts together that are so many months old, the present month left out: it is not over. */
  retention: {
    after: number;
    customers: number;
    share: number;
  }[];
};

export type Company = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  /** The records that were merged into it, those that had been merged into them among them. */
  mergedIds?: string[];
  name: string;
  domains?: string[];
  website?: string;
  industry?: string;
  employees?: number;
  annualRevenueCents?: number;
  currency?: string;
  addresses?: Address[];
  description?: string;
  parentId?: string;
  ownerId?: string;
  tags?: string[];
  custom?: CompanyCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: Phone[];
};

export type CompanyBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Company;
    error?: Problem;
  }[];
};

export type CompanyCustom = { [name: string]: CustomValue };

export type CompanyCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type CompanyList = {
  items: Company[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type CompanyPatch = {
  name?: string;
  domains?: string[] | null;
  website?: string | null;
  industry?: string | null;
  employees?: number | null;
  annualRevenueCents?: number | null;
  currency?: string | null;
  addresses?: AddressInput[] | null;
  description?: string | null;
  parentId?: string | null;
  phones?: WrittenPhone[] | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: CompanyCustomPatch;
  externalId?: string | null;
};

export type CompanyPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  name?: string;
  domains?: string[] | null;
  website?: string | null;
  industry?: string | null;
  employees?: number | null;
  annualRevenueCents?: number | null;
  currency?: string | null;
  addresses?: AddressInput[] | null;
  description?: string | null;
  parentId?: string | null;
  phones?: WrittenPhone[] | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: CompanyCustomPatch;
  externalId?: string | null;
};

export type Contact = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  /** The records that were merged into it, those that had been merged into them among them. */
  mergedIds?: string[];
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  companyId?: string;
  lifecycle?: Lifecycle;
  score?: number;
  addresses?: Address[];
  socialProfiles?: {
    network: string;
    url: string;
  }[];
  birthday?: string;
  language?: string;
  timeZone?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: ContactCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: Phone[];
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      at: string;
      source?: string;
    } };
  emails?: {
    address: string;
    label?: string;
    /** Read only: when a mail to it came back for good. It goes with the address. */
    bouncedAt?: string;
  }[];
  source?: Source;
  erasedAt?: string;
};

export type ContactBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Contact;
    error?: Problem;
  }[];
};

export type ContactCustom = { [name: string]: CustomValue };

export type ContactCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type ContactList = {
  items: Contact[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ContactMail = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  claim: string;
  purpose: "welcome" | "idle_deal" | "webhook_paused" | "personal" | "rule" | "notification" | "digest";
  to: string;
  contactId?: string;
  dealId?: string;
  ticketId?: string;
  threadId?: string;
  templateId?: string;
  marketing: boolean;
  subject: string;
  text: string;
  inReplyTo?: string;
  authorId?: string;
  senderName?: string;
  attachments: {
    fileId: string;
    number: number;
    name: string;
    contentType: string;
    size: number;
  }[];
  sendAt?: string;
  status: MessageStatus;
  reason?: string;
  attempts: number;
  leaseUntil?: string;
  from?: string;
  sesMessageId?: string;
  sentAt?: string;
  feedback?: Feedback;
  erasedAt?: string;
};

export type ContactMailList = {
  items: ContactMail[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ContactMailPatch = {
  /** May have blanks. */
  subject?: string;
  /** The whole text, signature and all; may have blanks. */
  text?: string;
  /** When it leaves: a moment to come, within a year. Left out: in 10 seconds, for which it can be taken back. */
  sendAt?: string;
  /** Blanks for which nothing is known are left empty. Otherwise they are refused. */
  allowMissing?: boolean;
};

export type ContactPatch = {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  jobTitle?: string | null;
  companyId?: string | null;
  phones?: WrittenPhone[] | null;
  emails?: {
    address: string;
    label?: string;
    /** Read only: taken so that a list can be sent back as it was read, and left as it is. */
    bouncedAt?: string;
  }[] | null;
  lifecycle?: Lifecycle;
  score?: number | null;
  addresses?: AddressInput[] | null;
  socialProfiles?: {
    network: string;
    url: string;
  }[] | null;
  birthday?: string | null;
  language?: string | null;
  timeZone?: string | null;
  leadSource?: string | null;
  campaign?: string | null;
  /** By purpose; null takes out what is known of one. */
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      /** When it was said; now where it is left out. */
      at?: string;
      source?: string;
    } | null };
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: ContactCustomPatch;
  externalId?: string | null;
};

export type ContactPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  jobTitle?: string | null;
  companyId?: string | null;
  phones?: WrittenPhone[] | null;
  emails?: {
    address: string;
    label?: string;
    /** Read only: taken so that a list can be sent back as it was read, and left as it is. */
    bouncedAt?: string;
  }[] | null;
  lifecycle?: Lifecycle;
  score?: number | null;
  addresses?: AddressInput[] | null;
  socialProfiles?: {
    network: string;
    url: string;
  }[] | null;
  birthday?: string | null;
  language?: string | null;
  timeZone?: string | null;
  leadSource?: string | null;
  campaign?: string | null;
  /** By purpose; null takes out what is known of one. */
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      /** When it was said; now where it is left out. */
      at?: string;
      source?: string;
    } | null };
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: ContactCustomPatch;
  externalId?: string | null;
};

export type CreateFileResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  recordId: string;
  recordKind: ParentKind;
  name: string;
  kind: "quote" | "contract" | "invoice" | "other";
  deletedAt?: string;
  erasedAt?: string;
  /** `uploading`: nothing has come. `scanning`: a scanner has yet to answer. `refused`: see `versions`. */
  status: "uploading" | "scanning" | "ready" | "refused";
  size: number;
  contentType?: string;
  sha256?: string;
  /** The number of the version that a download gets. */
  current?: number;
  versions: Array<{
    number: number;
    status: "uploading" | "scanning" | "ready" | "refused";
    size: number;
    /** What its bytes say; it is served as this. */
    contentType?: string;
    /** Where the sender said it: S3 took no other bytes. */
    sha256?: string;
    startedAt: string;
    uploadedAt?: string;
    refusedFor?: FileRefusal;
    by: {
      kind: string;
      id: string;
    };
  }>;
  upload: Upload;
};

export type CreateFileVersionResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  recordId: string;
  recordKind: ParentKind;
  name: string;
  kind: "quote" | "contract" | "invoice" | "other";
  deletedAt?: string;
  erasedAt?: string;
  /** `uploading`: nothing has come. `scanning`: a scanner has yet to answer. `refused`: see `versions`. */
  status: "uploading" | "scanning" | "ready" | "refused";
  size: number;
  contentType?: string;
  sha256?: string;
  /** The number of the version that a download gets. */
  current?: number;
  versions: Array<{
    number: number;
    status: "uploading" | "scanning" | "ready" | "refused";
    size: number;
    /** What its bytes say; it is served as this. */
    contentType?: string;
    /** Where the sender said it: S3 took no other bytes. */
    sha256?: string;
    startedAt: string;
    uploadedAt?: string;
    refusedFor?: FileRefusal;
    by: {
      kind: string;
      id: string;
    };
  }>;
  upload: Upload;
};

export type CreateFormResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  fields: FormField[];
  /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
  allowedOrigins: string[];
  /** Who gets the contact and the deal where the contact has no owner yet. */
  owner?: {
    userId: string;
  } | {
    roundRobin: string[];
  };
  tags: string[];
  opensDeal: false | {
    /** The workspace’s default where it is left out. */
    pipelineId?: string;
    /** The pipeline’s first open stage where it is left out. */
    stageId?: string;
    /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
    nameTemplate?: string;
  };
  redirectUrl?: string;
  thanks: string;
  welcomeTemplateId?: string;
  honeypot: string;
  /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
  minimumFillMs: number;
  limits: {
    perAddressPerMinute: number;
    perFormPerMinute: number;
  };
  status: "active" | "closed";
  formKey: string;
  /** HTML to copy into a page. */
  snippet: string;
};

export type CreateImportResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: ImportKind;
  /** The file’s name. */
  name: string;
  /** In bytes. */
  size: number;
  /** `uploading`: the file is waited for. `read`: its rows can be seen, and its columns mapped. `checked`: what each row would become is known. `done`: it is that now. `stopped`: a part of it is. */
  status: "uploading" | "reading" | "read" | "checking" | "checked" | "failed" | "running" | "stopping" | "stopped" | "done" | "undoing" | "undone";
  failure?: {
    code: string;
    detail: string;
  };
  format?: FileFormat;
  columns?: Array<{
    column: number;
    header: string;
    /** Absent where nothing is like it. */
    field?: string;
    /** 0 to 1. */
    confidence: number;
    /** What it was seen by. */
    by: "header" | "values" | "both" | "none";
  }>;
  /** What each column is taken for; as it is suggested until somebody says otherwise. */
  mapping?: {
    /** Counted from 0. */
    column: number;
    /** A field of the kind as `fields` of the import’s page lists them, or `custom.<key>`. */
    field: string;
  }[];
  /** The mapping is not what is suggested, but that of the last file with the same headers that was run. */
  isMappedAsBefore?: true;
  /** What is meant otherwise than it is written, in every row. */
  replacements?: {
    field: string;
    /** As a suggestion says it: all of the cell, or an address in it. */
    from: string;
    /** Empty: it is left out. */
    to: string;
  }[];
  rows?: number;
  /** Of them those that could not be read as they should be. */
  faultyRows?: number;
  /** Rows by what they would become. */
  check?: CheckedRowCheckCounts;
  /** What the dry run was of. */
  mode?: ImportMode;
  /** By which key a record that is there is found; by any where it is absent. */
  matchBy?: string;
  /** Suggestions of this confidence or more are taken. */
  acceptFrom?: number;
  /** Rows by what became of them so far. */
  run?: RunCounts;
  /** Whether webhooks are told of what it makes. */
  tells?: boolean;
  /** When it came to its end, or was stopped. */
  ranAt?: string;
  /** Rows by what became of them when it was undone. */
  undo?: UndoCounts;
  startedBy: {
    kind: string;
    id: string;
  };
  upload: Upload;
};

export type CreateKeyResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** What it is for. */
  name: string;
  /** What it may at most. It never may more than its user at the moment of the request. */
  roles: RoleId[];
  /** The permissions that it is held to; all of its roles where left out. */
  scopes?: Permission[];
  userId: string;
  lastFour: string;
  expiresAt: string;
  revokedAt?: string;
  /** To 15 minutes. */
  lastUsedAt?: string;
  /** Send it as `Authorization: Bearer rpk_…`. */
  key?: string;
  /** False in the answer to a repeated request, which cannot show it again. */
  keyShown: boolean;
};

export type CreateLiveTicketResponse = {
  /** Good for one connection. It is in the `url` already. */
  ticket: string;
  /** What to connect to, as it is: `wss://…`. */
  url: string;
  expiresAt: string;
};

export type CreateSuppressionResponse = {
  /** A hash of the address, which nobody can turn back. */
  id: string;
  /** The latest first. */
  reasons: Array<{
    /** `unsubscribed`: they said so, by a link of a mail. `bounced`: a mail came back for good. `complained`: they called one spam. `manual`: somebody of the workspace put it there. */
    reason: "unsubscribed" | "bounced" | "complained" | "manual";
    at: string;
  }>;
  note?: string;
  /** Where a contact has the address. */
  contactId?: string;
  /** Where a contact has it: else nobody knows it any more. */
  address?: string;
};

export type CreateWebhookResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
  status: "active" | "paused";
  pausedReason?: PausedReason;
  pausedAt?: string;
  madeBy: string;
  secretRotatedAt?: string;
  /** `whsec_…`, to verify signatures by: shown in this answer only. Keep it like a password. */
  secret?: string;
  /** False in the answer to a repeated request, which cannot show it again; then rotate it. */
  secretShown: boolean;
};

export type CustomKind = "contact" | "company" | "deal" | "task" | "ticket" | "order" | "product" | "promise";

export type CustomValue = string | number | boolean | string[] | {
  amountCents: number;
  currency: string;
};

export type CustomValueInput = string | number | boolean | string[] | {
  amountCents: number;
  currency: string;
};

export type CustomerDimension = "owner" | "team" | "source";

export type CustomerFigures = {
  /** Distinct contacts that bought in the period. */
  customers: number;
  /** Those that bought for the first time. */
  new: number;
  /** Those that had bought before the period. */
  returning: number;
  /** Those that had bought in the period of the same length just before. */
  retained: number;
  /** What they ordered in it. */
  orders: number;
  ordersPerCustomer?: number;
};

export type CustomerReport = {
  from: string;
  to: string;
  whole: CustomerFigures;
  /** By the values of what it is split by. */
  rows?: Array<{
    /** Distinct contacts that bought in the period. */
    customers: number;
    /** Those that bought for the first time. */
    new: number;
    /** Those that had bought before the period. */
    returning: number;
    /** Those that had bought in the period of the same length just before. */
    retained: number;
    /** What they ordered in it. */
    orders: number;
    ordersPerCustomer?: number;
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  /** Of the whole, month by month. */
  months: {
    /** Distinct contacts that bought in the period. */
    customers: number;
    /** Those that bought for the first time. */
    new: number;
    /** Those that had bought before the period. */
    returning: number;
    /** Those that had bought in the period of the same length just before. */
    retained: number;
    /** What they ordered in it. */
    orders: number;
    ordersPerCustomer?: number;
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: CustomerFigures;
    /** By the values of what it is split by. */
    rows?: Array<{
      /** Distinct contacts that bought in the period. */
      customers: number;
      /** Those that bought for the first time. */
      new: number;
      /** Those that had bought before the period. */
      returning: number;
      /** Those that had bought in the period of the same length just before. */
      retained: number;
      /** What they ordered in it. */
      orders: number;
      ordersPerCustomer?: number;
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
  /** Of the customers of the period before, the share that bought in this one too, 0 to 1. */
  retention?: number;
};

export type Dashboard = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  /** `private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace. */
  visibility: "private" | "shared";
  /** Who made it. */
  ownerId: string;
  tiles: Tile[];
};

export type DashboardList = {
  items: Dashboard[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type DashboardPatch = {
  name?: string;
  /** `private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace. */
  visibility?: "private" | "shared";
  /** In their order. */
  tiles?: NewTile[];
};

export type DataExport = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** What a row is; or all there is of the workspace. */
  kind: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket" | "workspace";
  format: "csv" | "jsonl" | "zip";
  /** Only its members. */
  segmentId?: string;
  /** Fields, in their order; all of them where it is left out. */
  columns?: string[];
  /** Whether a CSV file begins with one, by which Excel knows UTF-8. */
  byteOrderMark: boolean;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
  viewId?: string;
  timeZone: string;
  /** `withdrawn`: a person was erased since, and the file with them. Ask again. */
  status: "running" | "ready" | "failed" | "withdrawn";
  failure?: {
    code: string;
    detail: string;
  };
  /** Records that are written so far. */
  rows: number;
  bytes: number;
  requestedBy: {
    kind: string;
    id: string;
    keyId?: string;
  };
  /** The file is deleted then. */
  availableUntil?: string;
  /** Where the file is, for five minutes; each one given out is on record. */
  url?: string;
};

export type DataExportList = {
  items: DataExport[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type DeactivateUserRequest = {
  reassignTo?: string | null;
};

export type DeactivateUserResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  email: string;
  roles: RoleId[];
  status: "invited" | "active" | "deactivated" | "removed";
  /** Of somebody who is deactivated: where what they had goes. */
  reassignment?: Reassignment;
};

export type Deal = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  contactId?: string;
  companyId?: string;
  amountCents?: number;
  currency?: string;
  expectedCloseOn?: string;
  /** When the sale began for the customer, where that is not the day on which it was written here. */
  openedOn?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: DealCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  pipelineId: string;
  stageId: string;
  status: DealStatus;
  stageEnteredAt: string;
  stageTimes: { [name: string]: {
      firstEnteredAt: string;
      lastEnteredAt?: string;
      entered: number;
      totalMs: number;
    } };
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
  source?: {
    kind: string;
    id?: string;
  };
  erasedAt?: string;
};

export type DealBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Deal;
    error?: Problem;
  }[];
};

export type DealCard = {
  id: string;
  name: string;
  contactId?: string;
  companyId?: string;
  ownerId?: string;
  amountCents?: number;
  currency?: string;
  expectedCloseOn?: string;
  pipelineId: string;
  stageId: string;
  status: DealStatus;
  stageEnteredAt: string;
  /** Whole days since it entered the stage. */
  daysInStage: number;
  /** Nothing happened for the stage’s idle days, and a task was made of it. */
  idle: boolean;
  /** The last activity, or `task` where it was a task that was done. */
  lastActivity?: {
    at: string;
    kind: string;
    id: string;
  };
  /** When the next activity or task is planned; of a task the last moment of its day where the workspace is. */
  nextPlannedAt?: string;
  /** Since when a task of the deal is overdue; the earliest one’s, where there are several. */
  overdueSince?: string;
};

export type DealCustom = { [name: string]: CustomValue };

export type DealCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type DealDimension = "owner" | "team" | "source" | "campaign" | "company" | "industry" | "product" | "reason" | "custom";

export type DealList = {
  items: Deal[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type DealPage = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  contactId?: string;
  companyId?: string;
  amountCents?: number;
  currency?: string;
  expectedCloseOn?: string;
  /** When the sale began for the customer, where that is not the day on which it was written here. */
  openedOn?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: DealCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  pipelineId: string;
  stageId: string;
  status: DealStatus;
  stageEnteredAt: string;
  stageTimes: { [name: string]: {
      firstEnteredAt: string;
      lastEnteredAt?: string;
      entered: number;
      totalMs: number;
    } };
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
  source?: {
    kind: string;
    id?: string;
  };
  erasedAt?: string;
  /** Nothing happened for the stage’s idle days, and a task was made of it. */
  idle: boolean;
  /** The last activity, or `task` where it was a task that was done. */
  lastActivity?: {
    at: string;
    kind: string;
    id: string;
  };
  /** When the next activity or task is planned; of a task the last moment of its day where the workspace is. */
  nextPlannedAt?: string;
  /** Since when a task of the deal is overdue; the earliest one’s, where there are several. */
  overdueSince?: string;
  /** In the order in which it first entered them. */
  timeInStages: {
    pipelineId: string;
    stageId: string;
    firstEnteredAt: string;
    /** How often the deal came into it. */
    entered: number;
    /** How long it stood in it altogether, this stay included. */
    ms: number;
    current: boolean;
  }[];
  /** The newest 20; `cursor` goes on in `/timeline`. */
  timeline: {
    items: TimelineEntry[];
    /** Give it back as `cursor` for the next page; absent on the last. */
    cursor?: string;
  };
};

export type DealPatch = {
  name?: string;
  contactId?: string | null;
  companyId?: string | null;
  amountCents?: number | null;
  currency?: string;
  expectedCloseOn?: string | null;
  openedOn?: string | null;
  leadSource?: string | null;
  campaign?: string | null;
  items?: NewLineItem[] | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: DealCustomPatch;
  externalId?: string | null;
};

export type DealPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  name?: string;
  contactId?: string | null;
  companyId?: string | null;
  amountCents?: number | null;
  currency?: string;
  expectedCloseOn?: string | null;
  openedOn?: string | null;
  leadSource?: string | null;
  campaign?: string | null;
  items?: NewLineItem[] | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: DealCustomPatch;
  externalId?: string | null;
};

export type DealPut = {
  name?: string;
  contactId?: string | null;
  companyId?: string | null;
  amountCents?: number | null;
  currency?: string;
  expectedCloseOn?: string | null;
  openedOn?: string | null;
  leadSource?: string | null;
  campaign?: string | null;
  items?: NewLineItem[] | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: DealCustomPatch;
  externalId?: string | null;
  /** The workspace's default where it is left out. */
  pipelineId?: string;
  stageId?: string;
  /** Of a new deal alone. */
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
};

export type DealStatus = "open" | "won" | "lost";

/** `pending`: not tried yet. `retrying`: an attempt failed and the next is due at `nextAttemptAt`. `failed`: it was given up; it can be redelivered. */
export type DeliveryStatus = "pending" | "retrying" | "delivered" | "failed";

export type DownloadFileResponse = {
  url: string;
  expiresAt: string;
  name: string;
  number: number;
  size: number;
  contentType?: string;
  sha256?: string;
};

export type DryRun = {
  /** What is tried; the rule’s draft where nothing is said. */
  definition?: RuleDefinitionInput;
  /** How far back events are looked for. */
  days?: number;
  /** On how many of them, newest first, it is tried. */
  limit?: number;
};

export type DryRunAnswer = {
  /** Newest event first. */
  items: TriedRun[];
  /** How many events its trigger names, of those that were looked at. */
  matched: number;
  /** How many changes were looked at. */
  looked: number;
  /** From when on they are all that there were. */
  since: string;
};

export type DuplicateRun = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Whose duplicates. */
  kind: "contact" | "company";
  status: "running" | "done" | "failed";
  /** Records that were looked at so far. */
  looked: number;
  /** Pairs that were found among them. */
  pairs: number;
  /** Records of them that could not be looked at; the log says why. */
  failed: number;
  startedBy: {
    kind: string;
    id: string;
  };
  finishedAt?: string;
};

export type DuplicateRunList = {
  items: DuplicateRun[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type EmailFolding = {
  plusTag: boolean;
  gmailDots: boolean;
};

export type Erasure = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  contactId: string;
  /** `done`: nothing of the person is left but what docs/privacy.md says is kept, and how long. */
  status: "requested" | "running" | "done";
  requestedBy: {
    kind: string;
    id: string;
  };
  stepsDone: ErasureStep[];
  counts: { [name: string]: number };
  completedAt?: string;
  /** When it was looked for what had come late. */
  lookedAgainAt?: string;
};

export type ErasureList = {
  items: Erasure[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ErasureStep = "activities" | "intakes" | "deals" | "tasks" | "records" | "links" | "messages" | "files" | "exports" | "history" | "look again";

export type EventType = "contact.created" | "contact.updated" | "contact.deleted" | "contact.restored" | "contact.purged" | "company.created" | "company.updated" | "company.deleted" | "company.restored" | "company.purged" | "deal.created" | "deal.updated" | "deal.deleted" | "deal.restored" | "deal.purged" | "task.created" | "task.updated" | "task.deleted" | "task.restored" | "task.purged" | "activity.created" | "activity.updated" | "activity.deleted" | "activity.restored" | "activity.purged" | "promise.created" | "promise.updated" | "promise.deleted" | "promise.restored" | "promise.purged" | "product.created" | "product.updated" | "product.deleted" | "product.restored" | "product.purged" | "order.created" | "order.updated" | "order.deleted" | "order.restored" | "order.purged" | "ticket.created" | "ticket.updated" | "ticket.deleted" | "ticket.restored" | "ticket.purged" | "contact.merged" | "contact.unmerged" | "company.merged" | "company.unmerged" | "contact.hot" | "deal.moved" | "deal.idle" | "task.reminder" | "form.submitted" | "mail.received" | "mail.opened" | "mail.clicked" | "mail.bounced" | "rating.given" | "file.uploaded" | "file.refused" | "segment.entered" | "segment.left";

export type Export = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: "person";
  contactId: string;
  /** `deleted`: the person was erased, and the archive with them. */
  status: "requested" | "ready" | "failed" | "deleted";
  requestedBy: {
    kind: string;
    id: string;
    keyId?: string;
  };
  bytes?: number;
  /** Files in the archive. */
  files?: number;
  /** The archive is deleted then. */
  availableUntil?: string;
  /** Where the archive is, for five minutes; each one given out is on record. */
  url?: string;
};

export type ExportedKind = "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";

export type FeedLine = {
  id: string;
  at: string;
  /** As events are called: `deal.updated`. */
  type: string;
  record: {
    kind: string;
    id: string;
  };
  recordVersion: number;
  /** What changed, by name; of a record that is new nothing is named. */
  fields: string[];
  by: {
    kind: string;
    id: string;
    keyId?: string;
  };
};

export type Feedback = {
  delayedAt?: string;
  deliveredAt?: string;
  openedAt?: string;
  lastOpenedAt?: string;
  opens?: number;
  clickedAt?: string;
  clicks?: number;
  bouncedAt?: string;
  bounce?: "permanent" | "transient" | "undetermined";
  complainedAt?: string;
  rejectedAt?: string;
};

export type Field = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** The kind of record that has it. */
  of: CustomKind;
  /** Its name in `custom`, for good. */
  key: string;
  label: string;
  /** By language. */
  labels?: { [name: string]: string };
  type: FieldType;
  required: boolean;
  unique: boolean;
  /** Tells who or what is meant, like the number of an insurance: contacts and companies with the same value are probably one (docs/duplicates.md). It may stand in several records all the same. */
  identifies: boolean;
  /** What a new record has where nothing is said. */
  default?: CustomValue;
  validation: Validation;
  /** Of a choice. */
  options: {
    /** What records keep; choose it once and for all. */
    value: string;
    label: string;
    labels?: { [name: string]: string };
    /** Records that have it keep it; it can be chosen no more. */
    archived: boolean;
  }[];
  help?: string;
  /** Fields stand in this order. */
  order: number;
  archived: boolean;
};

export type FieldPatch = {
  label?: string;
  labels?: { [name: string]: string | null } | null;
  required?: boolean;
  identifies?: boolean;
  default?: CustomValueInput | null;
  validation?: {
    min?: number | null;
    max?: number | null;
    step?: number | null;
    minLength?: number | null;
    maxLength?: number | null;
    pattern?: string | null;
    earliest?: string | null;
    latest?: string | null;
  };
  options?: {
    /** What records keep; choose it once and for all. */
    value: string;
    label: string;
    labels?: { [name: string]: string };
    /** Records that have it keep it; it can be chosen no more. */
    archived?: boolean;
  }[];
  help?: string | null;
  order?: number;
  archived?: boolean;
};

export type FieldRule = "hidden" | "readonly";

export type FieldType = "text" | "longText" | "number" | "money" | "date" | "choice" | "multiChoice" | "checkbox" | "link" | "user";

export type File = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  recordId: string;
  recordKind: ParentKind;
  name: string;
  kind: "quote" | "contract" | "invoice" | "other";
  deletedAt?: string;
  erasedAt?: string;
  /** `uploading`: nothing has come. `scanning`: a scanner has yet to answer. `refused`: see `versions`. */
  status: "uploading" | "scanning" | "ready" | "refused";
  size: number;
  contentType?: string;
  sha256?: string;
  /** The number of the version that a download gets. */
  current?: number;
  versions: Array<{
    number: number;
    status: "uploading" | "scanning" | "ready" | "refused";
    size: number;
    /** What its bytes say; it is served as this. */
    contentType?: string;
    /** Where the sender said it: S3 took no other bytes. */
    sha256?: string;
    startedAt: string;
    uploadedAt?: string;
    refusedFor?: FileRefusal;
    by: {
      kind: string;
      id: string;
    };
  }>;
};

export type FileFormat = {
  kind: "csv";
  encoding: string;
  delimiter: string;
  quote: string | "";
  hasHeader: boolean;
} | {
  kind: "xlsx";
  sheet?: string;
  hasHeader: boolean;
} | {
  kind: "vcard";
  encoding: string;
};

export type FileFormatInput = {
  kind: "csv";
  encoding: string;
  delimiter: string;
  quote: string | "";
  hasHeader: boolean;
} | {
  kind: "xlsx";
  sheet?: string;
  hasHeader: boolean;
} | {
  kind: "vcard";
  encoding: string;
};

export type FileList = {
  items: File[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type FilePatch = {
  name?: string;
  kind?: "quote" | "contract" | "invoice" | "other";
};

export type FileRefusal = "size_mismatch" | "type_not_allowed" | "type_mismatch" | "infected" | "unscannable";

export type ForecastReport = {
  count: number;
  /** What the deals come to, by ISO 4217 currency. */
  cents?: { [name: string]: number };
  /** The same times the chance that the pipeline gives each stage. */
  weightedCents?: { [name: string]: number };
  /** The same times the share of earlier deals that were won of those that got as far and were open as long. */
  expectedCents?: { [name: string]: number };
  pipelineId: string;
  /** Open deals by their stages, in the pipeline’s order. */
  stages: {
    count: number;
    /** What the deals come to, by ISO 4217 currency. */
    cents?: { [name: string]: number };
    /** The same times the chance that the pipeline gives each stage. */
    weightedCents?: { [name: string]: number };
    /** The same times the share of earlier deals that were won of those that got as far and were open as long. */
    expectedCents?: { [name: string]: number };
    stageId: string;
    name: string;
    /** As the pipeline has it, 0 to 1. */
    probability: number;
    /** Of the deals of the last year that entered it and are over, the share that was won. */
    historicWinRate?: number;
    /** What the lines would come to by the list prices of the time. */
    listCents?: { [name: string]: number };
    without: {
      companyId?: number;
      openedOn?: number;
    };
  }[];
  /** Past months first: what is overdue. Null last. Absent for whom the day is hidden. */
  months?: Array<{
    count: number;
    /** What the deals come to, by ISO 4217 currency. */
    cents?: { [name: string]: number };
    /** The same times the chance that the pipeline gives each stage. */
    weightedCents?: { [name: string]: number };
    /** The same times the share of earlier deals that were won of those that got as far and were open as long. */
    expectedCents?: { [name: string]: number };
    /** In which deals are expected to be closed; null: nobody has said. */
    month: string | null;
  }>;
  rows?: Array<{
    count: number;
    /** What the deals come to, by ISO 4217 currency. */
    cents?: { [name: string]: number };
    /** The same times the chance that the pipeline gives each stage. */
    weightedCents?: { [name: string]: number };
    /** The same times the share of earlier deals that were won of those that got as far and were open as long. */
    expectedCents?: { [name: string]: number };
    value: string | null;
  }>;
};

export type FormField = {
  /** The name that the form posts it under. Names with `_` in front are the script’s own. */
  name: string;
  label: string;
  type: "text" | "textarea" | "email" | "tel" | "number" | "checkbox" | "date" | "hidden";
  /** The contact’s field that it fills; `custom.<name>` a custom one; `message` is the text of the submission. */
  target: ("firstName" | "lastName" | "company" | "jobTitle" | "language" | "leadSource" | "campaign" | "email" | "phone" | "message") | string;
  required: boolean;
  maxLength?: number;
};

export type FormFieldInput = {
  /** The name that the form posts it under. Names with `_` in front are the script’s own. */
  name: string;
  label: string;
  type?: "text" | "textarea" | "email" | "tel" | "number" | "checkbox" | "date" | "hidden";
  /** The contact’s field that it fills; `custom.<name>` a custom one; `message` is the text of the submission. */
  target: ("firstName" | "lastName" | "company" | "jobTitle" | "language" | "leadSource" | "campaign" | "email" | "phone" | "message") | string;
  required?: boolean;
  maxLength?: number;
};

export type FormPatch = {
  name?: string;
  fields?: FormFieldInput[];
  /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
  allowedOrigins?: string[];
  owner?: {
    userId: string;
  } | {
    roundRobin: string[];
  } | null;
  tags?: string[];
  opensDeal?: false | {
    /** The workspace’s default where it is left out. */
    pipelineId?: string;
    /** The pipeline’s first open stage where it is left out. */
    stageId?: string;
    /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
    nameTemplate?: string;
  };
  redirectUrl?: string | null;
  thanks?: string;
  welcomeTemplateId?: string | null;
  honeypot?: string;
  /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
  minimumFillMs?: number;
  limits?: {
    perAddressPerMinute?: number;
    perFormPerMinute?: number;
  };
  status?: "active" | "closed";
};

export type FunnelReport = {
  /** Deals that began in the period. */
  opened: number;
  /** In the pipeline’s order. */
  stages: Array<{
    stageId: string;
    name: string;
    kind: "open" | "won" | "lost";
    /** Distinct deals that stood in it, those that were lost since among them. */
    entered: number;
    /** Those that stand in it still. */
    stands: number;
    /** Those that were lost from it. */
    lostHere: number;
    /** Those that were won since. */
    won: number;
    /** Of those that have left it, the share that went on rather than out, 0 to 1. */
    conversion?: number;
    /** Of those that entered it and are over, the share that was won, 0 to 1. */
    winRate?: number;
    /** Whole days that deals which have left it stood in it. */
    days?: Spread;
  }>;
  from: string;
  to: string;
  rows?: Array<{
    /** Deals that began in the period. */
    opened: number;
    /** In the pipeline’s order. */
    stages: Array<{
      stageId: string;
      name: string;
      kind: "open" | "won" | "lost";
      /** Distinct deals that stood in it, those that were lost since among them. */
      entered: number;
      /** Those that stand in it still. */
      stands: number;
      /** Those that were lost from it. */
      lostHere: number;
      /** Those that were won since. */
      won: number;
      /** Of those that have left it, the share that went on rather than out, 0 to 1. */
      conversion?: number;
      /** Of those that entered it and are over, the share that was won, 0 to 1. */
      winRate?: number;
      /** Whole days that deals which have left it stood in it. */
      days?: Spread;
    }>;
    value: string | null;
  }>;
  pipelineId: string;
  /** The same of the period of the same length just before. */
  before?: {
    /** Deals that began in the period. */
    opened: number;
    /** In the pipeline’s order. */
    stages: Array<{
      stageId: string;
      name: string;
      kind: "open" | "won" | "lost";
      /** Distinct deals that stood in it, those that were lost since among them. */
      entered: number;
      /** Those that stand in it still. */
      stands: number;
      /** Those that were lost from it. */
      lostHere: number;
      /** Those that were won since. */
      won: number;
      /** Of those that have left it, the share that went on rather than out, 0 to 1. */
      conversion?: number;
      /** Of those that entered it and are over, the share that was won, 0 to 1. */
      winRate?: number;
      /** Whole days that deals which have left it stood in it. */
      days?: Spread;
    }>;
    from: string;
    to: string;
    rows?: Array<{
      /** Deals that began in the period. */
      opened: number;
      /** In the pipeline’s order. */
      stages: Array<{
        stageId: string;
        name: string;
        kind: "open" | "won" | "lost";
        /** Distinct deals that stood in it, those that were lost since among them. */
        entered: number;
        /** Those that stand in it still. */
        stands: number;
        /** Those that were lost from it. */
        lostHere: number;
        /** Those that were won since. */
        won: number;
        /** Of those that have left it, the share that went on rather than out, 0 to 1. */
        conversion?: number;
        /** Of those that entered it and are over, the share that was won, 0 to 1. */
        winRate?: number;
        /** Whole days that deals which have left it stood in it. */
        days?: Spread;
      }>;
      value: string | null;
    }>;
  };
};

export type GetActivityResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  kind: ActivityKind;
  contactId: string;
  dealIds: string[];
  at: string;
  subject?: string;
  text?: string;
  direction?: ActivityDirection;
  meeting?: {
    attendees: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string;
    endsAt?: string;
  };
  social?: {
    network: string;
    url?: string;
  };
  externalId?: string;
  rating?: {
    /** From 1, bad, to 5, very good. */
    score: number;
    ticketId?: string;
    dealId?: string;
  };
  /** Users whom it mentions. */
  mentions?: string[];
  /** Those of them who could not see it when they were mentioned, and were not told. */
  unseenBy?: string[];
  call?: {
    direction?: ActivityDirection;
    durationMs?: number;
    outcome?: "connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed";
    from?: string;
    to?: string;
    endedAt?: string;
    agentId?: string;
    recordingUrl?: string;
    externalId?: string;
  };
  submission?: {
    formId: string;
    values?: { [name: string]: string | string[] };
    differing?: { [name: string]: string | number | boolean | string[] };
    accepted?: string[];
    pageUrl?: string;
    referrer?: string;
    utm?: { [name: string]: string };
    userAgent?: string;
    visitorId?: string;
  };
  mail?: {
    intakeId?: string;
    messageId?: string;
    threadId: string;
    from?: string;
    to?: string[];
    cc?: string[];
    attachments: {
      filename: string;
      contentType: string;
      bytes: number;
    }[];
    files?: {
      fileId: string;
      name: string;
      size: number;
    }[];
    fate?: MailFate;
  };
  pageView?: {
    url: string;
    title?: string;
  };
  by: {
    kind: string;
    id: string;
  };
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetCompanyResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  /** The records that were merged into it, those that had been merged into them among them. */
  mergedIds?: string[];
  name: string;
  domains?: string[];
  website?: string;
  industry?: string;
  employees?: number;
  annualRevenueCents?: number;
  currency?: string;
  addresses?: Address[];
  description?: string;
  parentId?: string;
  ownerId?: string;
  tags?: string[];
  custom?: CompanyCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: Phone[];
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetConsoleSettingsResponse = {
  /** The OpenID issuer; what is below `/.well-known/openid-configuration` says where people sign in. */
  issuer: string;
  /** The public client: authorization code flow with PKCE, no secret. */
  clientId: string;
  /** What to ask the issuer for. */
  scopes: string[];
  /** The version of Rapport that is deployed. */
  version: string;
};

export type GetContactRatingsResponse = {
  /** From 1 to 5; none where there is no rating. */
  average?: number;
  items: {
    activityId: string;
    at: string;
    score: number;
  }[];
};

export type GetContactResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  /** The records that were merged into it, those that had been merged into them among them. */
  mergedIds?: string[];
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  companyId?: string;
  lifecycle?: Lifecycle;
  score?: number;
  addresses?: Address[];
  socialProfiles?: {
    network: string;
    url: string;
  }[];
  birthday?: string;
  language?: string;
  timeZone?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: ContactCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: Phone[];
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      at: string;
      source?: string;
    } };
  emails?: {
    address: string;
    label?: string;
    /** Read only: when a mail to it came back for good. It goes with the address. */
    bouncedAt?: string;
  }[];
  source?: Source;
  erasedAt?: string;
  /** The newest 20; `cursor` goes on in `/timeline`. */
  timeline: {
    items: TimelineEntry[];
    /** Give it back as `cursor` for the next page; absent on the last. */
    cursor?: string;
  };
  /** What they have bought in all, without what was cancelled or refunded; for who may read every order. */
  purchases?: PurchasesShown;
  /** How likely a customer leaves, why, and when they are best spoken to next; for who may read every order. */
  risk?: RiskShown;
  /** What the score is made of; for who may see `score`. */
  scoring?: ScoringShown;
  /** Open promises to them that one may see, the one that is due first in front; at most 20. */
  promises: Promise[];
} | {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  /** The records that were merged into it, those that had been merged into them among them. */
  mergedIds?: string[];
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  companyId?: string;
  lifecycle?: Lifecycle;
  score?: number;
  addresses?: Address[];
  socialProfiles?: {
    network: string;
    url: string;
  }[];
  birthday?: string;
  language?: string;
  timeZone?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: ContactCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: Phone[];
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      at: string;
      source?: string;
    } };
  emails?: {
    address: string;
    label?: string;
    /** Read only: when a mail to it came back for good. It goes with the address. */
    bouncedAt?: string;
  }[];
  source?: Source;
  erasedAt?: string;
  asOf: string;
};

export type GetDataCheckResponse = {
  /** From 0 to 100 with one decimal: which share of the records no check found anything in; a pair of duplicates counts as one record that is wrong. 100 where there are no records. */
  grade?: number;
  kinds: Array<{
    /** How many there are. */
    records: number;
    /** In how many of them a check found something. */
    faulty?: number;
    /** Pairs that may be one (`GET /v1/duplicates`). */
    duplicates?: number;
    /** By check, in how many it found something; without those that would tell of a hidden field. */
    found: { [name: string]: number };
    kind: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  }>;
};

export type GetDealResponse = DealPage | {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  contactId?: string;
  companyId?: string;
  amountCents?: number;
  currency?: string;
  expectedCloseOn?: string;
  /** When the sale began for the customer, where that is not the day on which it was written here. */
  openedOn?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: DealCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  pipelineId: string;
  stageId: string;
  status: DealStatus;
  stageEnteredAt: string;
  stageTimes: { [name: string]: {
      firstEnteredAt: string;
      lastEnteredAt?: string;
      entered: number;
      totalMs: number;
    } };
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
  source?: {
    kind: string;
    id?: string;
  };
  erasedAt?: string;
  asOf: string;
};

export type GetFillTimeResponse = {
  token: string;
};

export type GetFormResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  fields: FormField[];
  /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
  allowedOrigins: string[];
  /** Who gets the contact and the deal where the contact has no owner yet. */
  owner?: {
    userId: string;
  } | {
    roundRobin: string[];
  };
  tags: string[];
  opensDeal: false | {
    /** The workspace’s default where it is left out. */
    pipelineId?: string;
    /** The pipeline’s first open stage where it is left out. */
    stageId?: string;
    /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
    nameTemplate?: string;
  };
  redirectUrl?: string;
  thanks: string;
  welcomeTemplateId?: string;
  honeypot: string;
  /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
  minimumFillMs: number;
  limits: {
    perAddressPerMinute: number;
    perFormPerMinute: number;
  };
  status: "active" | "closed";
  formKey: string;
  /** HTML to copy into a page. */
  snippet: string;
  /** How many posts of machines were thrown away. */
  trapped: {
    honeypot: number;
  };
};

export type GetHealthResponse = {
  status: "ok";
};

export type GetImportErrorsResponse = {
  rows: number;
  url: string;
};

export type GetMailIntakeMessageResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  status: IntakeStatus;
  reason?: Reason;
  at: string;
  recipients: string[];
  envelopeFrom?: string;
  verdicts: Verdicts;
  bytes?: number;
  mailboxId?: string;
  activityId?: string;
  contactId?: string;
  threadId?: string;
  duplicateOf?: string;
  erasedAt?: string;
  reasonInWords?: string;
  subject?: string;
  from?: MailName[];
  /** Where the whole message is read. */
  link: string;
  /** Absent where the message was not opened or could not be read. */
  mail?: Mail;
  /** The raw message, for five minutes; of one that was erased, or is never logged, nothing is there. */
  rawUrl: string;
};

export type GetMailIntakeResponse = {
  received: number;
  logged: number;
  skipped: { [name: string]: number };
  failed: number;
  lastReconciled?: {
    at: string;
    objects: number;
    missing: number;
  };
  links: {
    received: string;
    logged: string;
    skipped: { [name: string]: string };
    failed: string;
  };
};

export type GetMailStatusResponse = {
  items: {
    /** Left out where `emails` is hidden from you. */
    address?: string;
    allowed: boolean;
    /** Why not. Left out where it tells what you may not see: `no_consent` where `consents` is hidden, `open_ticket` where you do not read every ticket. */
    reason?: MailRefusalRefusal;
  }[];
};

export type GetMeResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  email: string;
  roles: RoleId[];
  status: "invited" | "active" | "deactivated" | "removed";
  preferences: Preferences;
  permissions: Permission[];
  /** The teams that I am in or manage. */
  teamIds: string[];
  /** Fields that some record in my reach does not show me, or does not let me set. */
  fields: {
    contact: {
      hidden: string[];
      readonly: string[];
    };
    deal: {
      hidden: string[];
      readonly: string[];
    };
    task: {
      hidden: string[];
      readonly: string[];
    };
    company: {
      hidden: string[];
      readonly: string[];
    };
    promise: {
      hidden: string[];
      readonly: string[];
    };
    product: {
      hidden: string[];
      readonly: string[];
    };
    order: {
      hidden: string[];
      readonly: string[];
    };
    ticket: {
      hidden: string[];
      readonly: string[];
    };
  };
  workspaces: {
    id: string;
    name: string;
  }[];
  /** A mail that I send here, in copy or forwarded, is logged with its contacts (docs/mail-in.md). For me alone. Absent where no mail domain is held to the workspace. */
  dropBoxAddress?: string;
};

export type GetOpenApiResponse = {
  openapi: string;
} & { [name: string]: unknown };

export type GetOrderResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  number?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  status: OrderStatus;
  placedAt: string;
  currency?: string;
  note?: string;
  ownerId?: string;
  tags?: string[];
  custom?: OrderCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  amountCents?: number;
  erasedAt?: string;
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetProductResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  sku?: string;
  description?: string;
  category?: string;
  unit?: string;
  active: boolean;
  prices?: {
    currency: string;
    amountCents: number;
    validFrom?: string;
  }[];
  tags?: string[];
  custom?: ProductCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetPromiseResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  text: string;
  dueOn: string;
  dealId: string;
  contactId?: string;
  status: PromiseStatus;
  ownerId?: string;
  tags?: string[];
  custom?: PromiseCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  keptAt?: string;
  brokenAt?: string;
  erasedAt?: string;
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetScoringResponse = {
  cards: ModelCard[];
  /** When the workspace was last asked to learn, and whether it has since. */
  learning?: {
    askedAt: string;
    isDone: boolean;
  };
};

export type GetTaskResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  title: string;
  note?: string;
  dueOn?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  remindAt?: string;
  repeats?: string;
  ownerId?: string;
  tags?: string[];
  custom?: TaskCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  status: TaskStatus;
  repeatsFrom?: string;
  followedBy?: string;
  remindedFor?: string;
  completedAt?: string;
  origin: "person" | "idle_deal";
  erasedAt?: string;
  /** The moment of which the answer tells, where it was asked for. */
  asOf?: string;
};

export type GetUserResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  email: string;
  roles: RoleId[];
  status: "invited" | "active" | "deactivated" | "removed";
  /** Of somebody who is deactivated: where what they had goes. */
  reassignment?: Reassignment;
};

export type GetWebhookDeliveryResponse = {
  /** The `webhook-id` of every attempt. */
  id: string;
  webhookId: string;
  /** The `id` in the body. */
  eventId: string;
  type: string;
  /** When it happened. */
  at: string;
  /** What is posted of it: ids and names of fields. */
  data: { [name: string]: unknown };
  status: DeliveryStatus;
  reason?: "gave_up" | "refused" | "gone" | "webhook_paused";
  /** The last forty, the first one first. */
  attempts: {
    at: string;
    /** How long the target took. */
    ms: number;
    /** What the target answered. */
    status?: number;
    /** Why there was no answer: a code. */
    error?: string;
  }[];
  attemptCount: number;
  /** Until when it is tried. */
  until: string;
  nextAttemptAt?: string;
  createdAt: string;
};

export type GetWebhookResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
  status: "active" | "paused";
  pausedReason?: PausedReason;
  pausedAt?: string;
  madeBy: string;
  secretRotatedAt?: string;
};

export type GetWorkspaceOpenApiResponse = {
  openapi: string;
} & { [name: string]: unknown };

export type GivenRating = {
  comment?: string;
};

export type Grade = {
  id: string;
  createdAt: string;
  /** From 0 to 100 with one decimal: which share of the records no check found anything in; a pair of duplicates counts as one record that is wrong. 100 where there are no records. */
  grade: number;
  kinds: { [name: string]: GradeCheckCounts };
  /** `schedule`: the turn of a month. */
  cause: "schedule" | "request";
};

export type GradeCheckCounts = {
  /** How many there are. */
  records: number;
  /** In how many of them a check found something. */
  faulty: number;
  /** Pairs that may be one (`GET /v1/duplicates`). */
  duplicates?: number;
  /** By check, in how many it found something. */
  found: { [name: string]: number };
};

export type GradeList = {
  items: Grade[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type HistoryEntry = {
  id: string;
  at: string;
  kind: "created" | "updated" | "trashed" | "restored" | "deleted" | "merged" | "unmerged";
  /** The version that the change made. */
  version: number;
  by: {
    kind: string;
    id: string;
    keyId?: string;
  };
  /** The request, message or schedule that caused it. */
  cause?: string;
  /** The IP address; only with the permission audit:read. */
  from?: string;
  /** What was before and after. A record that was made says what it began as by itself. */
  fields: { [name: string]: {
      before?: unknown;
      after?: unknown;
    } };
  /** What was before and after is erased, as a person asked for it. */
  erased?: boolean;
};

export type HistoryEntryList = {
  items: HistoryEntry[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Import = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: ImportKind;
  /** The file’s name. */
  name: string;
  /** In bytes. */
  size: number;
  /** `uploading`: the file is waited for. `read`: its rows can be seen, and its columns mapped. `checked`: what each row would become is known. `done`: it is that now. `stopped`: a part of it is. */
  status: "uploading" | "reading" | "read" | "checking" | "checked" | "failed" | "running" | "stopping" | "stopped" | "done" | "undoing" | "undone";
  failure?: {
    code: string;
    detail: string;
  };
  format?: FileFormat;
  columns?: Array<{
    column: number;
    header: string;
    /** Absent where nothing is like it. */
    field?: string;
    /** 0 to 1. */
    confidence: number;
    /** What it was seen by. */
    by: "header" | "values" | "both" | "none";
  }>;
  /** What each column is taken for; as it is suggested until somebody says otherwise. */
  mapping?: {
    /** Counted from 0. */
    column: number;
    /** A field of the kind as `fields` of the import’s page lists them, or `custom.<key>`. */
    field: string;
  }[];
  /** The mapping is not what is suggested, but that of the last file with the same headers that was run. */
  isMappedAsBefore?: true;
  /** What is meant otherwise than it is written, in every row. */
  replacements?: {
    field: string;
    /** As a suggestion says it: all of the cell, or an address in it. */
    from: string;
    /** Empty: it is left out. */
    to: string;
  }[];
  rows?: number;
  /** Of them those that could not be read as they should be. */
  faultyRows?: number;
  /** Rows by what they would become. */
  check?: CheckedRowCheckCounts;
  /** What the dry run was of. */
  mode?: ImportMode;
  /** By which key a record that is there is found; by any where it is absent. */
  matchBy?: string;
  /** Suggestions of this confidence or more are taken. */
  acceptFrom?: number;
  /** Rows by what became of them so far. */
  run?: RunCounts;
  /** Whether webhooks are told of what it makes. */
  tells?: boolean;
  /** When it came to its end, or was stopped. */
  ranAt?: string;
  /** Rows by what became of them when it was undone. */
  undo?: UndoCounts;
  startedBy: {
    kind: string;
    id: string;
  };
};

export type ImportKind = "contact" | "company" | "deal" | "product" | "order" | "activity";

export type ImportList = {
  items: Import[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ImportMode = "create" | "update" | "upsert";

export type ImportPatch = {
  mapping?: {
    /** Counted from 0. */
    column: number;
    /** A field of the kind as `fields` of the import’s page lists them, or `custom.<key>`. */
    field: string;
  }[];
  /** What is meant otherwise than it is written: replaced as a whole. */
  replacements?: {
    field: string;
    /** As a suggestion says it: all of the cell, or an address in it. */
    from: string;
    /** Empty: it is left out. */
    to: string;
  }[];
};

export type IntakeStatus = "received" | "logged" | "skipped" | "failed";

export type Invitation = {
  name: string;
  email: string;
  roles: RoleId[];
};

export type Key = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** What it is for. */
  name: string;
  /** What it may at most. It never may more than its user at the moment of the request. */
  roles: RoleId[];
  /** The permissions that it is held to; all of its roles where left out. */
  scopes?: Permission[];
  userId: string;
  lastFour: string;
  expiresAt: string;
  revokedAt?: string;
  /** To 15 minutes. */
  lastUsedAt?: string;
};

export type KeyList = {
  items: Key[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type KeyPatch = {
  /** What it is for. */
  name?: string;
  /** Only earlier than it was. */
  expiresAt?: string;
};

export type LeadDimension = "owner" | "team" | "source" | "campaign" | "custom";

export type LeadFigures = {
  /** Contacts that came in the period, whatever they are by now. */
  leads: number;
  /** Those of them that are leads still. */
  lead: number;
  qualified: number;
  customers: number;
  former: number;
  /** Qualified, customers and former of all, 0 to 1. */
  qualifiedRate?: number;
  /** Customers and former of all, 0 to 1. */
  conversion?: number;
  /** Those that ever placed an order; absent for whom what contacts have bought is hidden. */
  bought?: number;
};

export type LeadReport = {
  from: string;
  to: string;
  whole: LeadFigures;
  /** By the values of what it is split by, the most leads first. */
  rows?: Array<{
    /** Contacts that came in the period, whatever they are by now. */
    leads: number;
    /** Those of them that are leads still. */
    lead: number;
    qualified: number;
    customers: number;
    former: number;
    /** Qualified, customers and former of all, 0 to 1. */
    qualifiedRate?: number;
    /** Customers and former of all, 0 to 1. */
    conversion?: number;
    /** Those that ever placed an order; absent for whom what contacts have bought is hidden. */
    bought?: number;
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  /** Of the whole, month by month. */
  months: {
    /** Contacts that came in the period, whatever they are by now. */
    leads: number;
    /** Those of them that are leads still. */
    lead: number;
    qualified: number;
    customers: number;
    former: number;
    /** Qualified, customers and former of all, 0 to 1. */
    qualifiedRate?: number;
    /** Customers and former of all, 0 to 1. */
    conversion?: number;
    /** Those that ever placed an order; absent for whom what contacts have bought is hidden. */
    bought?: number;
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: LeadFigures;
    /** By the values of what it is split by, the most leads first. */
    rows?: Array<{
      /** Contacts that came in the period, whatever they are by now. */
      leads: number;
      /** Those of them that are leads still. */
      lead: number;
      qualified: number;
      customers: number;
      former: number;
      /** Qualified, customers and former of all, 0 to 1. */
      qualifiedRate?: number;
      /** Customers and former of all, 0 to 1. */
      conversion?: number;
      /** Those that ever placed an order; absent for whom what contacts have bought is hidden. */
      bought?: number;
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
};

export type LearnRiskResponse = {
  purpose: ScoringPurpose;
  askedAt: string;
};

export type LearnScoringResponse = {
  askedAt: string;
};

export type Lifecycle = "lead" | "qualified" | "customer" | "former";

export type LineItem = {
  productId?: string;
  name: string;
  /** The product's; a line that was written before lines kept it has none. */
  category?: string;
  /** At most three decimals. */
  quantity: number;
  unitAmountCents: number;
  /** The product's own price of a unit at that time, whatever the line is sold at. */
  listAmountCents?: number;
  /** At most two decimals. */
  discountPercent?: number;
  /** Quantity times unit less the discount, half a cent up. */
  amountCents: number;
};

export type Link = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  fromId: string;
  toId: string;
  /** What the first is to the second: one of those built in (docs/records.md), or words of your own. */
  label: string;
  /** The same read from the other end, of words of your own; where it is left out they read alike. */
  inverseLabel?: string;
  note?: string;
};

export type LinkPatch = {
  label?: string;
  inverseLabel?: string | null;
  note?: string | null;
};

export type ListChangesResponse = {
  items: FeedLine[];
  /** Give it back for what comes next; there always is one. */
  cursor: string;
  /** Whether this was all that there is for now. */
  caughtUp: boolean;
};

export type ListCompanyDuplicatesResponse = {
  items: Array<{
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "contact";
    record: Contact;
  } | {
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "company";
    record: Company;
  }>;
};

export type ListContactDuplicatesResponse = {
  items: Array<{
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "contact";
    record: Contact;
  } | {
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "company";
    record: Company;
  }>;
};

export type ListDealContactsResponse = {
  items: {
    contact: Contact;
    /** Whether the deal’s `contactId` names it. */
    primary: boolean;
    /** What else it is to the deal: the labels of its links. */
    roles: string[];
  }[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListDuplicatesResponse = {
  items: Array<{
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "contact";
    records: Contact[];
  } | {
    /** That the two are one, from 0.25 to 1. */
    probability: number;
    /** From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so. */
    isSure: boolean;
    /** What each field says that both have. */
    reasons: Array<{
      /** `name` where first and last name stand in each other’s place. */
      field: string;
      agreement: "same" | "close" | "different";
      /** Bits for the two being one, or against it. */
      weight: number;
    }>;
    kind: "company";
    records: Company[];
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListFieldsResponse = {
  items: Field[];
};

export type ListFindingsResponse = {
  items: {
    record: AnyRecord;
    /** What of it is wrong or lacking: `emails`, `custom.tariff`. */
    fields: string[];
    /** What would mend it, as a PATCH of the record takes it, where one thing would. */
    repair?: { [name: string]: unknown };
  }[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListFormsResponse = {
  items: Array<{
    id: string;
    version: number;
    createdAt: string;
    updatedAt: string;
    name: string;
    fields: FormField[];
    /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
    allowedOrigins: string[];
    /** Who gets the contact and the deal where the contact has no owner yet. */
    owner?: {
      userId: string;
    } | {
      roundRobin: string[];
    };
    tags: string[];
    opensDeal: false | {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      /** The pipeline’s first open stage where it is left out. */
      stageId?: string;
      /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
      nameTemplate?: string;
    };
    redirectUrl?: string;
    thanks: string;
    welcomeTemplateId?: string;
    honeypot: string;
    /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
    minimumFillMs: number;
    limits: {
      perAddressPerMinute: number;
      perFormPerMinute: number;
    };
    status: "active" | "closed";
    formKey: string;
    /** HTML to copy into a page. */
    snippet: string;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListImportRowsResponse = {
  items: {
    number: number;
    cells: string[];
    fault?: {
      code: string;
      detail: string;
    };
  }[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListLinksResponse = {
  items: {
    id: string;
    version: number;
    createdAt: string;
    updatedAt: string;
    /** What the first is to the second: one of those built in (docs/records.md), or words of your own. */
    label: string;
    note?: string;
    /** The record at the other end. */
    record: RecordHead;
  }[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListMailIntakeResponse = {
  items: {
    id: string;
    version: number;
    createdAt: string;
    updatedAt: string;
    status: IntakeStatus;
    reason?: Reason;
    at: string;
    recipients: string[];
    envelopeFrom?: string;
    verdicts: Verdicts;
    bytes?: number;
    mailboxId?: string;
    activityId?: string;
    contactId?: string;
    threadId?: string;
    duplicateOf?: string;
    erasedAt?: string;
    reasonInWords?: string;
    subject?: string;
    from?: MailName[];
    /** Where the whole message is read. */
    link: string;
  }[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListMergedCompaniesResponse = {
  items: {
    /** This one, or one of these: then that is to be taken out first. */
    mergedInto: string;
    record: Company;
  }[];
};

export type ListMergedContactsResponse = {
  items: {
    /** This one, or one of these: then that is to be taken out first. */
    mergedInto: string;
    record: Contact;
  }[];
};

export type ListNotificationsResponse = {
  items: Array<{
    id: string;
    type: "task_reminder" | "task_assigned" | "record_assigned" | "mention" | "deal_idle" | "mail_received" | "rule" | "rule_paused" | "webhook_paused" | "import_finished" | "export_ready" | "mail_doubtful";
    createdAt: string;
    isRead: boolean;
    /** What it is about, as it is now; absent where it is gone, or you may not see it any more. */
    record?: {
      kind: string;
      id: string;
      name: string;
    };
    /** The note of a mention, the mail that came, the task of an idle deal. */
    detailId?: string;
    /** The user because of whom. */
    by?: {
      id: string;
      name: string;
    };
    /** Why, where there are several reasons: how an import has ended. */
    code?: string;
    /** In English, or in German for whom that is the preference. */
    text: string;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
  /** How many of the last 90 days are unread; 100 stands for as many or more. */
  unreadCount: number;
};

export type ListRolesResponse = {
  items: Role[];
};

export type ListSessionsResponse = {
  items: Session[];
};

export type ListSubmissionsResponse = {
  items: Array<{
    formId: string;
    values: { [name: string]: string | string[] };
    differing?: { [name: string]: string | number | boolean | string[] };
    accepted?: string[];
    pageUrl?: string;
    referrer?: string;
    utm?: { [name: string]: string };
    userAgent?: string;
    submissionId: string;
    at: string;
    contactId: string;
    dealIds: string[];
    message?: string;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListSuppressionsResponse = {
  items: Array<{
    /** A hash of the address, which nobody can turn back. */
    id: string;
    /** The latest first. */
    reasons: Array<{
      /** `unsubscribed`: they said so, by a link of a mail. `bounced`: a mail came back for good. `complained`: they called one spam. `manual`: somebody of the workspace put it there. */
      reason: "unsubscribed" | "bounced" | "complained" | "manual";
      at: string;
    }>;
    note?: string;
    /** Where a contact has the address. */
    contactId?: string;
    /** Where a contact has it: else nobody knows it any more. */
    address?: string;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListTrashResponse = {
  items: Array<{
    type: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";
    id: string;
    deletedAt: string;
    /** Until when it can be restored. */
    purgeAt: string;
    record: AnyRecord;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListWebhookDeliveriesResponse = {
  items: Array<{
    /** The `webhook-id` of every attempt. */
    id: string;
    webhookId: string;
    /** The `id` in the body. */
    eventId: string;
    type: string;
    /** When it happened. */
    at: string;
    status: DeliveryStatus;
    reason?: "gave_up" | "refused" | "gone" | "webhook_paused";
    attemptCount: number;
    /** Until when it is tried. */
    until: string;
    nextAttemptAt?: string;
    createdAt: string;
    lastAttempt?: {
      at: string;
      /** How long the target took. */
      ms: number;
      /** What the target answered. */
      status?: number;
      /** Why there was no answer: a code. */
      error?: string;
    };
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListWebhooksResponse = {
  items: Array<{
    id: string;
    version: number;
    createdAt: string;
    updatedAt: string;
    /** Where events are posted to: https, port 443, a public address, no user or password in it. */
    url: string;
    description?: string;
    /** What it is told of; `*` is everything. */
    events: Array<"*" | EventType>;
    /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
    condition?: { [name: string]: unknown };
    status: "active" | "paused";
    pausedReason?: PausedReason;
    pausedAt?: string;
    madeBy: string;
    secretRotatedAt?: string;
  }>;
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ListWorkspacesResponse = {
  items: Workspace[];
};

export type ListedDeal = {
  id: string;
  version?: number;
  createdAt?: string;
  updatedAt?: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  contactId?: string;
  companyId?: string;
  amountCents?: number;
  currency?: string;
  expectedCloseOn?: string;
  /** When the sale began for the customer, where that is not the day on which it was written here. */
  openedOn?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: DealCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  pipelineId: string;
  stageId: string;
  status: DealStatus;
  stageEnteredAt: string;
  stageTimes?: { [name: string]: {
      firstEnteredAt: string;
      lastEnteredAt?: string;
      entered: number;
      totalMs: number;
    } };
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
  source?: {
    kind: string;
    id?: string;
  };
  erasedAt?: string;
  /** Whole days since it entered the stage. */
  daysInStage: number;
  /** Nothing happened for the stage’s idle days, and a task was made of it. */
  idle: boolean;
  /** The last activity, or `task` where it was a task that was done. */
  lastActivity?: {
    at: string;
    kind: string;
    id: string;
  };
  /** When the next activity or task is planned; of a task the last moment of its day where the workspace is. */
  nextPlannedAt?: string;
  /** Since when a task of the deal is overdue; the earliest one’s, where there are several. */
  overdueSince?: string;
};

export type ListedDealList = {
  items: ListedDeal[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type LookUpSuppressionResponse = {
  items: Array<{
    /** A hash of the address, which nobody can turn back. */
    id: string;
    /** The latest first. */
    reasons: Array<{
      /** `unsubscribed`: they said so, by a link of a mail. `bounced`: a mail came back for good. `complained`: they called one spam. `manual`: somebody of the workspace put it there. */
      reason: "unsubscribed" | "bounced" | "complained" | "manual";
      at: string;
    }>;
    note?: string;
    /** Where a contact has the address. */
    contactId?: string;
    /** Where a contact has it: else nobody knows it any more. */
    address?: string;
  }>;
};

export type Mail = {
  subject: string;
  from: MailName[];
  to: MailName[];
  cc: MailName[];
  replyTo: MailName[];
  /** The sender's claim. */
  date?: string;
  messageId?: string;
  inReplyTo?: string;
  /** The plain text as it was sent, its first 500,000 characters. */
  text: string;
  /** The whole text. */
  textUrl?: string;
  /** The HTML as it was sent: a stranger wrote it. */
  htmlUrl?: string;
  attachments: {
    filename: string;
    contentType: string;
    bytes: number;
    /** Fetches it, for five minutes. */
    url: string;
  }[];
  /** Attachments beyond the first 100; the raw message has them. */
  attachmentsLeftOut: number;
  /** The raw message. */
  rawUrl?: string;
};

export type MailDraft = {
  subject: string;
  text: string;
  html?: string;
  contactId?: string;
  dealId?: string;
  /** Whether your signature stands under it, as under a mail that you write. */
  signature?: boolean;
  /** Whether the foot of marketing mail stands under it; its links lead nowhere here. */
  marketing?: boolean;
};

export type MailFate = {
  openedAt?: string;
  clickedAt?: string;
  bouncedAt?: string;
  complainedAt?: string;
  /** SES did not send it: it found a virus in a file. */
  rejectedAt?: string;
};

export type MailName = {
  name: string;
  address: string;
};

/** `person_erased`: nobody writes to an erased person. All others are of marketing mail alone. `complained`, `bounced`, `unsubscribed`, `manual`: the address is on the suppression list. `no_consent`: the consent `marketing` was withdrawn, or was never given in a workspace that asks for it. `open_ticket`: a ticket of priority `high` or `urgent` is open or pending. `bad_rating`: the last rating, of the last 90 days, is 1 or 2. `frequency_cap`: they got as much as the workspace’s `marketingCap` lets them. */
export type MailRefusalRefusal = "person_erased" | "complained" | "bounced" | "unsubscribed" | "manual" | "no_consent" | "open_ticket" | "bad_rating" | "frequency_cap";

export type Mailbox = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  address: string;
  name: string;
  ownerId?: string;
  roundRobin: string[];
  opensDeal: boolean;
  tags: string[];
  welcomeTemplateId?: string;
};

export type MailboxList = {
  items: Mailbox[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type MailboxPatch = {
  address?: string;
  name?: string;
  ownerId?: string | null;
  roundRobin?: string[];
  opensDeal?: boolean;
  tags?: string[];
  welcomeTemplateId?: string | null;
};

export type MePatch = {
  name?: string;
  /** RFC 7396; null clears all of them. */
  preferences?: PreferencesPatch | null;
};

export type MemberPage = {
  items: AnyRecord[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
};

export type MergeCompaniesRequest = {
  /** Those that are merged into it, the first one first. */
  ids: string[];
  /** By field the record whose value stays, where it is not to be the one that stays by itself. */
  values?: { [name: string]: string };
};

export type MergeContactsRequest = {
  /** Those that are merged into it, the first one first. */
  ids: string[];
  /** By field the record whose value stays, where it is not to be the one that stays by itself. */
  values?: { [name: string]: string };
};

export type Message = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  claim: string;
  purpose: "welcome" | "idle_deal" | "webhook_paused" | "personal" | "rule" | "notification" | "digest";
  to: string;
  contactId?: string;
  dealId?: string;
  ticketId?: string;
  threadId?: string;
  templateId?: string;
  marketing: boolean;
  subject: string;
  text: string;
  html: string;
  inReplyTo?: string;
  authorId?: string;
  senderName?: string;
  attachments: {
    fileId: string;
    number: number;
    name: string;
    contentType: string;
    size: number;
  }[];
  sendAt?: string;
  status: MessageStatus;
  reason?: string;
  attempts: number;
  leaseUntil?: string;
  from?: string;
  sesMessageId?: string;
  sentAt?: string;
  feedback?: Feedback;
  erasedAt?: string;
};

/** `scheduled`: leaves at `sendAt`, and can be changed and cancelled until then. `queued`: waits to be sent, or to be tried again. `sending`: given to SES now. `doubtful`: whether SES took it is not known; it is not sent again until a person says so. `failed`: SES will not take it. `skipped`: it was not to be sent after all. `cancelled`: somebody took it back before it left. */
export type MessageStatus = "scheduled" | "queued" | "sending" | "sent" | "failed" | "doubtful" | "skipped" | "cancelled";

export type MessageSummary = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  claim: string;
  purpose: "welcome" | "idle_deal" | "webhook_paused" | "personal" | "rule" | "notification" | "digest";
  to: string;
  contactId?: string;
  dealId?: string;
  ticketId?: string;
  threadId?: string;
  templateId?: string;
  marketing: boolean;
  subject: string;
  inReplyTo?: string;
  authorId?: string;
  senderName?: string;
  attachments: {
    fileId: string;
    number: number;
    name: string;
    contentType: string;
    size: number;
  }[];
  sendAt?: string;
  status: MessageStatus;
  reason?: string;
  attempts: number;
  leaseUntil?: string;
  from?: string;
  sesMessageId?: string;
  sentAt?: string;
  feedback?: Feedback;
  erasedAt?: string;
};

export type MessageSummaryList = {
  items: MessageSummary[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ModelCard = {
  purpose: ScoringPurpose;
  /** What scores come from: what was learned, or the rules, for the `reason` that is given. */
  status: "learned" | "rules";
  /** Why nothing that was learned is used. */
  reason?: "not_learned_yet" | "too_few_outcomes" | "no_better_than_rules";
  /** From how many outcomes it was learned. */
  rows: number;
  /** How many of them were good. */
  positives: number;
  /** The area under the ROC curve, of outcomes that were held out. 0.5 is chance. */
  auc?: number;
  /** The same of the rules, of the same outcomes. */
  rulesAuc?: number;
  /** How far what was foretold lies from what came, in the mean (expected calibration error). */
  calibrationError?: number;
  /** The weightiest first. */
  features: {
    /** A field of contacts (`jobTitle`, `custom.budget`), or what is reckoned of them. */
    name: string;
    bins: {
      /** Which values it is of: `unknown`, `10 to 20`, `Berlin`, `others`. */
      values: string;
      /** What it adds to the log-odds; above 0 it speaks for the outcome. */
      weight: number;
    }[];
  }[];
  /** `known_after`: written with the outcome or after it; `tells_too_well`: as only what was written after it can. */
  leftOut: Array<{
    name: string;
    why: "known_after" | "tells_too_well";
  }>;
  learnedAt?: string;
};

export type MoveDeal = {
  stageId: string;
  /** Another pipeline; the deal’s own where it is left out. */
  pipelineId?: string;
  /** One of the pipeline’s, where it has some. */
  lostReason?: string;
  /** One of the pipeline’s, where it has some. */
  wonReason?: string;
};

export type Myself = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  email: string;
  roles: RoleId[];
  status: "invited" | "active" | "deactivated" | "removed";
  preferences: Preferences;
};

export type NeverLog = {
  addresses: string[];
  domains: string[];
};

export type NeverLogPatch = {
  addresses?: string[] | null;
  domains?: string[] | null;
};

export type NewActivity = {
  kind: "call" | "meeting" | "note" | "social_post" | "rating";
  contactId: string;
  /** The deals it is about; where it names none it counts for all open deals of the contact. */
  dealIds?: string[];
  /** Now where it is left out; a moment to come makes it a planned one. */
  at?: string;
  subject?: string;
  text?: string;
  direction?: ActivityDirection;
  /** Only of a call. */
  call?: {
    direction?: ActivityDirection;
    durationMs?: number;
    outcome?: "connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed";
  };
  /** Only of a meeting. */
  meeting?: {
    attendees?: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string;
    endsAt?: string;
  };
  /** Only of a post. */
  social?: {
    network: string;
    url?: string;
  };
  /** Only of a rating. */
  rating?: {
    /** From 1, bad, to 5, very good. */
    score: number;
  };
  externalId?: string;
  /** Users who are told of it, besides those whom the text names as `@[name](us_…)`. */
  mentions?: string[];
};

export type NewCall = {
  /** Your own name for the call. Reported again (ringing, then ended) it is one activity. */
  externalId: string;
  direction: ActivityDirection;
  /** As dialled or shown; without a country code it is of the workspace’s country. */
  from: string;
  to: string;
  startedAt: string;
  endedAt?: string;
  /** Spoken, where you know it. */
  durationSeconds?: number;
  /** None while it rings or is spoken. */
  outcome?: "answered" | "missed" | "voicemail" | "busy" | "failed";
  /** The colleague: a user’s id, or their address (left out where nobody has it). */
  agent?: string;
  recordingUrl?: string;
  note?: string;
  /** Whose call it is, where you know better than the number. */
  contactId?: string;
  /** Whether a number that nobody has becomes a lead: yes for who calls in, no for who is called, where it is left out. */
  createContact?: boolean;
};

export type NewCompany = {
  name: string;
  domains?: string[];
  website?: string;
  industry?: string;
  employees?: number;
  annualRevenueCents?: number;
  currency?: string;
  addresses?: AddressInput[];
  description?: string;
  parentId?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewCompanyCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: WrittenPhone[];
};

export type NewCompanyCustom = { [name: string]: CustomValueInput };

export type NewContact = {
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  companyId?: string;
  lifecycle?: Lifecycle;
  score?: number;
  addresses?: AddressInput[];
  socialProfiles?: {
    network: string;
    url: string;
  }[];
  birthday?: string;
  language?: string;
  timeZone?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewContactCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  phones?: WrittenPhone[];
  emails?: {
    address: string;
    label?: string;
    /** Read only: taken so that a list can be sent back as it was read, and left as it is. */
    bouncedAt?: string;
  }[];
  consents?: { [name: string]: {
      status: "granted" | "withdrawn";
      /** When it was said; now where it is left out. */
      at?: string;
      source?: string;
    } };
};

export type NewContactCustom = { [name: string]: CustomValueInput };

export type NewContactMail = {
  /** May have blanks. Needed where there is no template, else in its place. */
  subject?: string;
  /** Plain text, which may have blanks. Needed where there is no template, else in its place. */
  text?: string;
  templateId?: string;
  /** One of the contact's addresses; the first where it is left out. */
  to?: string;
  /** The deal that it is about, which is the contact’s. */
  dealId?: string;
  /** A mail on the contact’s timeline: this one goes on in its thread. The “Re:” is yours to write. */
  inReplyTo?: string;
  /** When it leaves: a moment to come, within a year. Left out: in 10 seconds, for which it can be taken back. */
  sendAt?: string;
  /** Files of the contact, or of the deal, that are ready; 7 MB in all. */
  attachments?: string[];
  /** Whether your signature stands under it, where you have one. */
  signature?: boolean;
  /** Blanks for which nothing is known are left empty. Otherwise they are refused. */
  allowMissing?: boolean;
};

export type NewDashboard = {
  name: string;
  /** `private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace. */
  visibility?: "private" | "shared";
  /** In their order. */
  tiles?: NewTile[];
};

export type NewDataExport = {
  /** What a row is. */
  kind: ExportedKind;
  /** `csv`: RFC 4180 in UTF-8, as an import takes it. `jsonl`: a record a line, as the API shows it. */
  format: "csv" | "jsonl";
  /** Only its members. */
  segmentId?: string;
  /** Fields, in their order; all of them where it is left out. */
  columns?: string[];
  /** Whether a CSV file begins with one, by which Excel knows UTF-8. */
  byteOrderMark?: boolean;
  /** As lists take it; of activities there is none. */
  filter?: { [name: string]: unknown };
  /** Its filter, its segment and its columns as they are now; what is said besides narrows it further. */
  viewId?: string;
  /** In which a CSV file tells moments; the workspace’s where left out. */
  timeZone?: string;
};

export type NewDeal = {
  name: string;
  contactId?: string;
  companyId?: string;
  /** For a deal without items; with items it is what they come to. */
  amountCents?: number;
  /** The workspace's where it is left out. */
  currency?: string;
  expectedCloseOn?: string;
  /** When the sale began for the customer, where that is not the day on which it was written here. */
  openedOn?: string;
  /** Where the lead came from, as people call it: `LinkedIn`, `fair in May`. */
  leadSource?: string;
  /** The campaign that brought it. */
  campaign?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewDealCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  /** The workspace's default where it is left out. */
  pipelineId?: string;
  /** The pipeline's first open stage where it is left out. */
  stageId?: string;
  items?: NewLineItem[];
  /** When a deal that is over was won or lost; only then it may begin in a stage that is not open. */
  closedAt?: string;
  lostReason?: string;
  wonReason?: string;
};

export type NewDealCustom = { [name: string]: CustomValueInput };

export type NewDuplicateRun = {
  /** Whose duplicates. */
  kind: "contact" | "company";
};

export type NewField = {
  /** The kind of record that has it. */
  of: CustomKind;
  /** Its name in `custom`, for good. */
  key: string;
  label: string;
  /** By language. */
  labels?: { [name: string]: string };
  type: FieldType;
  required?: boolean;
  /** No two records have the same value. To be said now: it cannot be changed. */
  unique?: boolean;
  /** Tells who or what is meant, like the number of an insurance: contacts and companies with the same value are probably one (docs/duplicates.md). It may stand in several records all the same. */
  identifies?: boolean;
  /** What a new record has where nothing is said. */
  default?: CustomValueInput;
  validation?: ValidationInput;
  /** Of a choice. */
  options?: {
    /** What records keep; choose it once and for all. */
    value: string;
    label: string;
    labels?: { [name: string]: string };
    /** Records that have it keep it; it can be chosen no more. */
    archived?: boolean;
  }[];
  help?: string;
  /** Behind all others where it is left out. */
  order?: number;
};

export type NewFile = {
  /** The contact, company, deal, task, ticket, order, product or promise that it is of. */
  recordId: string;
  name: string;
  kind?: "quote" | "contract" | "invoice" | "other";
  /** In bytes; S3 takes no more and no less. */
  size: number;
  /** What you take it for. What it is, its bytes say: a file of another family is refused. */
  contentType?: string;
  /** Then S3 takes no other bytes. */
  sha256?: string;
};

export type NewForm = {
  name: string;
  fields: FormFieldInput[];
  /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
  allowedOrigins?: string[];
  /** Who gets the contact and the deal where the contact has no owner yet. */
  owner?: {
    userId: string;
  } | {
    roundRobin: string[];
  };
  tags?: string[];
  opensDeal?: false | {
    /** The workspace’s default where it is left out. */
    pipelineId?: string;
    /** The pipeline’s first open stage where it is left out. */
    stageId?: string;
    /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
    nameTemplate?: string;
  };
  redirectUrl?: string;
  thanks?: string;
  welcomeTemplateId?: string;
  honeypot?: string;
  /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
  minimumFillMs?: number;
  limits?: {
    perAddressPerMinute?: number;
    perFormPerMinute?: number;
  };
  status?: "active" | "closed";
};

export type NewImport = {
  /** What a row is. */
  kind: ImportKind;
  name: string;
  /** In bytes; exactly as many are taken. */
  size: number;
};

export type NewKey = {
  /** What it is for. */
  name: string;
  /** What it may at most. It never may more than its user at the moment of the request. */
  roles: RoleId[];
  /** The permissions that it is held to; all of its roles where left out. */
  scopes?: Permission[];
  /** At most 366 days from now; 365 days where left out. */
  expiresAt?: string;
};

export type NewLineItem = {
  productId?: string;
  name?: string;
  /** At most three decimals. */
  quantity?: number;
  unitAmountCents?: number;
  /** At most two decimals. */
  discountPercent?: number;
  /** The product's, whatever is sent: a line can be sent as it was read. */
  category?: string;
  /** The product's, whatever is sent: a line can be sent as it was read. */
  listAmountCents?: number;
  /** Reckoned, whatever is sent: a line can be sent as it was read. */
  amountCents?: number;
};

export type NewLink = {
  fromId: string;
  toId: string;
  /** What the first is to the second: one of those built in (docs/records.md), or words of your own. */
  label: string;
  /** The same read from the other end, of words of your own; where it is left out they read alike. */
  inverseLabel?: string;
  note?: string;
};

export type NewMailbox = {
  address: string;
  name: string;
  ownerId?: string;
  roundRobin?: string[];
  opensDeal?: boolean;
  tags?: string[];
  welcomeTemplateId?: string;
};

export type NewOrder = {
  number?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  status?: OrderStatus;
  /** Now where it is left out. */
  placedAt?: string;
  /** The workspace's where it is left out. */
  currency?: string;
  note?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewOrderCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: NewLineItem[];
  /** For an order without items; with items it is what they come to. */
  amountCents?: number;
};

export type NewOrderCustom = { [name: string]: CustomValueInput };

export type NewPipeline = {
  name: string;
  stages: StageInput[];
  lossReasons?: string[];
  winReasons?: string[];
};

export type NewProduct = {
  name: string;
  sku?: string;
  description?: string;
  category?: string;
  unit?: string;
  active?: boolean;
  prices?: {
    currency: string;
    amountCents: number;
    validFrom?: string;
  }[];
  tags?: string[];
  custom?: NewProductCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
};

export type NewProductCustom = { [name: string]: CustomValueInput };

export type NewPromise = {
  text: string;
  dueOn: string;
  dealId: string;
  /** To whom; the deal's contact where it is left out. */
  contactId?: string;
  status?: PromiseStatus;
  /** Who promised: who makes it, where it is left out. */
  ownerId?: string;
  tags?: string[];
  custom?: NewPromiseCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
};

export type NewPromiseCustom = { [name: string]: CustomValueInput };

export type NewRole = {
  name: string;
  description?: string;
  policy?: RolePolicyInput;
  /** A role whose policy it begins with, instead of one of its own. */
  from?: RoleId;
};

export type NewRule = {
  name: string;
  description?: string;
  /** What the next publishing makes live. */
  draft: RuleDefinitionInput;
};

export type NewSegment = {
  name: string;
  description?: string;
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  condition: { [name: string]: unknown };
  /** Refuses with `segment_exists` where a segment of the kind has this very condition already. */
  unlessThere?: boolean;
};

export type NewSuppression = {
  address: string;
  note?: string;
};

export type NewTask = {
  title: string;
  note?: string;
  dueOn?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  remindAt?: string;
  repeats?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewTaskCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
};

export type NewTaskCustom = { [name: string]: CustomValueInput };

export type NewTeam = {
  name: string;
  /** Who reach what its members reach; of any number of teams. */
  managerIds?: string[];
  /** Nobody is a member of two teams. */
  memberIds?: string[];
};

export type NewTemplate = {
  name: string;
  subject: string;
  /** Plain text with blanks like `{{contact.firstName|there}}`. */
  text: string;
  /** Made of the text where it is left out. */
  html?: string;
  /** Advertising: carries List-Unsubscribe, and is not sent to who unsubscribed. */
  marketing?: boolean;
};

export type NewTicket = {
  subject: string;
  description?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  /** `pending`: the customer is to answer. `solved`: they were told so. `closed`: it is over. */
  status?: TicketStatus;
  priority?: "urgent" | "high" | "normal" | "low";
  /** How it came in. */
  channel?: "email" | "phone" | "web" | "chat" | "api";
  /** When the customer was first answered: the moment that it was open no more, unless it is set. */
  firstResponseAt?: string;
  ownerId?: string;
  tags?: string[];
  custom?: NewTicketCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
};

export type NewTicketCustom = { [name: string]: CustomValueInput };

export type NewTile = {
  /** By which the tile is read; made where it is left out. */
  id?: string;
  /** What it says above; the report’s name where it is left out. */
  title?: string;
  /** A report by the last part of its path: `sales` of `/v1/reports/sales`. */
  report: string;
  /** What the report is asked with, as its parameters are written. Not checked for what is there: a pipeline may go later, too. */
  query?: { [name: string]: string };
  /** Which months, seen from the present one; in place of `from` and `to` of the query. */
  period?: "last_12_months" | "this_month" | "last_month" | "this_quarter" | "last_quarter" | "this_year" | "last_year";
  /** Of which list of the report the lines are, as a CSV file names it (docs/reports.md): by itself its rows where it is split, else its months, else its first list. */
  part?: string;
  /** Columns of the report as a CSV file names them; by itself the first three. */
  figures?: string[];
  /** How it is drawn; a table stands behind each. */
  chart?: "bar" | "stacked" | "line" | "table" | "figures";
};

export type NewVersion = {
  /** In bytes; S3 takes no more and no less. */
  size: number;
  /** What you take it for. What it is, its bytes say: a file of another family is refused. */
  contentType?: string;
  /** Then S3 takes no other bytes. */
  sha256?: string;
};

export type NewView = {
  name: string;
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "product" | "ticket";
  /** A `board` is of what has stages or states: deals, tasks, tickets. */
  layout?: "table" | "board";
  /** In their order; none leaves them to whoever shows the view. */
  columns?: {
    field: string;
    /** In CSS pixels. */
    width?: number;
  }[];
  /** An order of the kind’s list. */
  sort?: string;
  direction?: PageDirection;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
  /** Of the same kind: the list is its members. */
  segmentId?: string;
  /** Of deals: whose board it is. */
  pipelineId?: string;
  /** `private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace. */
  visibility?: "private" | "shared";
  /** Where it stands among those of its kind, the least first; behind those that are there where it is left out. */
  position?: number;
};

export type NewWebhook = {
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
};

export type NewWorkspace = {
  name: string;
  /** ISO 4217; the currency of a deal that names none. */
  currency?: string;
  /** ISO 3166-1 alpha-2; the country of a phone number that names none. */
  country?: string;
  /** IANA time zone, by which a day begins and ends. */
  timeZone?: string;
};

export type Order = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  number?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  status: OrderStatus;
  placedAt: string;
  currency?: string;
  note?: string;
  ownerId?: string;
  tags?: string[];
  custom?: OrderCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  items?: LineItem[];
  amountCents?: number;
  erasedAt?: string;
};

export type OrderBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Order;
    error?: Problem;
  }[];
};

export type OrderCustom = { [name: string]: CustomValue };

export type OrderCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type OrderDimension = "owner" | "team" | "company" | "product" | "category";

export type OrderFigures = {
  /** Orders that were placed in the period, those cancelled or refunded left out. */
  orders: number;
  /** Absent for whom the items are hidden. */
  lines?: number;
  /** Quantities of all lines; likewise. */
  units?: number;
  /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
  revenueCents?: { [name: string]: number };
  /** Of an order; not by product or category, which are parts of orders. */
  averageCents?: { [name: string]: number };
  /** Within one per cent; likewise. */
  medianCents?: { [name: string]: number };
};

export type OrderList = {
  items: Order[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type OrderPatch = {
  number?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  status?: OrderStatus;
  placedAt?: string;
  currency?: string;
  note?: string | null;
  items?: NewLineItem[] | null;
  amountCents?: number;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: OrderCustomPatch;
  externalId?: string | null;
};

export type OrderPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  number?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  status?: OrderStatus;
  placedAt?: string;
  currency?: string;
  note?: string | null;
  items?: NewLineItem[] | null;
  amountCents?: number;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: OrderCustomPatch;
  externalId?: string | null;
};

export type OrderReport = {
  from: string;
  to: string;
  whole: OrderFigures;
  /** By the values of what it is split by, those of most orders first. By product or category: their own lines. */
  rows?: Array<{
    /** Orders that were placed in the period, those cancelled or refunded left out. */
    orders: number;
    /** Absent for whom the items are hidden. */
    lines?: number;
    /** Quantities of all lines; likewise. */
    units?: number;
    /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
    revenueCents?: { [name: string]: number };
    /** Of an order; not by product or category, which are parts of orders. */
    averageCents?: { [name: string]: number };
    /** Within one per cent; likewise. */
    medianCents?: { [name: string]: number };
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  /** Of the whole, month by month. */
  months: {
    /** Orders that were placed in the period, those cancelled or refunded left out. */
    orders: number;
    /** Absent for whom the items are hidden. */
    lines?: number;
    /** Quantities of all lines; likewise. */
    units?: number;
    /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
    revenueCents?: { [name: string]: number };
    /** Of an order; not by product or category, which are parts of orders. */
    averageCents?: { [name: string]: number };
    /** Within one per cent; likewise. */
    medianCents?: { [name: string]: number };
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: OrderFigures;
    /** By the values of what it is split by, those of most orders first. By product or category: their own lines. */
    rows?: Array<{
      /** Orders that were placed in the period, those cancelled or refunded left out. */
      orders: number;
      /** Absent for whom the items are hidden. */
      lines?: number;
      /** Quantities of all lines; likewise. */
      units?: number;
      /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
      revenueCents?: { [name: string]: number };
      /** Of an order; not by product or category, which are parts of orders. */
      averageCents?: { [name: string]: number };
      /** Within one per cent; likewise. */
      medianCents?: { [name: string]: number };
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
};

export type OrderStatus = "placed" | "paid" | "fulfilled" | "cancelled" | "refunded";

export type Outlook = {
  contactId: string;
  /** The contact’s field `score`. */
  score?: number;
  /** Of the score: `hot` from `hotFrom` of the rules on, `warm` from half of it on. */
  band?: ScoreBand;
  /** What the score is made of; for who may see `score`. */
  scoring?: ScoringShown;
  /** How likely a customer leaves, why, and when they are best spoken to next; for who may read every order. */
  risk?: RiskShown;
};

/** Whose: mine, nobody’s, a user’s. All that one may see where it is left out. */
export type OwnerQuery = "me" | "none" | string;

export type PageDirection = "asc" | "desc";

export type ParentKind = "contact" | "company" | "deal" | "task" | "ticket" | "order" | "product" | "promise";

export type PatchFormResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  fields: FormField[];
  /** Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script. */
  allowedOrigins: string[];
  /** Who gets the contact and the deal where the contact has no owner yet. */
  owner?: {
    userId: string;
  } | {
    roundRobin: string[];
  };
  tags: string[];
  opensDeal: false | {
    /** The workspace’s default where it is left out. */
    pipelineId?: string;
    /** The pipeline’s first open stage where it is left out. */
    stageId?: string;
    /** The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in. */
    nameTemplate?: string;
  };
  redirectUrl?: string;
  thanks: string;
  welcomeTemplateId?: string;
  honeypot: string;
  /** What is sent sooner after the page opened is refused. Needs the script; 0 is off. */
  minimumFillMs: number;
  limits: {
    perAddressPerMinute: number;
    perFormPerMinute: number;
  };
  status: "active" | "closed";
  formKey: string;
  /** HTML to copy into a page. */
  snippet: string;
};

export type PatchWebhookResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
  status: "active" | "paused";
  pausedReason?: PausedReason;
  pausedAt?: string;
  madeBy: string;
  secretRotatedAt?: string;
};

/** `by_hand`: somebody paused it. `failing`: nothing reached its target for three days. `gone`: the target answered 410. */
export type PausedReason = "by_hand" | "failing" | "gone";

export type PerformanceReport = {
  won: number;
  lost: number;
  winRate?: number;
  /** Absent for whom amounts are hidden. */
  wonCents?: { [name: string]: number };
  /** What was to be reached in the months of the period, added up. */
  target?: {
    wonCount?: number;
    wonCents?: { [name: string]: number };
  };
  reached?: {
    /** Won of what was aimed at: 1 is all of it. */
    wonCount?: number;
    wonCents?: { [name: string]: number };
  };
  from: string;
  to: string;
  /** Each user or team that one may see, those without a deal and with a target too, the most won first. */
  rows: Array<{
    won: number;
    lost: number;
    winRate?: number;
    /** Absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    /** What was to be reached in the months of the period, added up. */
    target?: {
      wonCount?: number;
      wonCents?: { [name: string]: number };
    };
    reached?: {
      /** Won of what was aimed at: 1 is all of it. */
      wonCount?: number;
      wonCents?: { [name: string]: number };
    };
    /** Null: nobody’s deals. */
    value: string | null;
  }>;
  pipelineId: string;
  /** The same of the period of the same length just before. */
  before?: {
    won: number;
    lost: number;
    winRate?: number;
    /** Absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    /** What was to be reached in the months of the period, added up. */
    target?: {
      wonCount?: number;
      wonCents?: { [name: string]: number };
    };
    reached?: {
      /** Won of what was aimed at: 1 is all of it. */
      wonCount?: number;
      wonCents?: { [name: string]: number };
    };
    from: string;
    to: string;
    /** Each user or team that one may see, those without a deal and with a target too, the most won first. */
    rows: Array<{
      won: number;
      lost: number;
      winRate?: number;
      /** Absent for whom amounts are hidden. */
      wonCents?: { [name: string]: number };
      /** What was to be reached in the months of the period, added up. */
      target?: {
        wonCount?: number;
        wonCents?: { [name: string]: number };
      };
      reached?: {
        /** Won of what was aimed at: 1 is all of it. */
        wonCount?: number;
        wonCents?: { [name: string]: number };
      };
      /** Null: nobody’s deals. */
      value: string | null;
    }>;
  };
};

export type Permission = "contacts:read" | "contacts:create" | "contacts:edit" | "contacts:delete" | "contacts:export" | "companies:read" | "companies:create" | "companies:edit" | "companies:delete" | "companies:export" | "deals:read" | "deals:create" | "deals:edit" | "deals:delete" | "deals:export" | "tasks:read" | "tasks:create" | "tasks:edit" | "tasks:delete" | "tasks:export" | "activities:read" | "activities:create" | "activities:edit" | "activities:delete" | "activities:export" | "promises:read" | "promises:create" | "promises:edit" | "promises:delete" | "promises:export" | "products:read" | "products:create" | "products:edit" | "products:delete" | "products:export" | "orders:read" | "orders:create" | "orders:edit" | "orders:delete" | "orders:export" | "tickets:read" | "tickets:create" | "tickets:edit" | "tickets:delete" | "tickets:export" | "pipelines:read" | "pipelines:write" | "fields:read" | "fields:write" | "segments:read" | "segments:write" | "forms:read" | "forms:write" | "submissions:read" | "submissions:write" | "templates:read" | "templates:write" | "mail:read" | "mail:write" | "users:read" | "users:write" | "teams:read" | "teams:write" | "roles:read" | "roles:write" | "keys:read" | "keys:write" | "workspaces:read" | "workspaces:write" | "webhooks:read" | "webhooks:write" | "audit:read" | "audit:write" | "erasures:read" | "erasures:write" | "imports:read" | "imports:write" | "rules:read" | "rules:write" | "reports:read" | "reports:write";

export type Phone = {
  number: string;
  /** What is dialled once somebody has answered. */
  extension?: string;
  type?: "mobile" | "work" | "home" | "fax" | "other";
  label?: string;
};

export type Pipeline = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  stages: Stage[];
  lossReasons: string[];
  winReasons: string[];
};

export type PipelineList = {
  items: Pipeline[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type PipelinePatch = {
  name?: string;
  stages?: StageInput[];
  lossReasons?: string[];
  winReasons?: string[];
};

export type Preferences = {
  theme?: "light" | "dark" | "system";
  /** BCP 47; the browser’s where nothing is said. */
  language?: string;
  /** The browser’s where nothing is said. */
  timeZone?: string;
  weekStartsOn?: "monday" | "sunday" | "saturday";
  startPage?: "today" | "board";
  /** Plain text that stands under the mails that one writes. */
  signature?: string;
  /** Views in the order in which they are shown; one that is gone since is none. */
  pinned?: string[];
  /** Where they are in the first steps. */
  guide?: {
    dismissedAt?: unknown;
    /** Steps by names of the console’s own. */
    done?: string[];
  };
  /** Where they are told of what: docs/notifications.md says what holds where nothing is said. */
  notifications?: { [name: string]: {
      console?: boolean;
      mail?: boolean;
    } };
  /** A notification’s mail waits until they are over; on the console it is at once. Whole days on every day are refused (`quiet_hours_endless`). */
  quietHours?: {
    /** By the wall clock where they are. */
    from: string;
    /** On the day after, where that is not later than `from`. */
    to: string;
    /** On which they begin; every day where nothing is said. */
    days?: Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday">;
  };
  /** A mail in the morning with what the day asks for: at 07:00 from Monday to Friday where nothing is said. */
  agenda?: {
    on?: boolean;
    /** By the wall clock where they are. */
    at?: string;
    days?: Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday">;
  };
};

export type PreferencesPatch = {
  theme?: ("light" | "dark" | "system") | null;
  language?: string | null;
  timeZone?: string | null;
  weekStartsOn?: ("monday" | "sunday" | "saturday") | null;
  startPage?: ("today" | "board") | null;
  signature?: string | null;
  pinned?: string[] | null;
  guide?: {
    dismissedAt?: string | null;
    done?: string[] | null;
  } | null;
  notifications?: { [name: string]: {
      console?: boolean | null;
      mail?: boolean | null;
    } | null } | null;
  quietHours?: {
    /** By the wall clock where they are. */
    from: string;
    /** On the day after, where that is not later than `from`. */
    to: string;
    days?: (Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday">) | null;
  } | null;
  agenda?: {
    on?: boolean | null;
    at?: string | null;
    days?: (Array<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday">) | null;
  } | null;
};

export type Preview = {
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** How many of the newest records that you may read were looked at: 200 at most. */
  looked: number;
  /** Of how many of those the condition holds. */
  matching: number;
  /** The newest five of them. */
  items: AnyRecord[];
};

export type PreviewCompanyMergeRequest = {
  /** Those that are merged into it, the first one first. */
  ids: string[];
  /** By field the record whose value stays, where it is not to be the one that stays by itself. */
  values?: { [name: string]: string };
};

export type PreviewCompanyMergeResponse = {
  fields: {
    /** `custom.<name>` and `consents.<purpose>` are fields of their own. */
    field: string;
    /** Of each record that has one. */
    values: {
      id: string;
      value: unknown;
    }[];
    /** What stays. */
    value?: unknown;
    /** Whose it is; of a list all that gave to it. */
    from: string[];
    /** Whether `values` of the request may say whose stays. */
    isChoosable: boolean;
    /** Of a list what found no room; an address of them finds the record all the same. */
    leftOut: {
      id: string;
      value: unknown;
    }[];
  }[];
  mergedIds: string[];
};

export type PreviewContactMergeRequest = {
  /** Those that are merged into it, the first one first. */
  ids: string[];
  /** By field the record whose value stays, where it is not to be the one that stays by itself. */
  values?: { [name: string]: string };
};

export type PreviewContactMergeResponse = {
  fields: {
    /** `custom.<name>` and `consents.<purpose>` are fields of their own. */
    field: string;
    /** Of each record that has one. */
    values: {
      id: string;
      value: unknown;
    }[];
    /** What stays. */
    value?: unknown;
    /** Whose it is; of a list all that gave to it. */
    from: string[];
    /** Whether `values` of the request may say whose stays. */
    isChoosable: boolean;
    /** Of a list what found no room; an address of them finds the record all the same. */
    leftOut: {
      id: string;
      value: unknown;
    }[];
  }[];
  mergedIds: string[];
};

export type PreviewMailResponse = {
  subject: string;
  text: string;
  html: string;
  missing: {
    field: string;
    pointer: string;
  }[];
};

export type PreviewSegmentRequest = {
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  condition: { [name: string]: unknown };
};

export type PreviewTemplateRequest = {
  contactId?: string;
  dealId?: string;
};

export type PreviewTemplateResponse = {
  subject: string;
  text: string;
  html: string;
  missing: {
    field: string;
    pointer: string;
  }[];
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: {
    pointer: string;
    code: string;
    detail: string;
  }[];
  existingId?: string;
  mergedInto?: string;
  requestId: string;
};

export type Product = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  name: string;
  sku?: string;
  description?: string;
  category?: string;
  unit?: string;
  active: boolean;
  prices?: {
    currency: string;
    amountCents: number;
    validFrom?: string;
  }[];
  tags?: string[];
  custom?: ProductCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
};

export type ProductBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Product;
    error?: Problem;
  }[];
};

export type ProductCustom = { [name: string]: CustomValue };

export type ProductCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type ProductList = {
  items: Product[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ProductPatch = {
  name?: string;
  sku?: string | null;
  description?: string | null;
  category?: string | null;
  unit?: string | null;
  active?: boolean;
  prices?: {
    currency: string;
    amountCents: number;
    validFrom?: string;
  }[] | null;
  tags?: string[] | null;
  custom?: ProductCustomPatch;
  externalId?: string | null;
};

export type ProductPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  name?: string;
  sku?: string | null;
  description?: string | null;
  category?: string | null;
  unit?: string | null;
  active?: boolean;
  prices?: {
    currency: string;
    amountCents: number;
    validFrom?: string;
  }[] | null;
  tags?: string[] | null;
  custom?: ProductCustomPatch;
  externalId?: string | null;
};

export type Promise = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  text: string;
  dueOn: string;
  dealId: string;
  contactId?: string;
  status: PromiseStatus;
  ownerId?: string;
  tags?: string[];
  custom?: PromiseCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  keptAt?: string;
  brokenAt?: string;
  erasedAt?: string;
};

export type PromiseBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Promise;
    error?: Problem;
  }[];
};

export type PromiseCustom = { [name: string]: CustomValue };

export type PromiseCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type PromiseList = {
  items: Promise[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type PromisePatch = {
  text?: string;
  dueOn?: string;
  dealId?: string;
  contactId?: string | null;
  status?: PromiseStatus;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: PromiseCustomPatch;
  externalId?: string | null;
};

export type PromisePatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  text?: string;
  dueOn?: string;
  dealId?: string;
  contactId?: string | null;
  status?: PromiseStatus;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: PromiseCustomPatch;
  externalId?: string | null;
};

export type PromiseStatus = "open" | "kept" | "broken";

export type PurchasesShown = {
  firstOrderAt?: string;
  lastOrderAt?: string;
  orderCount: number;
  orderTotalCents: { [name: string]: number };
  medianGapDays?: number;
};

export type PutSpend = {
  month: string;
  /** A source as reports have it: `LinkedIn` and `linkedin` are one, and it is kept in that spelling. */
  source: string;
  /** What was spent on this campaign alone; without one, on the source besides its campaigns. */
  campaign?: string;
  amountCents: number;
  /** The workspace’s where it is left out. */
  currency?: string;
};

export type PutSubscription = {
  weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** By the wall clock where they are. */
  at: string;
};

export type PutTarget = {
  month: string;
  /** Whose it is; without user and team it is the workspace’s. */
  userId?: string;
  /** The whole team’s, whatever its members’ come to. */
  teamId?: string;
  /** Of the deals of this pipeline alone; of all where it is left out. */
  pipelineId?: string;
  wonCents?: number | null;
  wonCount?: number | null;
  calls?: number | null;
  meetings?: number | null;
  /** Of `wonCents`; the workspace’s where it is left out. */
  currency?: string;
};

export type QualityFigures = {
  contacts: number;
  withEmail?: number;
  withPhone?: number;
  withOwner?: number;
  /** Of whom more is known than how they came in: what somebody said, a link, a site. */
  withSource?: number;
  /** Of all of them, 0 to 1. */
  emailRate?: number;
  /** Of all of them, 0 to 1. */
  phoneRate?: number;
  /** Of all of them, 0 to 1. */
  ownerRate?: number;
  /** Of all of them, 0 to 1. */
  sourceRate?: number;
};

export type QualityReport = {
  from: string;
  to: string;
  whole: QualityFigures;
  /** By the values of what it is split by, the most contacts first. */
  rows?: Array<{
    contacts: number;
    withEmail?: number;
    withPhone?: number;
    withOwner?: number;
    /** Of whom more is known than how they came in: what somebody said, a link, a site. */
    withSource?: number;
    /** Of all of them, 0 to 1. */
    emailRate?: number;
    /** Of all of them, 0 to 1. */
    phoneRate?: number;
    /** Of all of them, 0 to 1. */
    ownerRate?: number;
    /** Of all of them, 0 to 1. */
    sourceRate?: number;
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  /** By the month in which they came. */
  months: {
    contacts: number;
    withEmail?: number;
    withPhone?: number;
    withOwner?: number;
    /** Of whom more is known than how they came in: what somebody said, a link, a site. */
    withSource?: number;
    /** Of all of them, 0 to 1. */
    emailRate?: number;
    /** Of all of them, 0 to 1. */
    phoneRate?: number;
    /** Of all of them, 0 to 1. */
    ownerRate?: number;
    /** Of all of them, 0 to 1. */
    sourceRate?: number;
    month: string;
  }[];
  /** What the data check finds in contacts, the most first. */
  checks: Array<{
    check: "stale" | "unreachable" | "unnamed" | "required" | "unowned" | "bounced" | "mistyped" | "unlikely" | "miswritten" | "overdue" | "orphan";
    /** Contacts in which it is found at present, whenever they came. */
    found: number;
    /** Of all of them, 0 to 1. */
    share?: number;
  }>;
};

export type Reach = "none" | "own" | "team" | "all";

export type ReadAllNotificationsRequest = {
  /** When the newest that you have seen was made; now where it is left out. */
  before?: string;
};

export type ReadAllNotificationsResponse = {
  /** How many of the last 90 days are unread; 100 stands for as many or more. */
  unreadCount: number;
};

export type ReadContactOutlooksRequest = {
  ids: string[];
};

export type ReadContactOutlooksResponse = {
  items: Outlook[];
};

export type ReadImport = {
  /** Where it was not seen right: read again by this. */
  format?: FileFormatInput;
};

export type ReadNotificationResponse = {
  id: string;
  type: "task_reminder" | "task_assigned" | "record_assigned" | "mention" | "deal_idle" | "mail_received" | "rule" | "rule_paused" | "webhook_paused" | "import_finished" | "export_ready" | "mail_doubtful";
  createdAt: string;
  isRead: boolean;
  /** What it is about, as it is now; absent where it is gone, or you may not see it any more. */
  record?: {
    kind: string;
    id: string;
    name: string;
  };
  /** The note of a mention, the mail that came, the task of an idle deal. */
  detailId?: string;
  /** The user because of whom. */
  by?: {
    id: string;
    name: string;
  };
  /** Why, where there are several reasons: how an import has ended. */
  code?: string;
  /** In English, or in German for whom that is the preference. */
  text: string;
};

export type Reason = "virus" | "spam" | "dmarc_reject" | "dmarc_quarantine" | "loop" | "own_mail" | "bounce" | "auto_reply" | "mailing_list" | "bulk" | "unknown_recipient" | "no_sender" | "duplicate" | "never_log" | "drop_box_unknown" | "drop_box_foreign" | "drop_box_unproven" | "recipient_unknown" | "unparsable" | "raw_missing" | "gave_up";

export type Reassignment = {
  /** Who gets what they had open; null where nobody does. */
  to: string | null;
  /** Records that were handed over until now. */
  moved: number;
  done: boolean;
};

export type RecordHead = {
  id: string;
  type: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";
  name: string;
};

export type RecordRights = {
  read: Reach;
  /** Whom a new record, or one that is handed on, may be given to. */
  create: Reach;
  edit: Reach;
  delete: Reach;
  export: Reach;
  /** Whether the records of nobody are in reach as well; with `all` they always are. */
  unassigned: boolean;
};

export type RecordRightsInput = {
  read: Reach;
  /** Whom a new record, or one that is handed on, may be given to. */
  create: Reach;
  edit: Reach;
  delete: Reach;
  export: Reach;
  /** Whether the records of nobody are in reach as well; with `all` they always are. */
  unassigned?: boolean;
};

export type RedeliverResponse = {
  /** The `webhook-id` of every attempt. */
  id: string;
  webhookId: string;
  /** The `id` in the body. */
  eventId: string;
  type: string;
  /** When it happened. */
  at: string;
  /** What is posted of it: ids and names of fields. */
  data: { [name: string]: unknown };
  status: DeliveryStatus;
  reason?: "gave_up" | "refused" | "gone" | "webhook_paused";
  /** The last forty, the first one first. */
  attempts: {
    at: string;
    /** How long the target took. */
    ms: number;
    /** What the target answered. */
    status?: number;
    /** Why there was no answer: a code. */
    error?: string;
  }[];
  attemptCount: number;
  /** Until when it is tried. */
  until: string;
  nextAttemptAt?: string;
  createdAt: string;
};

export type ReopenDeal = {
  /** The pipeline's first open stage where it is left out. */
  stageId?: string;
};

export type RepairFindingsRequest = {
  kind: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  check: "stale" | "unreachable" | "unnamed" | "required" | "unowned" | "bounced" | "mistyped" | "unlikely" | "miswritten" | "overdue" | "orphan";
  /** The records to mend, each once. */
  ids: string[];
  /** Each by what its finding suggests, all by the same `patch`, or by putting them into the trash. */
  by: "suggestion" | "patch" | "trash";
  /** With `by: "patch"`: as a PATCH of a record of the kind takes it (RFC 7396). */
  patch?: { [name: string]: unknown };
};

export type ReportList = {
  items: {
    /** As the tiles of dashboards name it. */
    report: string;
    path: string;
    summary: string;
    /** Whether it is of months; else of how things stand now. */
    hasPeriod: boolean;
    parts: {
      /** A list of the report: `rows`, `months`; `whole` is one line. */
      name: string;
      /** Its columns, as a CSV file of the report names them. */
      figures: string[];
    }[];
  }[];
};

export type ResolveOutboundMailRequest = {
  sent: boolean;
};

export type ResponseFigures = {
  /** Contacts that first came in the period: with a form, a mail, or a call that nobody took. */
  asked: number;
  /** Those of them whom a person answered, whenever that was. */
  answered: number;
  /** Those whom nothing but automatic mails answered. */
  onlyAutomatic: number;
  /** Those whom nothing answered yet. */
  unanswered: number;
  /** Until a person answered, of those whom one did: rounded up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above. */
  medianMinutes?: number;
  /** Of all that came, those whom a person answered within 60 minutes, 0 to 1. */
  withinHour?: number;
  /** Within 24 hours. */
  withinDay?: number;
  /** Those whom an automatic mail answered, whether a person did as well or not. */
  automatic: number;
  automaticMedianMinutes?: number;
};

export type ResponseReport = {
  from: string;
  to: string;
  whole: ResponseFigures;
  /** By the values of what it is split by, the most first. */
  rows?: Array<{
    /** Contacts that first came in the period: with a form, a mail, or a call that nobody took. */
    asked: number;
    /** Those of them whom a person answered, whenever that was. */
    answered: number;
    /** Those whom nothing but automatic mails answered. */
    onlyAutomatic: number;
    /** Those whom nothing answered yet. */
    unanswered: number;
    /** Until a person answered, of those whom one did: rounded up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above. */
    medianMinutes?: number;
    /** Of all that came, those whom a person answered within 60 minutes, 0 to 1. */
    withinHour?: number;
    /** Within 24 hours. */
    withinDay?: number;
    /** Those whom an automatic mail answered, whether a person did as well or not. */
    automatic: number;
    automaticMedianMinutes?: number;
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  /** Of the whole, month by month. */
  months: {
    /** Contacts that first came in the period: with a form, a mail, or a call that nobody took. */
    asked: number;
    /** Those of them whom a person answered, whenever that was. */
    answered: number;
    /** Those whom nothing but automatic mails answered. */
    onlyAutomatic: number;
    /** Those whom nothing answered yet. */
    unanswered: number;
    /** Until a person answered, of those whom one did: rounded up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above. */
    medianMinutes?: number;
    /** Of all that came, those whom a person answered within 60 minutes, 0 to 1. */
    withinHour?: number;
    /** Within 24 hours. */
    withinDay?: number;
    /** Those whom an automatic mail answered, whether a person did as well or not. */
    automatic: number;
    automaticMedianMinutes?: number;
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: ResponseFigures;
    /** By the values of what it is split by, the most first. */
    rows?: Array<{
      /** Contacts that first came in the period: with a form, a mail, or a call that nobody took. */
      asked: number;
      /** Those of them whom a person answered, whenever that was. */
      answered: number;
      /** Those whom nothing but automatic mails answered. */
      onlyAutomatic: number;
      /** Those whom nothing answered yet. */
      unanswered: number;
      /** Until a person answered, of those whom one did: rounded up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above. */
      medianMinutes?: number;
      /** Of all that came, those whom a person answered within 60 minutes, 0 to 1. */
      withinHour?: number;
      /** Within 24 hours. */
      withinDay?: number;
      /** Those whom an automatic mail answered, whether a person did as well or not. */
      automatic: number;
      automaticMedianMinutes?: number;
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
};

export type ResumeWebhookResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
  status: "active" | "paused";
  pausedReason?: PausedReason;
  pausedAt?: string;
  madeBy: string;
  secretRotatedAt?: string;
};

export type RetryMailIntakeMessageResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  status: IntakeStatus;
  reason?: Reason;
  at: string;
  recipients: string[];
  envelopeFrom?: string;
  verdicts: Verdicts;
  bytes?: number;
  mailboxId?: string;
  activityId?: string;
  contactId?: string;
  threadId?: string;
  duplicateOf?: string;
  erasedAt?: string;
  reasonInWords?: string;
  subject?: string;
  from?: MailName[];
  /** Where the whole message is read. */
  link: string;
};

export type RiskBand = "low" | "medium" | "high";

export type RiskShown = {
  value: number;
  /** `high` from 65 on, `medium` from 35 on. */
  band: RiskBand;
  /** Whether it is reckoned by what the workspace’s own customers did. */
  isLearned: boolean;
  /** The weightiest first; `points` of the hundred that each adds or takes away. */
  reasons: Array<{
    code: "last_order" | "late" | "orders" | "spending" | "money" | "customer_since" | "tickets" | "rating" | "silent";
    points: number;
    on?: string;
    everyDays?: number;
    count?: number;
    percent?: number;
    amountCents?: number;
    currency?: string;
    score?: number;
    /** Since `on`. */
    days?: number;
    text: string;
  }>;
  /** Half of the spans between their orders are no longer. */
  medianGapDays?: number;
  /** When they are best spoken to next; never in the past. */
  nextContactOn?: string;
  nextContactReason?: {
    code: "rhythm" | "overdue" | "touched" | "first_order" | "interval";
    on: string;
    everyDays?: number;
    weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
    text: string;
  };
};

export type Role = {
  id: RoleId;
  name: string;
  description?: string;
  policy: RolePolicy;
  /** Whether it comes with Rapport, and cannot be changed. */
  builtIn: boolean;
  version?: number;
  createdAt?: string;
  updatedAt?: string;
};

export type RoleId = ("admin" | "manager" | "rep" | "support" | "marketing" | "readonly") | string;

export type RolePatch = {
  name?: string;
  description?: string | null;
  policy?: {
    records?: {
      contact?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      deal?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      task?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      activity?: {
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      company?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      promise?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      product?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      order?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
      ticket?: {
        read?: Reach;
        /** Whom a new record, or one that is handed on, may be given to. */
        create?: Reach;
        edit?: Reach;
        delete?: Reach;
        export?: Reach;
        unassigned?: boolean;
      };
    };
    fields?: {
      contact?: { [name: string]: FieldRule | null } | null;
      deal?: { [name: string]: FieldRule | null } | null;
      task?: { [name: string]: FieldRule | null } | null;
      company?: { [name: string]: FieldRule | null } | null;
      product?: { [name: string]: FieldRule | null } | null;
      order?: { [name: string]: FieldRule | null } | null;
      ticket?: { [name: string]: FieldRule | null } | null;
    };
    settings?: SettingPermission[];
  };
};

export type RolePolicy = {
  records: {
    contact: RecordRights;
    deal: RecordRights;
    task: RecordRights;
    /** It is read by who may read its contact or a deal of it. */
    activity: {
      /** Whom a new record, or one that is handed on, may be given to. */
      create: Reach;
      edit: Reach;
      delete: Reach;
      export: Reach;
      /** Whether the records of nobody are in reach as well; with `all` they always are. */
      unassigned: boolean;
    };
    company?: RecordRights;
    promise?: RecordRights;
    /** Products are nobody’s: `all`, or `unassigned`, reaches them. */
    product?: RecordRights;
    order?: RecordRights;
    ticket?: RecordRights;
  };
  fields: {
    contact: { [name: string]: FieldRule };
    deal: { [name: string]: FieldRule };
    task: { [name: string]: FieldRule };
    company?: { [name: string]: FieldRule };
    promise?: { [name: string]: FieldRule };
    product?: { [name: string]: FieldRule };
    order?: { [name: string]: FieldRule };
    ticket?: { [name: string]: FieldRule };
  };
  settings: SettingPermission[];
};

export type RolePolicyInput = {
  records: {
    contact: RecordRightsInput;
    deal: RecordRightsInput;
    task: RecordRightsInput;
    /** It is read by who may read its contact or a deal of it. */
    activity: {
      /** Whom a new record, or one that is handed on, may be given to. */
      create: Reach;
      edit: Reach;
      delete: Reach;
      export: Reach;
      /** Whether the records of nobody are in reach as well; with `all` they always are. */
      unassigned?: boolean;
    };
    company?: RecordRightsInput;
    promise?: RecordRightsInput;
    /** Products are nobody’s: `all`, or `unassigned`, reaches them. */
    product?: RecordRightsInput;
    order?: RecordRightsInput;
    ticket?: RecordRightsInput;
  };
  fields?: {
    contact?: { [name: string]: FieldRule };
    deal?: { [name: string]: FieldRule };
    task?: { [name: string]: FieldRule };
    company?: { [name: string]: FieldRule };
    promise?: { [name: string]: FieldRule };
    product?: { [name: string]: FieldRule };
    order?: { [name: string]: FieldRule };
    ticket?: { [name: string]: FieldRule };
  };
  settings?: SettingPermission[];
};

export type RotateDropBoxResponse = {
  /** A mail that I send here, in copy or forwarded, is logged with its contacts (docs/mail-in.md). For me alone. Absent where no mail domain is held to the workspace. */
  dropBoxAddress: string;
};

export type RotateWebhookSecretResponse = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url: string;
  description?: string;
  /** What it is told of; `*` is everything. */
  events: Array<"*" | EventType>;
  /** It is told only of records of which this holds at that moment. What is gone for good fulfils none. */
  condition?: { [name: string]: unknown };
  status: "active" | "paused";
  pausedReason?: PausedReason;
  pausedAt?: string;
  madeBy: string;
  secretRotatedAt?: string;
  /** `whsec_…`, to verify signatures by: shown in this answer only. Keep it like a password. */
  secret?: string;
  /** False in the answer to a repeated request, which cannot show it again; then rotate it. */
  secretShown: boolean;
  oldSecretUntil?: string;
};

export type RowOutcome = "new" | "existing" | "repeated" | "invalid";

export type RowResult = {
  number: number;
  result: AnyResult;
  /** The record that it is, where you may see it. */
  recordId?: string;
  /** Why nothing, or not all, was made of it. */
  problem?: {
    code: string;
    detail: string;
    errors?: {
      pointer: string;
      code: string;
      detail: string;
    }[];
  };
  /** Of what was undone: what somebody has changed since the import; it stays as it is. */
  fields?: string[];
};

export type RowResultList = {
  items: RowResult[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Rule = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  description?: string;
  /** What the next publishing makes live. */
  draft: RuleDefinition;
  /** `draft`: never published. `live`: it begins runs. `paused`: it begins none; those that are there go on. */
  state: "draft" | "live" | "paused";
  live?: {
    number: number;
    publishedAt: string;
  };
  ownerId?: string;
  preset?: string;
  pausedAt?: string;
  pausedReason?: string;
};

export type RuleDefinition = {
  trigger: RuleTrigger;
  /** It begins only where this holds of the record. */
  condition?: { [name: string]: unknown };
  steps: RuleStep[];
};

export type RuleDefinitionInput = {
  trigger: RuleTriggerInput;
  /** It begins only where this holds of the record. */
  condition?: { [name: string]: unknown };
  steps: RuleStepInput[];
};

export type RuleEvent = "contact.created" | "contact.updated" | "contact.restored" | "company.created" | "company.updated" | "company.restored" | "deal.created" | "deal.updated" | "deal.restored" | "task.created" | "task.updated" | "task.restored" | "activity.created" | "activity.updated" | "activity.restored" | "promise.created" | "promise.updated" | "promise.restored" | "product.created" | "product.updated" | "product.restored" | "order.created" | "order.updated" | "order.restored" | "ticket.created" | "ticket.updated" | "ticket.restored" | "contact.merged" | "contact.unmerged" | "company.merged" | "company.unmerged" | "contact.hot" | "deal.moved" | "deal.idle" | "task.reminder" | "form.submitted" | "mail.received" | "mail.opened" | "mail.clicked" | "mail.bounced" | "rating.given";

export type RuleList = {
  items: Rule[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type RulePatch = {
  name?: string;
  description?: string | null;
  /** What the next publishing makes live. */
  draft?: RuleDefinitionInput;
};

/** `stopped`: it ended before its end and nothing is wrong. `failed`: it could not go on; `reason` says why. */
export type RuleRunStatus = "running" | "waiting" | "done" | "stopped" | "failed";

export type RuleStep = {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "send_mail";
  /** A draft may be without. */
  template?: {
    id: string;
  } | "of_source";
  to: "contact" | "owner";
  /** Each person gets it once from each form or mailbox, whatever rule sends it. */
  once?: "per_source";
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "create_task";
  /** With blanks like `{{contact.firstName|them}}`. */
  title: string;
  note?: string;
  dueInDays?: number;
  /** `record_owner`: the record’s, else its contact’s. */
  owner: "record_owner" | {
    userId: string;
  };
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "assign";
  who: {
    how: "user";
    userId: string;
  } | {
    how: "round_robin";
    users: string[];
  } | {
    how: "least_loaded";
    users: string[];
  } | {
    how: "territory";
    territories: {
      countries?: string[];
      /** What they begin with. */
      postalCodes?: string[];
      users: string[];
    }[];
    /** Whose it is where no territory fits, in turn. */
    users?: string[];
  };
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "set_field";
  /** A custom one is `custom.<key>`. */
  field: string;
  value: string | number | boolean | string[] | null;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "add_tag";
  tag: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "remove_tag";
  tag: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "move_deal";
  stageId: string;
  lostReason?: string;
  wonReason?: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "notify";
  users: Array<"record_owner" | string>;
  /** With blanks, as a task’s title. */
  text: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "call_webhook";
  webhookId: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "wait";
  for?: string;
  /** It goes on as soon as this holds of the record. */
  until?: { [name: string]: unknown };
  /** With `until`: it goes on then in any case. */
  atMost?: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "stop";
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "branch";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  if: { [name: string]: unknown };
  /** What is asked: the record, or the one that it names. */
  of: "record" | "contact" | "company" | "deal";
  /** Where it holds. */
  yes: RuleStep[];
  /** Where it does not. */
  no: RuleStep[];
};

export type RuleStepInput = {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "send_mail";
  /** A draft may be without. */
  template?: {
    id: string;
  } | "of_source";
  to?: "contact" | "owner";
  /** Each person gets it once from each form or mailbox, whatever rule sends it. */
  once?: "per_source";
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "create_task";
  /** With blanks like `{{contact.firstName|them}}`. */
  title: string;
  note?: string;
  dueInDays?: number;
  /** `record_owner`: the record’s, else its contact’s. */
  owner?: "record_owner" | {
    userId: string;
  };
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "assign";
  who: {
    how: "user";
    userId: string;
  } | {
    how: "round_robin";
    users: string[];
  } | {
    how: "least_loaded";
    users: string[];
  } | {
    how: "territory";
    territories: {
      countries?: string[];
      /** What they begin with. */
      postalCodes?: string[];
      users: string[];
    }[];
    /** Whose it is where no territory fits, in turn. */
    users?: string[];
  };
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "set_field";
  /** A custom one is `custom.<key>`. */
  field: string;
  value: string | number | boolean | string[] | null;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "add_tag";
  tag: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "remove_tag";
  tag: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "move_deal";
  stageId: string;
  lostReason?: string;
  wonReason?: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "notify";
  users: Array<"record_owner" | string>;
  /** With blanks, as a task’s title. */
  text: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "call_webhook";
  webhookId: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "wait";
  for?: string;
  /** It goes on as soon as this holds of the record. */
  until?: { [name: string]: unknown };
  /** With `until`: it goes on then in any case. */
  atMost?: string;
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "stop";
} | {
  /** Its name in the rule, which it keeps: a run knows by it what it has done. */
  id: string;
  do: "branch";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  if: { [name: string]: unknown };
  /** What is asked: the record, or the one that it names. */
  of?: "record" | "contact" | "company" | "deal";
  /** Where it holds. */
  yes: RuleStepInput[];
  /** Where it does not. */
  no?: RuleStepInput[];
};

export type RuleTrigger = {
  on: "event";
  /** Events of one kind of record. */
  events: RuleEvent[];
  /** Of what `*.updated` tells of: only where one of these fields changed. */
  fields?: string[];
  /** By event: only where it says this, as in `{"deal.moved":{"toStageId":"won"}}`. */
  data?: { [name: string]: { [name: string]: string | boolean | number } };
} | {
  on: "date";
  kind: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** A day or an instant of such a record; a custom one is `custom.<key>`. */
  field: string;
  /** Days behind it; before it where negative. */
  offsetDays: number;
  /** By the workspace’s time zone. */
  at: string;
  /** Every year, as birthdays come. */
  yearly: boolean;
} | {
  on: "segment";
  /** A draft may be without. */
  segmentId?: string;
  turn: "entered" | "left";
};

export type RuleTriggerInput = {
  on: "event";
  /** Events of one kind of record. */
  events: RuleEvent[];
  /** Of what `*.updated` tells of: only where one of these fields changed. */
  fields?: string[];
  /** By event: only where it says this, as in `{"deal.moved":{"toStageId":"won"}}`. */
  data?: { [name: string]: { [name: string]: string | boolean | number } };
} | {
  on: "date";
  kind: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** A day or an instant of such a record; a custom one is `custom.<key>`. */
  field: string;
  /** Days behind it; before it where negative. */
  offsetDays?: number;
  /** By the workspace’s time zone. */
  at: string;
  /** Every year, as birthdays come. */
  yearly?: boolean;
} | {
  on: "segment";
  /** A draft may be without. */
  segmentId?: string;
  turn: "entered" | "left";
};

export type RuleVersion = {
  number: number;
  definition: RuleDefinition;
  publishedAt: string;
  publishedBy?: string;
};

export type RuleVersionList = {
  items: RuleVersion[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Run = {
  id: string;
  ruleId: string;
  number: number;
  event: {
    id: string;
    type: string;
    at: string;
    data: { [name: string]: unknown };
  };
  kind: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";
  recordId: string;
  status: RuleRunStatus;
  reason?: string;
  next?: string;
  waitsUntil?: string;
  waitsFor?: "time" | "condition";
  steps: Array<{
    stepId: string;
    at: string;
    outcome: "done" | "skipped" | "waited" | "yes" | "no" | "failed";
    code?: string;
    made?: string;
  }>;
  chain: {
    ruleId: string;
    recordId: string;
  }[];
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type RunCounts = {
  /** Rows that are done. */
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  failed: number;
};

export type RunImport = {
  /** Whether webhooks are told of each record. */
  tells?: boolean;
};

export type RunSummary = {
  id: string;
  ruleId: string;
  number: number;
  event: {
    id: string;
    type: string;
    at: string;
    data: { [name: string]: unknown };
  };
  kind: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";
  recordId: string;
  status: RuleRunStatus;
  reason?: string;
  next?: string;
  waitsUntil?: string;
  waitsFor?: "time" | "condition";
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type RunSummaryList = {
  items: RunSummary[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type SalesFigures = {
  /** Deals that began in the period. */
  opened: number;
  /** Those of them that are open still. */
  open: number;
  /** Deals that were won in the period. */
  won: number;
  lost: number;
  /** Won of those that were won or lost, 0 to 1. */
  winRate?: number;
  /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
  wonCents?: { [name: string]: number };
  lostCents?: { [name: string]: number };
  averageWonCents?: { [name: string]: number };
  /** Within one per cent. */
  medianWonCents?: { [name: string]: number };
  /** Whole days from the beginning of a deal to its being won. */
  wonDays?: Spread;
  lostDays?: Spread;
  /** Of both. */
  closedDays?: Spread;
  /** What their lines would come to by the list prices of the time. */
  wonListCents?: { [name: string]: number };
  lostListCents?: { [name: string]: number };
  /** Of how many that were won or lost nobody has said with which company, or when they began. */
  without: {
    companyId?: {
      won: number;
      lost: number;
    };
    openedOn?: {
      won: number;
      lost: number;
    };
  };
};

export type SalesReport = {
  from: string;
  to: string;
  /** The first and the last day on which a deal was said to begin. */
  openedOn?: {
    first: string;
    last: string;
  };
  /** The first and the last day on which a deal was won or lost. */
  closedOn?: {
    first: string;
    last: string;
  };
  whole: SalesFigures;
  /** By the values of what it is split by, the most won first. */
  rows?: Array<{
    /** Deals that began in the period. */
    opened: number;
    /** Those of them that are open still. */
    open: number;
    /** Deals that were won in the period. */
    won: number;
    lost: number;
    /** Won of those that were won or lost, 0 to 1. */
    winRate?: number;
    /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    lostCents?: { [name: string]: number };
    averageWonCents?: { [name: string]: number };
    /** Within one per cent. */
    medianWonCents?: { [name: string]: number };
    /** Whole days from the beginning of a deal to its being won. */
    wonDays?: Spread;
    lostDays?: Spread;
    /** Of both. */
    closedDays?: Spread;
    /** What their lines would come to by the list prices of the time. */
    wonListCents?: { [name: string]: number };
    lostListCents?: { [name: string]: number };
    /** Of how many that were won or lost nobody has said with which company, or when they began. */
    without: {
      companyId?: {
        won: number;
        lost: number;
      };
      openedOn?: {
        won: number;
        lost: number;
      };
    };
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  pipelineId: string;
  /** Of the whole, month by month. */
  months: {
    /** Deals that began in the period. */
    opened: number;
    /** Those of them that are open still. */
    open: number;
    /** Deals that were won in the period. */
    won: number;
    lost: number;
    /** Won of those that were won or lost, 0 to 1. */
    winRate?: number;
    /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    lostCents?: { [name: string]: number };
    averageWonCents?: { [name: string]: number };
    /** Within one per cent. */
    medianWonCents?: { [name: string]: number };
    /** Whole days from the beginning of a deal to its being won. */
    wonDays?: Spread;
    lostDays?: Spread;
    /** Of both. */
    closedDays?: Spread;
    /** What their lines would come to by the list prices of the time. */
    wonListCents?: { [name: string]: number };
    lostListCents?: { [name: string]: number };
    /** Of how many that were won or lost nobody has said with which company, or when they began. */
    without: {
      companyId?: {
        won: number;
        lost: number;
      };
      openedOn?: {
        won: number;
        lost: number;
      };
    };
    month: string;
  }[];
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    /** The first and the last day on which a deal was said to begin. */
    openedOn?: {
      first: string;
      last: string;
    };
    /** The first and the last day on which a deal was won or lost. */
    closedOn?: {
      first: string;
      last: string;
    };
    whole: SalesFigures;
    /** By the values of what it is split by, the most won first. */
    rows?: Array<{
      /** Deals that began in the period. */
      opened: number;
      /** Those of them that are open still. */
      open: number;
      /** Deals that were won in the period. */
      won: number;
      lost: number;
      /** Won of those that were won or lost, 0 to 1. */
      winRate?: number;
      /** Cents by ISO 4217 currency; absent for whom amounts are hidden. */
      wonCents?: { [name: string]: number };
      lostCents?: { [name: string]: number };
      averageWonCents?: { [name: string]: number };
      /** Within one per cent. */
      medianWonCents?: { [name: string]: number };
      /** Whole days from the beginning of a deal to its being won. */
      wonDays?: Spread;
      lostDays?: Spread;
      /** Of both. */
      closedDays?: Spread;
      /** What their lines would come to by the list prices of the time. */
      wonListCents?: { [name: string]: number };
      lostListCents?: { [name: string]: number };
      /** Of how many that were won or lost nobody has said with which company, or when they began. */
      without: {
        companyId?: {
          won: number;
          lost: number;
        };
        openedOn?: {
          won: number;
          lost: number;
        };
      };
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
};

export type SampleData = {
  exists: boolean;
  /** All of it was made; where it was not, ask for it again. */
  complete: boolean;
  madeAt?: string;
  /** How many of each kind were made, also where somebody has deleted some since. */
  made: {
    company: number;
    contact: number;
    deal: number;
    task: number;
    activity: number;
    order: number;
  };
};

export type ScoreBand = "hot" | "warm" | "cold";

export type ScoringPurpose = "lead" | "risk";

export type ScoringRules = {
  /** What everybody begins with. */
  base: number;
  /** What a group counts at most. */
  caps: {
    fit: number;
    engagement: number;
  };
  /** From this score on a lead is hot. */
  hotFrom: number;
  /** A yes/no custom field of contacts that says how it came out. Where none is named, a customer and a contact with a deal that was won came out well; a former customer, and one whose deals were all lost, did not. */
  outcomeField?: string;
  rules: Array<{
    /** A name of one’s own choosing, each once. */
    id: string;
    /** What is shown as the reason. */
    name: string;
    points: number;
    group: "fit";
    /** Holds of a contact: on its own fields and custom fields. Not on what is reckoned of it (`score`, `lastOrderAt`, `lastActivityAt`, …). */
    when?: { [name: string]: unknown };
    /** Of what kind the first e-mail address is; instead of `when`. */
    mail?: "free" | "business";
  } | {
    /** A name of one’s own choosing, each once. */
    id: string;
    /** What is shown as the reason. */
    name: string;
    points: number;
    group: "engagement";
    /** Each time that the contact did this. */
    did: Behaviour;
    /** After so many days it counts half, after twice as many a quarter. */
    halfLifeDays: number;
  }>;
  /** 0: the built-in rules, which nobody has changed. */
  version: number;
  updatedAt?: string;
};

export type ScoringRulesInput = {
  /** What everybody begins with. */
  base?: number;
  /** What a group counts at most. */
  caps?: {
    fit?: number;
    engagement?: number;
  };
  /** From this score on a lead is hot. */
  hotFrom?: number;
  /** A yes/no custom field of contacts that says how it came out. Where none is named, a customer and a contact with a deal that was won came out well; a former customer, and one whose deals were all lost, did not. */
  outcomeField?: string;
  rules: Array<{
    /** A name of one’s own choosing, each once. */
    id: string;
    /** What is shown as the reason. */
    name: string;
    points: number;
    group: "fit";
    /** Holds of a contact: on its own fields and custom fields. Not on what is reckoned of it (`score`, `lastOrderAt`, `lastActivityAt`, …). */
    when?: { [name: string]: unknown };
    /** Of what kind the first e-mail address is; instead of `when`. */
    mail?: "free" | "business";
  } | {
    /** A name of one’s own choosing, each once. */
    id: string;
    /** What is shown as the reason. */
    name: string;
    points: number;
    group: "engagement";
    /** Each time that the contact did this. */
    did: Behaviour;
    /** After so many days it counts half, after twice as many a quarter. */
    halfLifeDays: number;
  }>;
};

export type ScoringShown = {
  /** As it is reckoned; what somebody has set as `score` stands over it. */
  score: number;
  /** By the workspace’s rules, or by what was learned of its outcomes. */
  by: "rules" | "learned";
  /** How likely they buy, from 0 to 1, where that was learned. */
  probability?: number;
  /** The weightiest first, at most 8, without those that would tell of a field that is hidden from you. */
  reasons: {
    /** The rule’s name; of what was learned, the field. */
    name: string;
    points: number;
    /** How often they did it, of their newest 50 activities. */
    times?: number;
    /** Of what was learned: what the field says. */
    value?: string;
  }[];
  /** When it last became another. */
  scoredAt: string;
};

export type SearchCompaniesRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "name";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  parentId?: string;
  externalId?: string;
  domain?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchContactsRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "name" | "score";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  companyId?: string;
  lifecycle?: Lifecycle;
  email?: string;
  externalId?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchDealsRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  /** `created` where it is left out; not with a stage. */
  sort?: "created" | "updated" | "name" | "closeOn" | "amount";
  /** Newest and greatest first, by name from A to Z, by close date the next first, where it is left out; not with a stage. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  companyId?: string;
  status?: DealStatus;
  externalId?: string;
  /** The workspace's default where it is left out. */
  pipelineId?: string;
  stageId?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchOrdersRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "placed" | "amount";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  status?: OrderStatus;
  externalId?: string;
  number?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchProductsRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "name";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  externalId?: string;
  sku?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchPromisesRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "due";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  contactId?: string;
  dealId?: string;
  status?: PromiseStatus;
  externalId?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchResponse = {
  items: Array<{
    type: "contact";
    record: Contact;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "company";
    record: Company;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "deal";
    record: Deal;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "task";
    record: Task;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "product";
    record: Product;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "order";
    record: Order;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "ticket";
    record: Ticket;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  } | {
    type: "promise";
    record: Promise;
    /** Why it was found: for each word of the search where it is best met. */
    matched: {
      /** The field that has what was asked for. */
      field: string;
      /** What stands there. */
      text: string;
    }[];
  }>;
  /** False where more is found than is shown, or so much that the newest of it was looked at. */
  complete: boolean;
};

export type SearchTasksRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  /** Whose tasks; `none` for those of nobody, `any` for all that one may see. Yours where nothing is said, and all with `tag`, `filter` or `externalId`. */
  ownerId?: "me" | "none" | "any" | string;
  dealId?: string;
  contactId?: string;
  companyId?: string;
  /** `open` where nothing is said, `any` with `tag`, `filter` or `externalId`. */
  status?: "open" | "done" | "any";
  /** `due` where nothing is said: as they are worked off. */
  sort?: "created" | "updated" | "due";
  /** Overdue first, done ones newest first, where it is left out. */
  direction?: PageDirection;
  tag?: string;
  externalId?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SearchTicketsRequest = {
  /** From the page before; only for the same list. */
  cursor?: string;
  sort?: "created" | "updated" | "priority";
  /** Newest first, and from A to Z, where it is left out. */
  direction?: PageDirection;
  ownerId?: OwnerQuery;
  tag?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  status?: TicketStatus;
  externalId?: string;
  /** The most items of a page. */
  limit?: number;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
};

export type SeasonMeasure = "units" | "orders" | "revenue";

export type SeasonReport = {
  /** The first month in which anything was sold, where that is later than asked for. */
  from: string;
  to: string;
  measure: SeasonMeasure;
  currency?: string;
  /** From 24 months on ratios to a centred moving average; from 12 on to the mean of the newest twelve; below, to the mean of what there is, which says little. */
  method: "moving_average" | "mean" | "mean_of_part";
  whole: {
    /** Units, orders, or cents. */
    total: number;
    /** In which month of the year it sells best; absent below a year. */
    bestMonth?: number;
    months: {
      /** Of the year, January is 1. */
      month: number;
      /** In the mean of the years: units, orders, or cents. */
      mean: number;
      /** 1 is a mean month, 1.4 is 40 per cent more than one. */
      index?: number;
    }[];
  };
  /** The most first. */
  rows: Array<{
    /** Null: what is of no product, or of no category. */
    value: string | null;
    /** Units, orders, or cents. */
    total: number;
    /** In which month of the year it sells best; absent below a year. */
    bestMonth?: number;
    months: {
      /** Of the year, January is 1. */
      month: number;
      /** In the mean of the years: units, orders, or cents. */
      mean: number;
      /** 1 is a mean month, 1.4 is 40 per cent more than one. */
      index?: number;
    }[];
  }>;
};

export type Segment = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  description?: string;
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  condition: { [name: string]: unknown };
  /** Whether every record has been looked at since the condition became what it is; until then some are missing. */
  ready: boolean;
};

export type SegmentList = {
  items: Segment[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type SegmentPage = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  description?: string;
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "ticket";
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  condition: { [name: string]: unknown };
  /** Whether every record has been looked at since the condition became what it is; until then some are missing. */
  ready: boolean;
  /** How many you may read, a second old at most; absent where a field that the condition names is hidden from you. */
  memberCount?: number;
};

export type SegmentPatch = {
  name?: string;
  description?: string | null;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  condition?: { [name: string]: unknown };
};

export type SendPageViewRequest = {
  visitorId: string;
  url: string;
  title?: string;
  referrer?: string;
};

export type SendingDomain = {
  /** The address that mail goes out from. */
  from: string;
  domain: string;
  /** Whether SES has verified the domain. */
  verification: {
    status: "pass" | "fail" | "unknown";
    code: "verified" | "signed" | "aligned" | "enforced" | "monitored" | "unanswered" | "identity_missing" | "identity_unverified" | "dkim_off" | "dkim_records_missing" | "dkim_pending" | "return_path_shared" | "return_path_pending" | "spf_missing" | "spf_many" | "spf_invalid" | "spf_refuses_ses" | "spf_misaligned" | "dmarc_missing" | "dmarc_many" | "dmarc_invalid";
    /** What SES and DNS say, word by word. */
    found: string[];
    todo?: string;
    /** DNS records to add, or to put in place of what is there. */
    records: Array<{
      type: "CNAME" | "TXT" | "MX";
      name: string;
      /** Of an MX record with its priority in front. */
      value: string;
    }>;
  };
  dkim: {
    status: "pass" | "fail" | "unknown";
    code: "verified" | "signed" | "aligned" | "enforced" | "monitored" | "unanswered" | "identity_missing" | "identity_unverified" | "dkim_off" | "dkim_records_missing" | "dkim_pending" | "return_path_shared" | "return_path_pending" | "spf_missing" | "spf_many" | "spf_invalid" | "spf_refuses_ses" | "spf_misaligned" | "dmarc_missing" | "dmarc_many" | "dmarc_invalid";
    /** What SES and DNS say, word by word. */
    found: string[];
    todo?: string;
    /** DNS records to add, or to put in place of what is there. */
    records: Array<{
      type: "CNAME" | "TXT" | "MX";
      name: string;
      /** Of an MX record with its priority in front. */
      value: string;
    }>;
  };
  spf: {
    status: "pass" | "fail" | "unknown";
    code: "verified" | "signed" | "aligned" | "enforced" | "monitored" | "unanswered" | "identity_missing" | "identity_unverified" | "dkim_off" | "dkim_records_missing" | "dkim_pending" | "return_path_shared" | "return_path_pending" | "spf_missing" | "spf_many" | "spf_invalid" | "spf_refuses_ses" | "spf_misaligned" | "dmarc_missing" | "dmarc_many" | "dmarc_invalid";
    /** What SES and DNS say, word by word. */
    found: string[];
    todo?: string;
    /** DNS records to add, or to put in place of what is there. */
    records: Array<{
      type: "CNAME" | "TXT" | "MX";
      name: string;
      /** Of an MX record with its priority in front. */
      value: string;
    }>;
    /** Where bounces come back to: the custom MAIL FROM domain; absent where it is SES’s own. */
    domain?: string;
  };
  dmarc: {
    status: "pass" | "fail" | "unknown";
    code: "verified" | "signed" | "aligned" | "enforced" | "monitored" | "unanswered" | "identity_missing" | "identity_unverified" | "dkim_off" | "dkim_records_missing" | "dkim_pending" | "return_path_shared" | "return_path_pending" | "spf_missing" | "spf_many" | "spf_invalid" | "spf_refuses_ses" | "spf_misaligned" | "dmarc_missing" | "dmarc_many" | "dmarc_invalid";
    /** What SES and DNS say, word by word. */
    found: string[];
    todo?: string;
    /** DNS records to add, or to put in place of what is there. */
    records: Array<{
      type: "CNAME" | "TXT" | "MX";
      name: string;
      /** Of an MX record with its priority in front. */
      value: string;
    }>;
    /** Whose record holds: the domain’s own, or the organizational domain’s above it. */
    domain?: string;
    policy?: "none" | "quarantine" | "reject";
    inherited?: boolean;
    dkimAlignment?: "relaxed" | "strict";
    spfAlignment?: "relaxed" | "strict";
  };
  /** Whether a mail from here passes DMARC, and by which of the two; one is enough. */
  verdict: {
    status: "pass" | "fail" | "unknown";
    by: Array<"dkim" | "spf">;
  };
  checkedAt: string;
};

export type Session = {
  sessionId: string;
  startedAt: string;
  lastSeenAt?: string;
  from: string;
  userAgent: string;
  /** Whether this very request is of it. */
  isCurrent: boolean;
};

export type SetScanResultRequest = {
  /** The number of the version that was scanned. */
  version: number;
  result: "clean" | "infected" | "unscannable";
};

export type SettingPermission = "pipelines:read" | "pipelines:write" | "fields:read" | "fields:write" | "segments:read" | "segments:write" | "forms:read" | "forms:write" | "submissions:read" | "submissions:write" | "templates:read" | "templates:write" | "mail:read" | "mail:write" | "users:read" | "users:write" | "teams:read" | "teams:write" | "roles:read" | "roles:write" | "keys:read" | "keys:write" | "workspaces:read" | "workspaces:write" | "webhooks:read" | "webhooks:write" | "audit:read" | "audit:write" | "erasures:read" | "erasures:write" | "imports:read" | "imports:write" | "rules:read" | "rules:write" | "reports:read" | "reports:write";

export type Source = {
  kind: "form" | "mail" | "api" | "import" | "demo";
  id?: string;
  pageUrl?: string;
  referrer?: string;
  utm?: { [name: string]: string };
};

export type SourceReport = {
  from: string;
  to: string;
  whole: {
    /** Contacts that came in the period; absent for who reads no contacts. */
    leads?: number;
    /** Those of them that are or were customers by now. */
    customers?: number;
    /** Customers of leads, 0 to 1. */
    conversion?: number;
    /** Deals that began in the period. */
    opened: number;
    /** Deals that were won in the period. */
    won: number;
    lost: number;
    /** Won of those that were won or lost, 0 to 1. */
    winRate?: number;
    /** Absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    /** Absent for who may not read what is spent. */
    spentCents?: { [name: string]: number };
    /** Spent on each lead: whole cents; for who sees every lead. */
    perLeadCents?: { [name: string]: number };
    /** Spent on each lead that became a customer: whole cents. */
    perCustomerCents?: { [name: string]: number };
    /** Revenue won less what was spent, by what was spent, in each currency: 0.5 is half again. For who sees every deal. */
    returns?: { [name: string]: number };
  };
  rows: Array<{
    /** Contacts that came in the period; absent for who reads no contacts. */
    leads?: number;
    /** Those of them that are or were customers by now. */
    customers?: number;
    /** Customers of leads, 0 to 1. */
    conversion?: number;
    /** Deals that began in the period. */
    opened: number;
    /** Deals that were won in the period. */
    won: number;
    lost: number;
    /** Won of those that were won or lost, 0 to 1. */
    winRate?: number;
    /** Absent for whom amounts are hidden. */
    wonCents?: { [name: string]: number };
    /** Absent for who may not read what is spent. */
    spentCents?: { [name: string]: number };
    /** Spent on each lead: whole cents; for who sees every lead. */
    perLeadCents?: { [name: string]: number };
    /** Spent on each lead that became a customer: whole cents. */
    perCustomerCents?: { [name: string]: number };
    /** Revenue won less what was spent, by what was spent, in each currency: 0.5 is half again. For who sees every deal. */
    returns?: { [name: string]: number };
    /** Null: those of which nothing is said. */
    value: string | null;
  }>;
  pipelineId: string;
  splitBy: "source" | "campaign";
  /** The same of the period of the same length just before. */
  before?: {
    from: string;
    to: string;
    whole: {
      /** Contacts that came in the period; absent for who reads no contacts. */
      leads?: number;
      /** Those of them that are or were customers by now. */
      customers?: number;
      /** Customers of leads, 0 to 1. */
      conversion?: number;
      /** Deals that began in the period. */
      opened: number;
      /** Deals that were won in the period. */
      won: number;
      lost: number;
      /** Won of those that were won or lost, 0 to 1. */
      winRate?: number;
      /** Absent for whom amounts are hidden. */
      wonCents?: { [name: string]: number };
      /** Absent for who may not read what is spent. */
      spentCents?: { [name: string]: number };
      /** Spent on each lead: whole cents; for who sees every lead. */
      perLeadCents?: { [name: string]: number };
      /** Spent on each lead that became a customer: whole cents. */
      perCustomerCents?: { [name: string]: number };
      /** Revenue won less what was spent, by what was spent, in each currency: 0.5 is half again. For who sees every deal. */
      returns?: { [name: string]: number };
    };
    rows: Array<{
      /** Contacts that came in the period; absent for who reads no contacts. */
      leads?: number;
      /** Those of them that are or were customers by now. */
      customers?: number;
      /** Customers of leads, 0 to 1. */
      conversion?: number;
      /** Deals that began in the period. */
      opened: number;
      /** Deals that were won in the period. */
      won: number;
      lost: number;
      /** Won of those that were won or lost, 0 to 1. */
      winRate?: number;
      /** Absent for whom amounts are hidden. */
      wonCents?: { [name: string]: number };
      /** Absent for who may not read what is spent. */
      spentCents?: { [name: string]: number };
      /** Spent on each lead: whole cents; for who sees every lead. */
      perLeadCents?: { [name: string]: number };
      /** Spent on each lead that became a customer: whole cents. */
      perCustomerCents?: { [name: string]: number };
      /** Revenue won less what was spent, by what was spent, in each currency: 0.5 is half again. For who sees every deal. */
      returns?: { [name: string]: number };
      /** Null: those of which nothing is said. */
      value: string | null;
    }>;
  };
};

export type Spend = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  month: string;
  /** A source as reports have it: `LinkedIn` and `linkedin` are one, and it is kept in that spelling. */
  source: string;
  /** What was spent on this campaign alone; without one, on the source besides its campaigns. */
  campaign?: string;
  amountCents: number;
  currency: string;
};

export type SpendList = {
  items: Spend[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Spread = {
  count: number;
  mean: number;
  median: number;
  least: number;
  most: number;
};

export type Stage = {
  id: string;
  name: string;
  kind: "open" | "won" | "lost";
  probability: number;
  idleDays?: number;
  requiredFields: Array<("amountCents" | "expectedCloseOn" | "contactId" | "companyId" | "ownerId" | "items") | string>;
};

export type StageInput = {
  id: string;
  name: string;
  kind?: "open" | "won" | "lost";
  probability: number;
  idleDays?: number;
  requiredFields?: Array<("amountCents" | "expectedCloseOn" | "contactId" | "companyId" | "ownerId" | "items") | string>;
};

export type StopDashboardMailRequest = {
  "List-Unsubscribe"?: "One-Click";
};

export type SubmitFormRequest = { [name: string]: string | number | boolean | null | (Array<string | number>) };

export type SubmitFormResponse = {
  submissionId: string;
  receivedAt: string;
  message: string;
  redirectUrl?: string;
};

export type Subscription = {
  weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** By the wall clock where they are. */
  at: string;
  dashboardId: string;
  /** When the next one is due. */
  nextAt: string;
};

export type Target = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  month: string;
  /** Whose it is; without user and team it is the workspace’s. */
  userId?: string;
  /** The whole team’s, whatever its members’ come to. */
  teamId?: string;
  /** Of the deals of this pipeline alone; of all where it is left out. */
  pipelineId?: string;
  /** What the deals that are won in the month come to. */
  wonCents?: number;
  /** How many deals are won in it. */
  wonCount?: number;
  /** How many calls are made or taken in it. */
  calls?: number;
  /** How many meetings are held in it. */
  meetings?: number;
  /** Of `wonCents`. */
  currency: string;
};

export type TargetList = {
  items: Target[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Task = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  title: string;
  note?: string;
  dueOn?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  remindAt?: string;
  repeats?: string;
  ownerId?: string;
  tags?: string[];
  custom?: TaskCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  status: TaskStatus;
  repeatsFrom?: string;
  followedBy?: string;
  remindedFor?: string;
  completedAt?: string;
  origin: "person" | "idle_deal";
  erasedAt?: string;
};

export type TaskBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Task;
    error?: Problem;
  }[];
};

export type TaskCustom = { [name: string]: CustomValue };

export type TaskCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type TaskList = {
  items: Task[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type TaskPatch = {
  title?: string;
  note?: string | null;
  dueOn?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  remindAt?: string | null;
  repeats?: string | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: TaskCustomPatch;
  externalId?: string | null;
};

export type TaskPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  title?: string;
  note?: string | null;
  dueOn?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  remindAt?: string | null;
  repeats?: string | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: TaskCustomPatch;
  externalId?: string | null;
};

export type TaskStatus = "open" | "done";

export type Team = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  /** Who reach what its members reach; of any number of teams. */
  managerIds: string[];
  /** Nobody is a member of two teams. */
  memberIds: string[];
};

export type TeamList = {
  items: Team[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type TeamPatch = {
  name?: string;
  /** Who reach what its members reach; of any number of teams. */
  managerIds?: string[];
  /** Nobody is a member of two teams. */
  memberIds?: string[];
};

export type Template = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  subject: string;
  /** Plain text with blanks like `{{contact.firstName|there}}`. */
  text: string;
  /** Made of the text where it is left out. */
  html?: string;
  /** Advertising: carries List-Unsubscribe, and is not sent to who unsubscribed. */
  marketing: boolean;
};

export type TemplateList = {
  items: Template[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type TemplatePatch = {
  name?: string;
  subject?: string;
  /** Plain text with blanks like `{{contact.firstName|there}}`. */
  text?: string;
  /** `null`: made of the text. */
  html?: string | null;
  marketing?: boolean;
};

export type TestWebhookResponse = {
  /** The `webhook-id` of every attempt. */
  id: string;
  webhookId: string;
  /** The `id` in the body. */
  eventId: string;
  type: string;
  /** When it happened. */
  at: string;
  /** What is posted of it: ids and names of fields. */
  data: { [name: string]: unknown };
  status: DeliveryStatus;
  reason?: "gave_up" | "refused" | "gone" | "webhook_paused";
  /** The last forty, the first one first. */
  attempts: {
    at: string;
    /** How long the target took. */
    ms: number;
    /** What the target answered. */
    status?: number;
    /** Why there was no answer: a code. */
    error?: string;
  }[];
  attemptCount: number;
  /** Until when it is tried. */
  until: string;
  nextAttemptAt?: string;
  createdAt: string;
};

export type Ticket = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  subject: string;
  description?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  /** `pending`: the customer is to answer. `solved`: they were told so. `closed`: it is over. */
  status: TicketStatus;
  priority: "urgent" | "high" | "normal" | "low";
  /** How it came in. */
  channel: "email" | "phone" | "web" | "chat" | "api";
  /** When the customer was first answered: the moment that it was open no more, unless it is set. */
  firstResponseAt?: string;
  ownerId?: string;
  tags?: string[];
  custom?: TicketCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  solvedAt?: string;
  closedAt?: string;
  /** How often it was open again after it was solved. */
  reopened: number;
  erasedAt?: string;
};

export type TicketBatchResults = {
  results: {
    /** What the operation on this item alone would have answered. */
    status: number;
    record?: Ticket;
    error?: Problem;
  }[];
};

export type TicketCustom = { [name: string]: CustomValue };

export type TicketCustomPatch = { [name: string]: (string | number | boolean | string[] | {
    amountCents?: number | null;
    currency?: string | null;
  }) | null };

export type TicketList = {
  items: Ticket[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type TicketPage = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
  purgeAt?: string;
  subject: string;
  description?: string;
  contactId?: string;
  companyId?: string;
  dealId?: string;
  /** `pending`: the customer is to answer. `solved`: they were told so. `closed`: it is over. */
  status: TicketStatus;
  priority: "urgent" | "high" | "normal" | "low";
  /** How it came in. */
  channel: "email" | "phone" | "web" | "chat" | "api";
  /** When the customer was first answered: the moment that it was open no more, unless it is set. */
  firstResponseAt?: string;
  ownerId?: string;
  tags?: string[];
  custom?: TicketCustom;
  /** Its id in another system; no two records of a kind have the same. */
  externalId?: string;
  solvedAt?: string;
  closedAt?: string;
  /** How often it was open again after it was solved. */
  reopened: number;
  erasedAt?: string;
  /** Open promises to the ticket’s contact and on its deal that one may see, the one that is due first in front. */
  promises: Promise[];
};

export type TicketPatch = {
  subject?: string;
  description?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  status?: TicketStatus;
  priority?: "urgent" | "high" | "normal" | "low";
  channel?: "email" | "phone" | "web" | "chat" | "api";
  firstResponseAt?: string | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: TicketCustomPatch;
  externalId?: string | null;
};

export type TicketPatchItem = {
  /** The record that is changed. */
  id: string;
  /** The version that is to be changed; 412 if it has moved on. */
  version?: number;
  subject?: string;
  description?: string | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  status?: TicketStatus;
  priority?: "urgent" | "high" | "normal" | "low";
  channel?: "email" | "phone" | "web" | "chat" | "api";
  firstResponseAt?: string | null;
  ownerId?: string | null;
  tags?: string[] | null;
  custom?: TicketCustomPatch;
  externalId?: string | null;
};

export type TicketStatus = "open" | "pending" | "solved" | "closed";

export type Tile = {
  id: string;
  /** What it says above; the report’s name where it is left out. */
  title?: string;
  /** A report by the last part of its path: `sales` of `/v1/reports/sales`. */
  report: string;
  /** What the report is asked with, as its parameters are written. Not checked for what is there: a pipeline may go later, too. */
  query: { [name: string]: string };
  /** Which months, seen from the present one; in place of `from` and `to` of the query. */
  period?: "last_12_months" | "this_month" | "last_month" | "this_quarter" | "last_quarter" | "this_year" | "last_year";
  /** Of which list of the report the lines are, as a CSV file names it (docs/reports.md): by itself its rows where it is split, else its months, else its first list. */
  part?: string;
  /** Columns of the report as a CSV file names them; by itself the first three. */
  figures: string[];
  /** How it is drawn; a table stands behind each. */
  chart: "bar" | "stacked" | "line" | "table" | "figures";
};

export type TileFigures = {
  id: string;
  /** What it says above; the report’s name where it is left out. */
  title?: string;
  /** A report by the last part of its path: `sales` of `/v1/reports/sales`. */
  report: string;
  /** How it is drawn; a table stands behind each. */
  chart: "bar" | "stacked" | "line" | "table" | "figures";
  /** What the report was asked with, its months among it. */
  query: { [name: string]: string };
  part: string;
  columns: Array<{
    /** As a CSV file of the report names it. */
    name: string;
    /** Shares are 0 to 1. Money is cents by currency; so may be shares. */
    kind: "number" | "share" | "money";
  }>;
  lines: Array<{
    /** What the line is of: an id, a word, a month; null of what nothing is said, and of the whole. */
    value: string | null;
    /** What that is called, for who may see it. */
    name: string | null;
    /** In the order of the columns; null where there is none, or none that one may see. */
    cells: Array<(number | string | { [name: string]: number }) | null>;
  }>;
  /** How many lines there are besides. */
  more: number;
};

export type TimelineEntry = {
  type: "activity";
  id: string;
  at: string;
  activity: {
    kind: ActivityKind;
    subject?: string;
    text?: string;
    direction?: ActivityDirection;
    /** Of a rating: from 1, bad, to 5, very good. */
    score?: number;
    contactId: string;
    dealIds: string[];
    mail?: MailFate;
    by: {
      kind: string;
      id: string;
    };
  };
} | {
  type: "file";
  id: string;
  at: string;
  file: {
    name: string;
    kind: string;
    size: number;
    contentType?: string;
    by: {
      kind: string;
      id: string;
    };
  };
} | {
  type: "change";
  id: string;
  at: string;
  kind: "created" | "updated" | "trashed" | "restored" | "deleted" | "merged" | "unmerged";
  by: {
    kind: string;
    id: string;
  };
  cause?: string;
  fields: { [name: string]: {
      before?: unknown;
      after?: unknown;
    } };
};

export type TimelineEntryList = {
  items: TimelineEntry[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type Today = {
  /** The day that it is in the workspace’s time zone. */
  on: string;
  /** Tasks that are overdue or due today, deals that are idle, hot leads whom nobody has spoken to. */
  callToday: Array<{
    type: "task";
    reason: TodayReason;
    record: Task;
  } | {
    type: "deal";
    reason: TodayReason;
    record: Deal;
  } | {
    type: "contact";
    reason: TodayReason;
    record: Contact;
  }>;
  /** Open deals that are 70 % likely to be won, and those that are to close within 14 days. */
  closingSoon: {
    type: "deal";
    reason: TodayReason;
    record: Deal;
  }[];
  /** Customers whose last order is half as long again ago as is usual between their orders (three or more). */
  goingQuiet: {
    type: "contact";
    reason: TodayReason;
    record: Contact;
  }[];
  /** Of this week, today’s first. */
  birthdays: {
    type: "contact";
    reason: TodayReason;
    record: Contact;
  }[];
};

export type TodayReason = {
  /** Stable, for programs. */
  code: "task_overdue" | "task_due_today" | "deal_idle" | "hot_lead_untouched" | "close_overdue" | "closing_soon" | "likely_won" | "going_quiet" | "birthday";
  /** The same in English words. */
  text: string;
  /** The day that it is about. */
  on?: string;
  /** How many days ago, or ahead. */
  days?: number;
  /** Of a hot lead. */
  score?: number;
  /** How likely it is that a deal is won. */
  percent?: number;
  /** How many days there usually are between two orders. */
  everyDays?: number;
  /** How likely they leave, of a hundred. */
  risk?: number;
  /** How old somebody becomes, where the year of their birth is known. */
  turns?: number;
};

export type TriedRun = {
  event: {
    id: string;
    type: string;
    at: string;
  };
  recordId: string;
  begins: boolean;
  /** Why it would not begin. */
  reason?: "condition" | "record_gone" | "person_erased";
  steps: TriedStep[];
};

export type TriedStep = {
  stepId: string;
  do: string;
  /** `would`: it would do what `says` says. `skipped`: it would do nothing, `code` says why. `waits`: it would, and what follows is told as if it had. `yes`, `no`: where a branch leads. */
  outcome: "would" | "skipped" | "waits" | "yes" | "no" | "stops";
  code?: string;
  says?: { [name: string]: unknown };
};

export type UndoCounts = {
  /** Rows that are done. */
  done: number;
  removed: number;
  restored: number;
  kept: number;
  stuck: number;
};

export type UnmergeCompanyRequest = {
  /** One that was merged into this one itself. */
  id: string;
};

export type UnmergeCompanyResponse = {
  survivor: Company;
  record: Company;
  /** Fields that came from it, were changed since, and stay. */
  kept: string[];
};

export type UnmergeContactRequest = {
  /** One that was merged into this one itself. */
  id: string;
};

export type UnmergeContactResponse = {
  survivor: Contact;
  record: Contact;
  /** Fields that came from it, were changed since, and stay. */
  kept: string[];
};

export type UnsubscribeRequest = {
  "List-Unsubscribe"?: "One-Click";
};

export type Upload = {
  method: "PUT";
  /** Send the bytes here, once; a secret while it lasts. */
  url: string;
  /** Send all of them. A browser sets `content-length` itself. */
  headers: { [name: string]: string };
  expiresAt: string;
};

export type UpsertActivityRequest = {
  dealIds?: string[] | null;
  at?: string;
  subject?: string | null;
  text?: string | null;
  direction?: ActivityDirection | null;
  call?: {
    direction?: ActivityDirection | null;
    durationMs?: number | null;
    outcome?: ("connected" | "no_answer" | "busy" | "voicemail" | "wrong_number" | "failed") | null;
  };
  meeting?: {
    attendees?: {
      name?: string;
      email?: string;
      contactId?: string;
      userId?: string;
    }[];
    location?: string | null;
    endsAt?: string | null;
  } | null;
  social?: {
    network: string;
    url?: string;
  } | null;
  externalId?: string | null;
  mentions?: string[] | null;
  kind?: "call" | "meeting" | "note" | "social_post" | "rating";
  contactId?: string;
};

export type UseReport = {
  from: string;
  to: string;
  whole: {
    signIns: number;
    /** Days on which they were here: signed in, or at work with an earlier sign-in. */
    days: number;
    /** As the report of activities counts them. */
    activities: number;
    /** Absent where one may not read their tasks. */
    tasksDone?: number;
    /** Who may be here, and who were in the period and are no more. */
    users: number;
    /** Those of them who were here in the period. */
    active: number;
    /** Absent where one may not read their tasks. */
    tasksOpen?: number;
    /** Absent where one may not read their tasks. */
    tasksOverdue?: number;
  };
  /** By user, the most days first; those who were never here among them. */
  rows: {
    signIns: number;
    /** Days on which they were here: signed in, or at work with an earlier sign-in. */
    days: number;
    /** As the report of activities counts them. */
    activities: number;
    /** Absent where one may not read their tasks. */
    tasksDone?: number;
    /** The user. */
    value: string;
    /** The last day of the period on which they were here. */
    lastSeenOn?: string;
    /** At present. */
    tasksOpen?: number;
    /** At present: those whose day is over everywhere. */
    tasksOverdue?: number;
  }[];
  /** Of all of them, month by month. */
  months: {
    signIns: number;
    /** Days on which they were here: signed in, or at work with an earlier sign-in. */
    days: number;
    /** As the report of activities counts them. */
    activities: number;
    /** Absent where one may not read their tasks. */
    tasksDone?: number;
    month: string;
    /** How many users were here. */
    active: number;
  }[];
};

export type User = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  email: string;
  roles: RoleId[];
  status: "invited" | "active" | "deactivated" | "removed";
};

export type UserList = {
  items: User[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type UserPatch = {
  name?: string;
  roles?: RoleId[];
};

export type Validation = {
  /** Of a number; of money in cents. */
  min?: number;
  max?: number;
  /** A number is a multiple of it. */
  step?: number;
  /** In characters (Unicode code points). */
  minLength?: number;
  maxLength?: number;
  /** What a whole text looks like: a part of ECMA-262’s regular expressions (characters, `.`, classes, groups, `|`, repetitions), like `[A-Z]{2}-\d{4}`. */
  pattern?: string;
  earliest?: string;
  latest?: string;
};

export type ValidationInput = {
  /** Of a number; of money in cents. */
  min?: number;
  max?: number;
  /** A number is a multiple of it. */
  step?: number;
  /** In characters (Unicode code points). */
  minLength?: number;
  maxLength?: number;
  /** What a whole text looks like: a part of ECMA-262’s regular expressions (characters, `.`, classes, groups, `|`, repetitions), like `[A-Z]{2}-\d{4}`. */
  pattern?: string;
  earliest?: string;
  latest?: string;
};

export type Verdicts = {
  spam?: string;
  virus?: string;
  spf?: string;
  dkim?: string;
  dmarc?: string;
  dmarcPolicy?: string;
};

export type View = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  /** The kind of its records. */
  of: "contact" | "company" | "deal" | "task" | "order" | "product" | "ticket";
  /** A `board` is of what has stages or states: deals, tasks, tickets. */
  layout: "table" | "board";
  /** In their order; none leaves them to whoever shows the view. */
  columns: {
    field: string;
    /** In CSS pixels. */
    width?: number;
  }[];
  /** An order of the kind’s list. */
  sort?: string;
  direction?: PageDirection;
  /** Like `{"lifecycle":"lead","score":{"$gte":70}}`; see the guide to conditions. */
  filter?: { [name: string]: unknown };
  /** Of the same kind: the list is its members. */
  segmentId?: string;
  /** Of deals: whose board it is. */
  pipelineId?: string;
  /** `private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace. */
  visibility: "private" | "shared";
  position: number;
  /** Who made it. */
  ownerId: string;
};

export type ViewList = {
  items: View[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  cursor?: string;
};

export type ViewPatch = {
  name?: string;
  layout?: "table" | "board";
  columns?: {
    field: string;
    /** In CSS pixels. */
    width?: number;
  }[];
  sort?: string | null;
  direction?: PageDirection | null;
  filter?: { [name: string]: unknown } | null;
  segmentId?: string | null;
  pipelineId?: string | null;
  visibility?: "private" | "shared";
  /** Where it stands among those of its kind, the least first; behind those that are there where it is left out. */
  position?: number;
};

export type WebhookPatch = {
  /** Where events are posted to: https, port 443, a public address, no user or password in it. */
  url?: string;
  description?: string | null;
  /** What it is told of; `*` is everything. */
  events?: Array<"*" | EventType>;
  condition?: { [name: string]: unknown } | null;
  status?: "active" | "paused";
};

export type Workspace = {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
  /** ISO 4217; the currency of a deal that names none. */
  currency: string;
  /** ISO 3166-1 alpha-2; the country of a phone number that names none. */
  country: string;
  timeZone: string;
  /** Whether records take custom values by names that no field declares. */
  undeclaredFields: "accept" | "refuse";
  /** Whether contacts, and companies, that are one for sure (`isSure` of their pair) are to be merged without a question. Off where nothing is said. */
  mergeSure: boolean;
  /** Whether marketing mail goes only to who gave the consent `marketing`. Off where nothing is said: then it goes to whoever has not withdrawn it. */
  marketingNeedsConsent: boolean;
  /** The most marketing mails that a contact gets in so many days (of 24 hours); null: no limit. 4 in 7 days where nothing is said. */
  marketingCap: {
    most: number;
    days: number;
  } | null;
  /** Whether mails carry a pixel, and links that lead over SES, which tell of opens and clicks. Of all other mails nothing is told. */
  mailTracking: {
    /** Of mails by templates that are marketing. */
    marketing: boolean;
    /** Of mails that a person writes. */
    personal: boolean;
  };
  emailFolding: EmailFolding;
  /** With whom mail is never logged: addresses, and domains with all below them; 500 together. Such a message is skipped as `never_log` and deleted. */
  neverLog: NeverLog;
  defaultPipelineId: string;
  /** One custom field of each kind by which reports can be split, by its key: one of type `choice`, `checkbox` or `text`. */
  reportFields: {
    deal?: string;
    contact?: string;
  };
  /** The key of a yes/no custom field of contacts that says whether a customer has left, from which the risk of leaving is learned. Where none is named, or it says it of too few, it is learned from who orders again. */
  leftField?: string;
};

export type WorkspacePatch = {
  name?: string;
  /** ISO 4217; the currency of a deal that names none. */
  currency?: string;
  /** ISO 3166-1 alpha-2; the country of a phone number that names none. */
  country?: string;
  /** IANA time zone, by which a day begins and ends. */
  timeZone?: string;
  defaultPipelineId?: string;
  /** Whether records take custom values by names that no field declares. */
  undeclaredFields?: "accept" | "refuse";
  /** Whether contacts, and companies, that are one for sure (`isSure` of their pair) are to be merged without a question. Off where nothing is said. */
  mergeSure?: boolean;
  /** With whom mail is never logged: addresses, and domains with all below them; 500 together. Such a message is skipped as `never_log` and deleted. */
  neverLog?: NeverLogPatch | null;
  /** Whether marketing mail goes only to who gave the consent `marketing`. Off where nothing is said: then it goes to whoever has not withdrawn it. */
  marketingNeedsConsent?: boolean;
  /** The most marketing mails that a contact gets in so many days (of 24 hours); null: no limit. 4 in 7 days where nothing is said. */
  marketingCap?: {
    most: number;
    days: number;
  } | null;
  mailTracking?: {
    marketing?: boolean;
    personal?: boolean;
  };
  /** One custom field of each kind by which reports can be split, by its key: one of type `choice`, `checkbox` or `text`. */
  reportFields?: {
    deal?: string | null;
    contact?: string | null;
  } | null;
  leftField?: string | null;
};

export type WrittenPhone = {
  number: string;
  /** What is dialled once somebody has answered. */
  extension?: string;
  type?: "mobile" | "work" | "home" | "fax" | "other";
  label?: string;
};

export type Operations = {
  /** Whether the service is up */
  getHealth: {
    answer: GetHealthResponse;
  };
  /** This API as an OpenAPI 3.1 document */
  getOpenApi: {
    answer: GetOpenApiResponse;
  };
  /** This API with the workspace’s own fields, as an OpenAPI 3.1 document */
  getWorkspaceOpenApi: {
    answer: GetWorkspaceOpenApiResponse;
  };
  /** This API as a page to read */
  getDocs: {
    answer: string;
  };
  /** What a page needs before anybody signs in */
  getConsoleSettings: {
    answer: GetConsoleSettingsResponse;
  };
  /** Make a contact */
  createContact: {
    body: NewContact;
    answer: Contact;
  };
  /** The contacts that one may see, or the one with an e-mail address */
  listContacts: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "name" | "score";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      companyId?: string;
      lifecycle?: Lifecycle;
      email?: string;
      externalId?: string;
    };
    answer: ContactList;
  };
  /** Change a contact that is found by a key, or make it */
  upsertContact: {
    query: {
      matchBy: "email" | "externalId";
    };
    body: ContactPatch;
    answer: Contact;
  };
  /** A contact with the newest of its timeline */
  getContact: {
    path: {
      contactId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetContactResponse;
  };
  /** Change a contact */
  patchContact: {
    path: {
      contactId: string;
    };
    body: ContactPatch;
    answer: Contact;
  };
  /** Put a contact into the trash */
  deleteContact: {
    path: {
      contactId: string;
    };
    answer: undefined;
  };
  /** The same as `listContacts`, for conditions longer than a URL */
  searchContacts: {
    body: SearchContactsRequest;
    answer: ContactList;
  };
  /** Everything that happened with a contact, newest first */
  listContactTimeline: {
    path: {
      contactId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: TimelineEntryList;
  };
  /** The changes of a contact, newest first */
  listContactHistory: {
    path: {
      contactId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 contacts */
  batchCreateContacts: {
    body: BatchCreateContactsRequest;
    answer: ContactBatchResults;
  };
  /** Change up to 100 contacts */
  batchUpdateContacts: {
    body: BatchUpdateContactsRequest;
    answer: ContactBatchResults;
  };
  /** Read up to 100 contacts */
  batchReadContacts: {
    body: BatchReadContactsRequest;
    answer: ContactBatchResults;
  };
  /** The contacts that were merged into this one */
  listMergedContacts: {
    path: {
      contactId: string;
    };
    answer: ListMergedContactsResponse;
  };
  /** What would come of merging contacts */
  previewContactMerge: {
    path: {
      contactId: string;
    };
    body: PreviewContactMergeRequest;
    answer: PreviewContactMergeResponse;
  };
  /** Merge contacts into this one */
  mergeContacts: {
    path: {
      contactId: string;
    };
    body: MergeContactsRequest;
    answer: Contact;
  };
  /** Take out again what was merged into this one */
  unmergeContact: {
    path: {
      contactId: string;
    };
    body: UnmergeContactRequest;
    answer: UnmergeContactResponse;
  };
  /** Whether marketing mail may go to a contact now, and why not */
  getMailStatus: {
    path: {
      contactId: string;
    };
    answer: GetMailStatusResponse;
  };
  /** How a contact rated us, newest first */
  getContactRatings: {
    path: {
      contactId: string;
    };
    answer: GetContactRatingsResponse;
  };
  /** Scores and risks of up to 100 contacts, with their reasons */
  readContactOutlooks: {
    body: ReadContactOutlooksRequest;
    answer: ReadContactOutlooksResponse;
  };
  /** Make a company */
  createCompany: {
    body: NewCompany;
    answer: Company;
  };
  /** Change a company that is found by a key, or make it */
  upsertCompany: {
    query: {
      matchBy: "externalId" | "domain";
    };
    body: CompanyPatch;
    answer: Company;
  };
  /** The companies that one may see */
  listCompanies: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "name";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      parentId?: string;
      externalId?: string;
      domain?: string;
    };
    answer: CompanyList;
  };
  /** Change a company */
  patchCompany: {
    path: {
      companyId: string;
    };
    body: CompanyPatch;
    answer: Company;
  };
  /** Put a company into the trash */
  deleteCompany: {
    path: {
      companyId: string;
    };
    answer: undefined;
  };
  /** Read a company */
  getCompany: {
    path: {
      companyId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetCompanyResponse;
  };
  /** The same as `listCompanies`, for conditions longer than a URL */
  searchCompanies: {
    body: SearchCompaniesRequest;
    answer: CompanyList;
  };
  /** The changes of a company, newest first */
  listCompanyHistory: {
    path: {
      companyId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 companies */
  batchCreateCompanies: {
    body: BatchCreateCompaniesRequest;
    answer: CompanyBatchResults;
  };
  /** Change up to 100 companies */
  batchUpdateCompanies: {
    body: BatchUpdateCompaniesRequest;
    answer: CompanyBatchResults;
  };
  /** Read up to 100 companies */
  batchReadCompanies: {
    body: BatchReadCompaniesRequest;
    answer: CompanyBatchResults;
  };
  /** The companies that were merged into this one */
  listMergedCompanies: {
    path: {
      companyId: string;
    };
    answer: ListMergedCompaniesResponse;
  };
  /** What would come of merging companies */
  previewCompanyMerge: {
    path: {
      companyId: string;
    };
    body: PreviewCompanyMergeRequest;
    answer: PreviewCompanyMergeResponse;
  };
  /** Merge companies into this one */
  mergeCompanies: {
    path: {
      companyId: string;
    };
    body: MergeCompaniesRequest;
    answer: Company;
  };
  /** Take out again what was merged into this one */
  unmergeCompany: {
    path: {
      companyId: string;
    };
    body: UnmergeCompanyRequest;
    answer: UnmergeCompanyResponse;
  };
  /** Make a product */
  createProduct: {
    body: NewProduct;
    answer: Product;
  };
  /** Change a product that is found by a key, or make it */
  upsertProduct: {
    query: {
      matchBy: "externalId" | "sku";
    };
    body: ProductPatch;
    answer: Product;
  };
  /** The products that one may see */
  listProducts: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "name";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      externalId?: string;
      sku?: string;
    };
    answer: ProductList;
  };
  /** Change a product */
  patchProduct: {
    path: {
      productId: string;
    };
    body: ProductPatch;
    answer: Product;
  };
  /** Put a product into the trash */
  deleteProduct: {
    path: {
      productId: string;
    };
    answer: undefined;
  };
  /** Read a product */
  getProduct: {
    path: {
      productId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetProductResponse;
  };
  /** The same as `listProducts`, for conditions longer than a URL */
  searchProducts: {
    body: SearchProductsRequest;
    answer: ProductList;
  };
  /** The changes of a product, newest first */
  listProductHistory: {
    path: {
      productId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 products */
  batchCreateProducts: {
    body: BatchCreateProductsRequest;
    answer: ProductBatchResults;
  };
  /** Change up to 100 products */
  batchUpdateProducts: {
    body: BatchUpdateProductsRequest;
    answer: ProductBatchResults;
  };
  /** Read up to 100 products */
  batchReadProducts: {
    body: BatchReadProductsRequest;
    answer: ProductBatchResults;
  };
  /** Make an order */
  createOrder: {
    body: NewOrder;
    answer: Order;
  };
  /** Change an order that is found by a key, or make it */
  upsertOrder: {
    query: {
      matchBy: "externalId" | "number";
    };
    body: OrderPatch;
    answer: Order;
  };
  /** The orders that one may see */
  listOrders: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "placed" | "amount";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      contactId?: string;
      companyId?: string;
      dealId?: string;
      status?: OrderStatus;
      externalId?: string;
      number?: string;
    };
    answer: OrderList;
  };
  /** Change an order */
  patchOrder: {
    path: {
      orderId: string;
    };
    body: OrderPatch;
    answer: Order;
  };
  /** Put an order into the trash */
  deleteOrder: {
    path: {
      orderId: string;
    };
    answer: undefined;
  };
  /** Read an order */
  getOrder: {
    path: {
      orderId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetOrderResponse;
  };
  /** The same as `listOrders`, for conditions longer than a URL */
  searchOrders: {
    body: SearchOrdersRequest;
    answer: OrderList;
  };
  /** The changes of an order, newest first */
  listOrderHistory: {
    path: {
      orderId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 orders */
  batchCreateOrders: {
    body: BatchCreateOrdersRequest;
    answer: OrderBatchResults;
  };
  /** Change up to 100 orders */
  batchUpdateOrders: {
    body: BatchUpdateOrdersRequest;
    answer: OrderBatchResults;
  };
  /** Read up to 100 orders */
  batchReadOrders: {
    body: BatchReadOrdersRequest;
    answer: OrderBatchResults;
  };
  /** Make a ticket */
  createTicket: {
    body: NewTicket;
    answer: Ticket;
  };
  /** Change a ticket that is found by a key, or make it */
  upsertTicket: {
    query: {
      matchBy: "externalId";
    };
    body: TicketPatch;
    answer: Ticket;
  };
  /** The tickets that one may see */
  listTickets: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "priority";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      contactId?: string;
      companyId?: string;
      dealId?: string;
      status?: TicketStatus;
      externalId?: string;
    };
    answer: TicketList;
  };
  /** Change a ticket */
  patchTicket: {
    path: {
      ticketId: string;
    };
    body: TicketPatch;
    answer: Ticket;
  };
  /** Put a ticket into the trash */
  deleteTicket: {
    path: {
      ticketId: string;
    };
    answer: undefined;
  };
  /** Read a ticket, and what its customer was promised */
  getTicket: {
    path: {
      ticketId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: TicketPage;
  };
  /** The same as `listTickets`, for conditions longer than a URL */
  searchTickets: {
    body: SearchTicketsRequest;
    answer: TicketList;
  };
  /** The changes of a ticket, newest first */
  listTicketHistory: {
    path: {
      ticketId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 tickets */
  batchCreateTickets: {
    body: BatchCreateTicketsRequest;
    answer: TicketBatchResults;
  };
  /** Change up to 100 tickets */
  batchUpdateTickets: {
    body: BatchUpdateTicketsRequest;
    answer: TicketBatchResults;
  };
  /** Read up to 100 tickets */
  batchReadTickets: {
    body: BatchReadTicketsRequest;
    answer: TicketBatchResults;
  };
  /** Make a promise */
  createPromise: {
    body: NewPromise;
    answer: Promise;
  };
  /** Change a promise that is found by a key, or make it */
  upsertPromise: {
    query: {
      matchBy: "externalId";
    };
    body: PromisePatch;
    answer: Promise;
  };
  /** The promises that one may see */
  listPromises: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      sort?: "created" | "updated" | "due";
      /** Newest first, and from A to Z, where it is left out. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      contactId?: string;
      dealId?: string;
      status?: PromiseStatus;
      externalId?: string;
    };
    answer: PromiseList;
  };
  /** Change a promise */
  patchPromise: {
    path: {
      promiseId: string;
    };
    body: PromisePatch;
    answer: Promise;
  };
  /** Put a promise into the trash */
  deletePromise: {
    path: {
      promiseId: string;
    };
    answer: undefined;
  };
  /** Read a promise */
  getPromise: {
    path: {
      promiseId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetPromiseResponse;
  };
  /** The same as `listPromises`, for conditions longer than a URL */
  searchPromises: {
    body: SearchPromisesRequest;
    answer: PromiseList;
  };
  /** The changes of a promise, newest first */
  listPromiseHistory: {
    path: {
      promiseId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 promises */
  batchCreatePromises: {
    body: BatchCreatePromisesRequest;
    answer: PromiseBatchResults;
  };
  /** Change up to 100 promises */
  batchUpdatePromises: {
    body: BatchUpdatePromisesRequest;
    answer: PromiseBatchResults;
  };
  /** Read up to 100 promises */
  batchReadPromises: {
    body: BatchReadPromisesRequest;
    answer: PromiseBatchResults;
  };
  /** The deleted records of a kind that one may see, newest first */
  listTrash: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** The kind of record. */
      type: "contact" | "company" | "deal" | "task" | "activity" | "promise" | "product" | "order" | "ticket";
    };
    answer: ListTrashResponse;
  };
  /** Have a deleted record back as it was */
  restoreRecord: {
    path: {
      recordId: string;
    };
    answer: AnyRecord;
  };
  /** Delete a record for good, before its 30 days are over */
  purgeRecord: {
    path: {
      recordId: string;
    };
    answer: undefined;
  };
  /** Whether there is sample data in the workspace */
  getSampleData: {
    answer: SampleData;
  };
  /** Make a small company’s customers to look around with */
  createSampleData: {
    answer: SampleData;
  };
  /** Remove all of the sample data for good */
  deleteSampleData: {
    answer: undefined;
  };
  /** What is wrong with the data, counted */
  getDataCheck: {
    answer: GetDataCheckResponse;
  };
  /** The records in which a check finds something, newest first */
  listFindings: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      kind: "contact" | "company" | "deal" | "task" | "order" | "ticket";
      check: "stale" | "unreachable" | "unnamed" | "required" | "unowned" | "bounced" | "mistyped" | "unlikely" | "miswritten" | "overdue" | "orphan";
    };
    answer: ListFindingsResponse;
  };
  /** Mend up to 100 records in which a check finds something */
  repairFindings: {
    body: RepairFindingsRequest;
    answer: AnyRecordBatchResults;
  };
  /** How good the data was over time, newest first */
  listGrades: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: GradeList;
  };
  /** Grade the data now, and keep the grade */
  takeGrade: {
    answer: Grade;
  };
  /** Link two records */
  createLink: {
    body: NewLink;
    answer: Link;
  };
  /** The links of a record, from whichever end they were made, newest first */
  listLinks: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      recordId: string;
      /** As it reads with this record in front. */
      label?: string;
      /** The kind of the other record. */
      type?: "contact" | "company" | "deal" | "task" | "ticket" | "order" | "product" | "promise";
    };
    answer: ListLinksResponse;
  };
  /** Read a link */
  getLink: {
    path: {
      linkId: string;
    };
    answer: Link;
  };
  /** Change what a link says */
  patchLink: {
    path: {
      linkId: string;
    };
    body: LinkPatch;
    answer: Link;
  };
  /** Take a link away */
  deleteLink: {
    path: {
      linkId: string;
    };
    answer: undefined;
  };
  /** Everybody who has a part in a deal, each with their roles */
  listDealContacts: {
    path: {
      dealId: string;
    };
    answer: ListDealContactsResponse;
  };
  /** Pairs of contacts, or of companies, that may be one, the most probable first */
  listDuplicates: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      kind?: "contact" | "company";
    };
    answer: ListDuplicatesResponse;
  };
  /** Who or what is there already, before a contact or a company is made */
  checkDuplicates: {
    body: {
      kind: "contact";
      record: NewContact;
    } | {
      kind: "company";
      record: NewCompany;
    };
    answer: CheckDuplicatesResponse;
  };
  /** Look for the duplicates of every contact, or of every company */
  runDuplicates: {
    body: NewDuplicateRun;
    answer: DuplicateRun;
  };
  /** Runs over all contacts or companies, newest first */
  listDuplicateRuns: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: DuplicateRunList;
  };
  /** A run and how far it is */
  getDuplicateRun: {
    path: {
      dedupeId: string;
    };
    answer: DuplicateRun;
  };
  /** The records that this one may be, the most probable first */
  listContactDuplicates: {
    path: {
      contactId: string;
    };
    answer: ListContactDuplicatesResponse;
  };
  /** The records that this one may be, the most probable first */
  listCompanyDuplicates: {
    path: {
      companyId: string;
    };
    answer: ListCompanyDuplicatesResponse;
  };
  /** Say that two records are not one */
  keepContactsApart: {
    path: {
      contactId: string;
      otherId: string;
    };
    answer: Link;
  };
  /** Take back that two records are not one */
  unkeepContactsApart: {
    path: {
      contactId: string;
      otherId: string;
    };
    answer: undefined;
  };
  /** Say that two records are not one */
  keepCompaniesApart: {
    path: {
      companyId: string;
      otherId: string;
    };
    answer: Link;
  };
  /** Take back that two records are not one */
  unkeepCompaniesApart: {
    path: {
      companyId: string;
      otherId: string;
    };
    answer: undefined;
  };
  /** Log a call, a meeting, a note or a post, or plan one */
  createActivity: {
    body: NewActivity;
    answer: Activity;
  };
  /** A contact’s activities with their whole text, newest first */
  listActivities: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      contactId: string;
    };
    answer: ActivityList;
  };
  /** Change an activity that is found by a key, or make it */
  upsertActivity: {
    query: {
      matchBy: "externalId";
    };
    body: UpsertActivityRequest;
    answer: Activity;
  };
  /** An activity with its whole text */
  getActivity: {
    path: {
      activityId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetActivityResponse;
  };
  /** Set an activity right */
  patchActivity: {
    path: {
      activityId: string;
    };
    body: ActivityPatch;
    answer: Activity;
  };
  /** Put an activity into the trash */
  deleteActivity: {
    path: {
      activityId: string;
    };
    answer: undefined;
  };
  /** The changes of an activity, newest first */
  listActivityHistory: {
    path: {
      activityId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 activities */
  batchCreateActivities: {
    body: BatchCreateActivitiesRequest;
    answer: ActivityBatchResults;
  };
  /** Change up to 100 activities */
  batchUpdateActivities: {
    body: BatchUpdateActivitiesRequest;
    answer: ActivityBatchResults;
  };
  /** Read up to 100 activities */
  batchReadActivities: {
    body: BatchReadActivitiesRequest;
    answer: ActivityBatchResults;
  };
  /** Everything that changed, in order, from where you were */
  listChanges: {
    query: {
      /** The most changes that are looked at. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** Begins at the end. Not together with a cursor. */
      from?: "now";
    };
    answer: ListChangesResponse;
  };
  /** Who did what, when and from where */
  listAudit: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      recordId?: string;
      /** A user’s, or that of the form, the mail or the schedule that acted. */
      actorId?: string;
      /** Included. 30 days before `to` where only time is asked for. */
      from?: string;
      /** Not included. Now where only time is asked for. */
      to?: string;
    };
    answer: AuditEntryList;
  };
  /** The custom fields of one kind of record, or of all, in their order */
  listFields: {
    query: {
      of?: CustomKind;
    };
    answer: ListFieldsResponse;
  };
  /** Add a custom field to a kind of record */
  createField: {
    body: NewField;
    answer: Field;
  };
  /** A custom field */
  getField: {
    path: {
      fieldId: string;
    };
    answer: Field;
  };
  /** Rename a field, or change what it asks for */
  patchField: {
    path: {
      fieldId: string;
    };
    body: FieldPatch;
    answer: Field;
  };
  /** Delete a field that is in the archive */
  deleteField: {
    path: {
      fieldId: string;
    };
    answer: undefined;
  };
  /** Make a task */
  createTask: {
    body: NewTask;
    answer: Task;
  };
  /** Tasks: mine, somebody’s, nobody’s, all; a deal’s, a contact’s, a company’s; by a tag or a filter */
  listTasks: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** Whose tasks; `none` for those of nobody, `any` for all that one may see. Yours where nothing is said, and all with `tag`, `filter` or `externalId`. */
      ownerId?: "me" | "none" | "any" | string;
      dealId?: string;
      contactId?: string;
      companyId?: string;
      /** `open` where nothing is said, `any` with `tag`, `filter` or `externalId`. */
      status?: "open" | "done" | "any";
      /** `due` where nothing is said: as they are worked off. */
      sort?: "created" | "updated" | "due";
      /** Overdue first, done ones newest first, where it is left out. */
      direction?: PageDirection;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      externalId?: string;
    };
    answer: TaskList;
  };
  /** Change a task that is found by a key, or make it */
  upsertTask: {
    query: {
      matchBy: "externalId";
    };
    body: TaskPatch;
    answer: Task;
  };
  /** A task */
  getTask: {
    path: {
      taskId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetTaskResponse;
  };
  /** Change a task */
  patchTask: {
    path: {
      taskId: string;
    };
    body: TaskPatch;
    answer: Task;
  };
  /** Put a task into the trash */
  deleteTask: {
    path: {
      taskId: string;
    };
    answer: undefined;
  };
  /** Say that a task is done */
  completeTask: {
    path: {
      taskId: string;
    };
    answer: Task;
  };
  /** Say that a task is not done after all */
  reopenTask: {
    path: {
      taskId: string;
    };
    answer: Task;
  };
  /** The same as `listTasks`, for conditions longer than a URL */
  searchTasks: {
    body: SearchTasksRequest;
    answer: TaskList;
  };
  /** The changes of a task, newest first */
  listTaskHistory: {
    path: {
      taskId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 tasks */
  batchCreateTasks: {
    body: BatchCreateTasksRequest;
    answer: TaskBatchResults;
  };
  /** Change up to 100 tasks */
  batchUpdateTasks: {
    body: BatchUpdateTasksRequest;
    answer: TaskBatchResults;
  };
  /** Read up to 100 tasks */
  batchReadTasks: {
    body: BatchReadTasksRequest;
    answer: TaskBatchResults;
  };
  /** Whom to call today, what is about to close, who is going quiet, whose birthday it is */
  getToday: {
    query: {
      ownerId?: OwnerQuery;
    };
    answer: Today;
  };
  /** What I am told of, newest first */
  listNotifications: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** `true`: only those that are unread. */
      unread?: "true" | "false";
    };
    answer: ListNotificationsResponse;
  };
  /** Mark a notification as read */
  readNotification: {
    path: {
      notificationId: string;
    };
    answer: ReadNotificationResponse;
  };
  /** Mark all notifications up to a moment as read */
  readAllNotifications: {
    body: ReadAllNotificationsRequest;
    answer: ReadAllNotificationsResponse;
  };
  /** The workspace’s segments, oldest first */
  listSegments: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** Only those of this kind of record. */
      of?: "contact" | "company" | "deal" | "task" | "order" | "ticket";
    };
    answer: SegmentList;
  };
  /** Make a segment */
  createSegment: {
    body: NewSegment;
    answer: Segment;
  };
  /** A segment and how many members it has */
  getSegment: {
    path: {
      segmentId: string;
    };
    answer: SegmentPage;
  };
  /** Rename a segment, or change its condition */
  patchSegment: {
    path: {
      segmentId: string;
    };
    body: SegmentPatch;
    answer: Segment;
  };
  /** Delete a segment; its members stay as they are */
  deleteSegment: {
    path: {
      segmentId: string;
    };
    answer: undefined;
  };
  /** The records in a segment, newest first */
  listSegmentMembers: {
    path: {
      segmentId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: MemberPage;
  };
  /** Try a condition on the newest records */
  previewSegment: {
    body: PreviewSegmentRequest;
    answer: Preview;
  };
  /** My views and those that are shared, by kind and position */
  listViews: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** Only those of this kind of record. */
      of?: "contact" | "company" | "deal" | "task" | "order" | "product" | "ticket";
    };
    answer: ViewList;
  };
  /** Keep a view */
  createView: {
    body: NewView;
    answer: View;
  };
  /** A view of mine, or one that is shared */
  getView: {
    path: {
      viewId: string;
    };
    answer: View;
  };
  /** Change a view */
  patchView: {
    path: {
      viewId: string;
    };
    body: ViewPatch;
    answer: View;
  };
  /** Delete a view; the records in it stay as they are */
  deleteView: {
    path: {
      viewId: string;
    };
    answer: undefined;
  };
  /** What scores come from: a model card for each purpose */
  getScoring: {
    answer: GetScoringResponse;
  };
  /** The rules by which leads are scored */
  getScoringRules: {
    answer: ScoringRules;
  };
  /** Replace the rules by which leads are scored */
  putScoringRules: {
    body: ScoringRulesInput;
    answer: ScoringRules;
  };
  /** Learn from the workspace’s outcomes now */
  learnScoring: {
    answer: LearnScoringResponse;
  };
  /** Learn anew how customers leave */
  learnRisk: {
    answer: LearnRiskResponse;
  };
  /** Records of every kind by words, e-mail addresses and phone numbers */
  search: {
    query: {
      /** At most six words count. */
      q: string;
      /** Of contact, company, deal, task, ticket, order, product, promise, which; with commas between. All where it is left out. */
      types?: string;
      /** The most answers. */
      limit?: number;
    };
    answer: SearchResponse;
  };
  /** Make a deal */
  createDeal: {
    body: NewDeal;
    answer: Deal;
  };
  /** The deals that one may see: all of them, or a stage’s */
  listDeals: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** `created` where it is left out; not with a stage. */
      sort?: "created" | "updated" | "name" | "closeOn" | "amount";
      /** Newest and greatest first, by name from A to Z, by close date the next first, where it is left out; not with a stage. */
      direction?: PageDirection;
      ownerId?: OwnerQuery;
      tag?: string;
      /** A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`. */
      filter?: string;
      companyId?: string;
      status?: DealStatus;
      externalId?: string;
      /** The workspace's default where it is left out. */
      pipelineId?: string;
      stageId?: string;
    };
    answer: ListedDealList;
  };
  /** Change a deal that is found by a key, or make it */
  upsertDeal: {
    query: {
      matchBy: "externalId";
    };
    body: DealPut;
    answer: Deal;
  };
  /** A deal with its time in each stage and the newest of its timeline */
  getDeal: {
    path: {
      dealId: string;
    };
    query: {
      /** The record alone as it stood at this moment: 404 before it was made, 410 where an erasure took what it was, 422 where it has changed more than 500 times since. */
      asOf?: string;
    };
    answer: GetDealResponse;
  };
  /** Change a deal */
  patchDeal: {
    path: {
      dealId: string;
    };
    body: DealPatch;
    answer: Deal;
  };
  /** Put a deal into the trash */
  deleteDeal: {
    path: {
      dealId: string;
    };
    answer: undefined;
  };
  /** Move an open deal to another stage of its pipeline, or to another pipeline */
  moveDeal: {
    path: {
      dealId: string;
    };
    body: MoveDeal;
    answer: Deal;
  };
  /** Bring a won or lost deal back into an open stage */
  reopenDeal: {
    path: {
      dealId: string;
    };
    body: ReopenDeal;
    answer: Deal;
  };
  /** The same as `listDeals`, for conditions longer than a URL */
  searchDeals: {
    body: SearchDealsRequest;
    answer: ListedDealList;
  };
  /** A contact’s deals, open ones first, newest first */
  listContactDeals: {
    path: {
      contactId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: DealList;
  };
  /** Everything that happened with a deal, newest first */
  listDealTimeline: {
    path: {
      dealId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: TimelineEntryList;
  };
  /** A pipeline’s stages, each with its count, sums and first 20 deals */
  getBoard: {
    query: {
      /** The workspace's default where it is left out. */
      pipelineId?: string;
      ownerId?: OwnerQuery;
    };
    answer: Board;
  };
  /** The changes of a deal, newest first */
  listDealHistory: {
    path: {
      dealId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Make up to 100 deals */
  batchCreateDeals: {
    body: BatchCreateDealsRequest;
    answer: DealBatchResults;
  };
  /** Change up to 100 deals */
  batchUpdateDeals: {
    body: BatchUpdateDealsRequest;
    answer: DealBatchResults;
  };
  /** Read up to 100 deals */
  batchReadDeals: {
    body: BatchReadDealsRequest;
    answer: DealBatchResults;
  };
  /** The workspace’s pipelines with their stages, oldest first */
  listPipelines: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: PipelineList;
  };
  /** Make a pipeline */
  createPipeline: {
    body: NewPipeline;
    answer: Pipeline;
  };
  /** A pipeline with its stages in order */
  getPipeline: {
    path: {
      pipelineId: string;
    };
    answer: Pipeline;
  };
  /** Rename, reorder, add or remove stages, or change what they ask for */
  patchPipeline: {
    path: {
      pipelineId: string;
    };
    body: PipelinePatch;
    answer: Pipeline;
  };
  /** Delete a pipeline that has no deals */
  deletePipeline: {
    path: {
      pipelineId: string;
    };
    answer: undefined;
  };
  /** The reports that there are, and their lists and figures */
  listReports: {
    answer: ReportList;
  };
  /** What was opened, won and lost, what it came to and how long it took */
  getSalesReport: {
    query: {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: DealDimension;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: SalesReport;
  };
  /** Where deals go on, and where they drop out */
  getFunnelReport: {
    query: {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: DealDimension;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: FunnelReport;
  };
  /** What open deals come to, by stage and by the month in which they are expected */
  getForecastReport: {
    query: {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      splitBy?: "owner" | "team" | "source" | "campaign" | "company" | "industry" | "product" | "custom";
      ownerId?: OwnerQuery;
    };
    answer: ForecastReport;
  };
  /** What was bought: revenue, orders and units */
  getOrderReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: OrderDimension;
      /** The lines of one product alone, which is not split any further. */
      productId?: string;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: OrderReport;
  };
  /** In which months of the year what sells best */
  getSeasonReport: {
    query: {
      /** The first month: 35 before `to` where it is left out. */
      from?: string;
      /** The last month: the one before the present (UTC) where it is left out. */
      to?: string;
      splitBy?: "product" | "category";
      /** One product alone; what it is split by is of no matter then. */
      productId?: string;
      measure?: SeasonMeasure;
      /** Of revenue; the workspace's where it is left out. */
      currency?: string;
      ownerId?: OwnerQuery;
    };
    answer: SeasonReport;
  };
  /** Who bought: new customers and those who came back */
  getCustomerReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: CustomerDimension;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: CustomerReport;
  };
  /** How many of those who first bought in a month came back in later ones */
  getCohortReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      ownerId?: OwnerQuery;
    };
    answer: CohortReport;
  };
  /** What became of leads, by where they came from */
  getLeadReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: LeadDimension;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: LeadReport;
  };
  /** How much is known of contacts, and what is wrong with them */
  getQualityReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: LeadDimension;
      ownerId?: OwnerQuery;
    };
    answer: QualityReport;
  };
  /** What was done: calls, mails, meetings, notes and tasks, by who did it */
  getActivityReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: "owner" | "team";
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: ActivityReport;
  };
  /** How soon those were answered who came to us */
  getResponseReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      splitBy?: LeadDimension;
      ownerId?: OwnerQuery;
      /** With the period of the same length just before. */
      compare?: "before";
    };
    answer: ResponseReport;
  };
  /** Who uses Rapport: days here, activities, tasks done and overdue */
  getUseReport: {
    query: {
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
    };
    answer: UseReport;
  };
  /** What was spent on sources and campaigns, month by month */
  listSpend: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
    };
    answer: SpendList;
  };
  /** Say what was spent on a source in a month */
  putSpend: {
    body: PutSpend;
    answer: Spend;
  };
  /** Nothing was spent after all */
  deleteSpend: {
    path: {
      spendId: string;
    };
    answer: undefined;
  };
  /** What people, teams and the workspace are to reach, month by month */
  listTargets: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
    };
    answer: TargetList;
  };
  /** Say what somebody is to reach in a month */
  putTarget: {
    body: PutTarget;
    answer: Target;
  };
  /** Take a target back */
  deleteTarget: {
    path: {
      targetId: string;
    };
    answer: undefined;
  };
  /** What users or teams have won, against what they were to reach */
  getPerformanceReport: {
    query: {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      /** With the period of the same length just before. */
      compare?: "before";
      /** Teams for who reaches everybody’s deals. */
      by?: "owner" | "team";
    };
    answer: PerformanceReport;
  };
  /** What each source or campaign brings: leads, customers, revenue, and what is spent on it */
  getSourceReport: {
    query: {
      /** The workspace’s default where it is left out. */
      pipelineId?: string;
      /** The first month, like 2026-01: eleven before `to` where it is left out. */
      from?: string;
      /** The last month: the present one (UTC) where it is left out. */
      to?: string;
      /** With the period of the same length just before. */
      compare?: "before";
      splitBy?: "source" | "campaign";
    };
    answer: SourceReport;
  };
  /** My dashboards and those that are shared, by name */
  listDashboards: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: DashboardList;
  };
  /** Keep reports side by side */
  createDashboard: {
    body: NewDashboard;
    answer: Dashboard;
  };
  /** A dashboard of mine, or one that is shared */
  getDashboard: {
    path: {
      dashboardId: string;
    };
    answer: Dashboard;
  };
  /** Change a dashboard */
  patchDashboard: {
    path: {
      dashboardId: string;
    };
    body: DashboardPatch;
    answer: Dashboard;
  };
  /** Delete a dashboard; the records that its reports are of stay as they are */
  deleteDashboard: {
    path: {
      dashboardId: string;
    };
    answer: undefined;
  };
  /** What a tile says now */
  getTileFigures: {
    path: {
      dashboardId: string;
      tileId: string;
    };
    answer: TileFigures;
  };
  /** When a dashboard is mailed to me */
  getDashboardSubscription: {
    path: {
      dashboardId: string;
    };
    answer: Subscription;
  };
  /** Have a dashboard mailed to me every week */
  putDashboardSubscription: {
    path: {
      dashboardId: string;
    };
    body: PutSubscription;
    answer: Subscription;
  };
  /** Have a dashboard mailed to me no more */
  deleteDashboardSubscription: {
    path: {
      dashboardId: string;
    };
    answer: undefined;
  };
  /** The members of the workspace, by name */
  listUsers: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: UserList;
  };
  /** Invite somebody by their e-mail address */
  inviteUser: {
    body: Invitation;
    answer: User;
  };
  /** Who I am in this workspace, and what I may do */
  getMe: {
    answer: GetMeResponse;
  };
  /** Change my name and my preferences */
  patchMe: {
    body: MePatch;
    answer: Myself;
  };
  /** Get another address for my drop-box */
  rotateDropBox: {
    answer: RotateDropBoxResponse;
  };
  /** A user; a stub of one who was removed */
  getUser: {
    path: {
      userId: string;
    };
    answer: GetUserResponse;
  };
  /** Change somebody’s name or roles */
  patchUser: {
    path: {
      userId: string;
    };
    body: UserPatch;
    answer: User;
  };
  /** Remove somebody who is deactivated for good */
  removeUser: {
    path: {
      userId: string;
    };
    answer: undefined;
  };
  /** Send the invitation again, with a new first password */
  resendInvitation: {
    path: {
      userId: string;
    };
    answer: User;
  };
  /** Shut somebody out, and hand over what they have open */
  deactivateUser: {
    path: {
      userId: string;
    };
    body: DeactivateUserRequest;
    answer: DeactivateUserResponse;
  };
  /** Let somebody in again, with the roles that they had */
  reactivateUser: {
    path: {
      userId: string;
    };
    answer: User;
  };
  /** The roles that there are: the built-in ones, then the workspace’s own by name */
  listRoles: {
    answer: ListRolesResponse;
  };
  /** Make a role, from a policy or from another role */
  createRole: {
    body: NewRole;
    answer: Role;
  };
  /** A role with its policy; `admin`, `rep` and the like for a built-in one */
  getRole: {
    path: {
      roleId: RoleId;
    };
    answer: Role;
  };
  /** Rename a role, or change what it allows */
  patchRole: {
    path: {
      roleId: RoleId;
    };
    body: RolePatch;
    answer: Role;
  };
  /** Delete a role that nobody has */
  deleteRole: {
    path: {
      roleId: RoleId;
    };
    answer: undefined;
  };
  /** The workspace’s teams with their members and managers, by name */
  listTeams: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: TeamList;
  };
  /** Make a team */
  createTeam: {
    body: NewTeam;
    answer: Team;
  };
  /** A team with its members and managers */
  getTeam: {
    path: {
      teamId: string;
    };
    answer: Team;
  };
  /** Rename a team, or say who is in it and who manages it */
  patchTeam: {
    path: {
      teamId: string;
    };
    body: TeamPatch;
    answer: Team;
  };
  /** Delete a team; its members stay in the workspace */
  deleteTeam: {
    path: {
      teamId: string;
    };
    answer: undefined;
  };
  /** Put somebody into a team */
  addTeamMember: {
    path: {
      teamId: string;
      userId: string;
    };
    answer: Team;
  };
  /** Take somebody out of a team */
  removeTeamMember: {
    path: {
      teamId: string;
      userId: string;
    };
    answer: undefined;
  };
  /** The workspaces of my credential */
  listWorkspaces: {
    answer: ListWorkspacesResponse;
  };
  /** Make another workspace, whose administrator one is */
  createWorkspace: {
    body: NewWorkspace;
    answer: Workspace;
  };
  /** The workspace and its settings */
  getWorkspace: {
    answer: Workspace;
  };
  /** Change the workspace’s settings */
  patchWorkspace: {
    body: WorkspacePatch;
    answer: Workspace;
  };
  /** Where I am signed in, the newest first */
  listSessions: {
    answer: ListSessionsResponse;
  };
  /** Sign out everywhere */
  signOutEverywhere: {
    answer: undefined;
  };
  /** Sign out */
  signOut: {
    answer: undefined;
  };
  /** End one of my sessions, or of a user of the workspace */
  endSession: {
    path: {
      sessionId: string;
    };
    answer: undefined;
  };
  /** Make an API key */
  createKey: {
    body: NewKey;
    answer: CreateKeyResponse;
  };
  /** API keys of the workspace, the newest first */
  listKeys: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: KeyList;
  };
  /** An API key, without the key */
  getKey: {
    path: {
      keyId: string;
    };
    answer: Key;
  };
  /** Rename an API key, or let it expire earlier */
  patchKey: {
    path: {
      keyId: string;
    };
    body: KeyPatch;
    answer: Key;
  };
  /** Revoke an API key */
  revokeKey: {
    path: {
      keyId: string;
    };
    answer: undefined;
  };
  /** Make a form */
  createForm: {
    body: NewForm;
    answer: CreateFormResponse;
  };
  /** Forms, newest first */
  listForms: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ListFormsResponse;
  };
  /** A form with its snippet */
  getForm: {
    path: {
      formId: string;
    };
    answer: GetFormResponse;
  };
  /** Change or close a form */
  patchForm: {
    path: {
      formId: string;
    };
    body: FormPatch;
    answer: PatchFormResponse;
  };
  /** Delete a form */
  deleteForm: {
    path: {
      formId: string;
    };
    answer: undefined;
  };
  /** What was sent with a form, newest first */
  listSubmissions: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      formId: string;
    };
    answer: ListSubmissionsResponse;
  };
  /** Put what a submission says differently on its contact */
  acceptSubmission: {
    path: {
      submissionId: string;
    };
    body: AcceptSubmissionRequest;
    answer: Contact;
  };
  /** Send a form */
  submitForm: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    body: SubmitFormRequest;
    answer: SubmitFormResponse;
  };
  /** Whether a page may send the form by script */
  preflightSubmission: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    answer: undefined;
  };
  /** Whether a page may send page views */
  preflightPageView: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    answer: undefined;
  };
  /** Say that a visitor who consented looks at a page */
  sendPageView: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    body: SendPageViewRequest;
    answer: undefined;
  };
  /** The signed moment at which a page opened */
  getFillTime: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    answer: GetFillTimeResponse;
  };
  /** The script that makes a `<form data-rapport>` of any page work */
  getEmbedScript: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    answer: string;
  };
  /** The page that a browser is sent to after a form without a redirect */
  getThanks: {
    path: {
      /** `fk_` and 22 letters and digits. */
      formKey: string;
    };
    answer: string;
  };
  /** What became of all mail that was received */
  getMailIntake: {
    answer: GetMailIntakeResponse;
  };
  /** Received messages by what became of them, newest first */
  listMailIntake: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      status?: IntakeStatus;
      reason?: Reason;
    };
    answer: ListMailIntakeResponse;
  };
  /** A received message, and what became of it */
  getMailIntakeMessage: {
    path: {
      intakeId: string;
    };
    answer: GetMailIntakeMessageResponse;
  };
  /** Try a failed message again */
  retryMailIntakeMessage: {
    path: {
      intakeId: string;
    };
    answer: RetryMailIntakeMessageResponse;
  };
  /** The whole mail behind an activity */
  getActivityMail: {
    path: {
      activityId: string;
    };
    answer: Mail;
  };
  /** Make an address that people can write to */
  createMailbox: {
    body: NewMailbox;
    answer: Mailbox;
  };
  /** Mailboxes by address */
  listMailboxes: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: MailboxList;
  };
  /** A mailbox */
  getMailbox: {
    path: {
      mailboxId: string;
    };
    answer: Mailbox;
  };
  /** Change a mailbox */
  patchMailbox: {
    path: {
      mailboxId: string;
    };
    body: MailboxPatch;
    answer: Mailbox;
  };
  /** Remove a mailbox */
  deleteMailbox: {
    path: {
      mailboxId: string;
    };
    answer: undefined;
  };
  /** Make a mail template */
  createTemplate: {
    body: NewTemplate;
    answer: Template;
  };
  /** Mail templates by name */
  listTemplates: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: TemplateList;
  };
  /** A mail template */
  getTemplate: {
    path: {
      templateId: string;
    };
    answer: Template;
  };
  /** Change a mail template */
  patchTemplate: {
    path: {
      templateId: string;
    };
    body: TemplatePatch;
    answer: Template;
  };
  /** Delete a mail template */
  deleteTemplate: {
    path: {
      templateId: string;
    };
    answer: undefined;
  };
  /** A mail template as a contact would get it */
  previewTemplate: {
    path: {
      templateId: string;
    };
    body: PreviewTemplateRequest;
    answer: PreviewTemplateResponse;
  };
  /** A text with blanks as a contact would get it, before it is saved or sent */
  previewMail: {
    body: MailDraft;
    answer: PreviewMailResponse;
  };
  /** Write a mail to a contact */
  createContactMail: {
    path: {
      contactId: string;
    };
    body: NewContactMail;
    answer: Message;
  };
  /** The mails to a contact, sent and not, newest first */
  listContactMails: {
    path: {
      contactId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ContactMailList;
  };
  /** Change a mail that has not left */
  patchContactMail: {
    path: {
      contactId: string;
      messageId: string;
    };
    body: ContactMailPatch;
    answer: Message;
  };
  /** Take back a mail that has not left */
  cancelContactMail: {
    path: {
      contactId: string;
      messageId: string;
    };
    answer: undefined;
  };
  /** Mails that Rapport sends, newest first */
  listOutboundMail: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      status?: MessageStatus;
    };
    answer: MessageSummaryList;
  };
  /** A mail that Rapport sends, with what it says and what became of it */
  getOutboundMail: {
    path: {
      messageId: string;
    };
    answer: Message;
  };
  /** Say whether a doubtful mail was sent */
  resolveOutboundMail: {
    path: {
      messageId: string;
    };
    body: ResolveOutboundMailRequest;
    answer: Message;
  };
  /** Whether mail that goes out from here is believed */
  getSendingDomain: {
    answer: SendingDomain;
  };
  /** The page behind the link in a marketing mail */
  getUnsubscribePage: {
    path: {
      token: string;
    };
    answer: string;
  };
  /** Unsubscribe by one click */
  unsubscribe: {
    path: {
      token: string;
    };
    body: UnsubscribeRequest | URLSearchParams | FormData;
    answer: string;
  };
  /** The page on which somebody says what mail they want */
  getMailPreferences: {
    path: {
      token: string;
    };
    answer: string;
  };
  /** Say what mail one wants */
  setMailPreferences: {
    path: {
      token: string;
    };
    body: ChosenPreferences | URLSearchParams | FormData;
    answer: string;
  };
  /** The page behind the link in a dashboard’s mail */
  getDashboardMailPage: {
    path: {
      token: string;
    };
    answer: string;
  };
  /** Stop a dashboard’s mails by one click */
  stopDashboardMail: {
    path: {
      token: string;
    };
    body: StopDashboardMailRequest | URLSearchParams | FormData;
    answer: string;
  };
  /** Addresses that get no marketing mail, newest first */
  listSuppressions: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      /** `unsubscribed`: they said so, by a link of a mail. `bounced`: a mail came back for good. `complained`: they called one spam. `manual`: somebody of the workspace put it there. */
      reason?: "unsubscribed" | "bounced" | "complained" | "manual";
    };
    answer: ListSuppressionsResponse;
  };
  /** Send an address no marketing mail any more */
  createSuppression: {
    body: NewSuppression;
    answer: CreateSuppressionResponse;
  };
  /** Whether an address gets marketing mail, by any spelling of it */
  lookUpSuppression: {
    query: {
      address: string;
    };
    answer: LookUpSuppressionResponse;
  };
  /** Let an address have marketing mail again */
  deleteSuppression: {
    path: {
      suppressionId: string;
    };
    answer: undefined;
  };
  /** The page behind a link to rate a ticket or a deal */
  getRatingPage: {
    path: {
      token: string;
    };
    answer: string;
  };
  /** Rate a ticket or a deal */
  giveRating: {
    path: {
      token: string;
    };
    body: GivenRating | URLSearchParams | FormData;
    answer: string;
  };
  /** Report a call, and learn who is calling */
  reportCall: {
    body: NewCall;
    answer: CallAnswer;
  };
  /** Make a rule */
  createRule: {
    body: NewRule;
    answer: Rule;
  };
  /** Rules, oldest first */
  listRules: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: RuleList;
  };
  /** A rule with its draft */
  getRule: {
    path: {
      ruleId: string;
    };
    answer: Rule;
  };
  /** Rename a rule, or change its draft */
  patchRule: {
    path: {
      ruleId: string;
    };
    body: RulePatch;
    answer: Rule;
  };
  /** Delete a rule */
  deleteRule: {
    path: {
      ruleId: string;
    };
    answer: undefined;
  };
  /** Make a rule’s draft its live version */
  publishRule: {
    path: {
      ruleId: string;
    };
    answer: Rule;
  };
  /** Have a rule begin nothing for now */
  pauseRule: {
    path: {
      ruleId: string;
    };
    answer: Rule;
  };
  /** Let a paused rule begin runs again */
  resumeRule: {
    path: {
      ruleId: string;
    };
    answer: Rule;
  };
  /** What was published of a rule, newest first */
  listRuleVersions: {
    path: {
      ruleId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: RuleVersionList;
  };
  /** What a rule would have done */
  dryRunRule: {
    path: {
      ruleId: string;
    };
    body: DryRun;
    answer: DryRunAnswer;
  };
  /** What a rule has done, newest first */
  listRuleRuns: {
    path: {
      ruleId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      status?: "waiting" | "failed" | "stopped";
    };
    answer: RunSummaryList;
  };
  /** A run with what came of each step */
  getRuleRun: {
    path: {
      ruleId: string;
      runId: string;
    };
    answer: Run;
  };
  /** Stop a run */
  cancelRuleRun: {
    path: {
      ruleId: string;
      runId: string;
    };
    answer: Run;
  };
  /** What rules have done for a record, newest first */
  listRecordRuleRuns: {
    path: {
      recordId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: RunSummaryList;
  };
  /** Begin a file on a record */
  createFile: {
    body: NewFile;
    answer: CreateFileResponse;
  };
  /** The files of a record, newest first */
  listFiles: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      recordId: string;
    };
    answer: FileList;
  };
  /** Begin a new version of a file */
  createFileVersion: {
    path: {
      fileId: string;
    };
    body: NewVersion;
    answer: CreateFileVersionResponse;
  };
  /** A file with its versions */
  getFile: {
    path: {
      fileId: string;
    };
    answer: File;
  };
  /** Rename a file, or say what it is */
  patchFile: {
    path: {
      fileId: string;
    };
    body: FilePatch;
    answer: File;
  };
  /** Delete a file */
  deleteFile: {
    path: {
      fileId: string;
    };
    answer: undefined;
  };
  /** A link to a file’s bytes */
  downloadFile: {
    path: {
      fileId: string;
    };
    query: {
      version?: number;
    };
    answer: DownloadFileResponse;
  };
  /** Have a deleted file back */
  restoreFile: {
    path: {
      fileId: string;
    };
    answer: File;
  };
  /** Say what a scanner found in a version */
  setScanResult: {
    path: {
      fileId: string;
    };
    body: SetScanResultRequest;
    answer: File;
  };
  /** The changes of a file, newest first */
  listFileHistory: {
    path: {
      fileId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: HistoryEntryList;
  };
  /** Have what happens posted to a URL of yours */
  createWebhook: {
    body: NewWebhook;
    answer: CreateWebhookResponse;
  };
  /** Webhooks, newest first */
  listWebhooks: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ListWebhooksResponse;
  };
  /** A webhook, without its secret */
  getWebhook: {
    path: {
      webhookId: string;
    };
    answer: GetWebhookResponse;
  };
  /** Change or pause a webhook */
  patchWebhook: {
    path: {
      webhookId: string;
    };
    body: WebhookPatch;
    answer: PatchWebhookResponse;
  };
  /** Delete a webhook with its secrets and its log */
  deleteWebhook: {
    path: {
      webhookId: string;
    };
    answer: undefined;
  };
  /** Give a webhook another secret */
  rotateWebhookSecret: {
    path: {
      webhookId: string;
    };
    answer: RotateWebhookSecretResponse;
  };
  /** Let a paused webhook go on */
  resumeWebhook: {
    path: {
      webhookId: string;
    };
    answer: ResumeWebhookResponse;
  };
  /** Post a `webhook.ping` to a webhook’s URL */
  testWebhook: {
    path: {
      webhookId: string;
    };
    answer: TestWebhookResponse;
  };
  /** What a webhook was told, newest first */
  listWebhookDeliveries: {
    path: {
      webhookId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      status?: "retrying" | "failed";
    };
    answer: ListWebhookDeliveriesResponse;
  };
  /** A delivery with its attempts */
  getWebhookDelivery: {
    path: {
      webhookId: string;
      deliveryId: string;
    };
    answer: GetWebhookDeliveryResponse;
  };
  /** Post a delivery again */
  redeliver: {
    path: {
      webhookId: string;
      deliveryId: string;
    };
    answer: RedeliverResponse;
  };
  /** The workspace’s imports, newest first */
  listImports: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ImportList;
  };
  /** Begin an import of a file */
  createImport: {
    body: NewImport;
    answer: CreateImportResponse;
  };
  /** An import and how far it is */
  getImport: {
    path: {
      importId: string;
    };
    answer: Import;
  };
  /** Say which column is which field, and what is meant otherwise than it is written */
  patchImport: {
    path: {
      importId: string;
    };
    body: ImportPatch;
    answer: Import;
  };
  /** Delete an import with its file and all that was read of it */
  deleteImport: {
    path: {
      importId: string;
    };
    answer: undefined;
  };
  /** Have the file read that was sent */
  readImport: {
    path: {
      importId: string;
    };
    body: ReadImport;
    answer: Import;
  };
  /** The rows of the file as they were read */
  listImportRows: {
    path: {
      importId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ListImportRowsResponse;
  };
  /** Try out what each row would become, and make nothing */
  checkImport: {
    path: {
      importId: string;
    };
    body: CheckImport;
    answer: Import;
  };
  /** The rows by what they would become */
  listCheckedRows: {
    path: {
      importId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      outcome?: RowOutcome;
    };
    answer: CheckedRowList;
  };
  /** Make of each row what the dry run said */
  runImport: {
    path: {
      importId: string;
    };
    body: RunImport;
    answer: Import;
  };
  /** Stop a run */
  stopImport: {
    path: {
      importId: string;
    };
    answer: Import;
  };
  /** Take back what an import has made */
  undoImport: {
    path: {
      importId: string;
    };
    answer: Import;
  };
  /** The rows by what became of them */
  listImportResults: {
    path: {
      importId: string;
    };
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
      result?: AnyResult;
    };
    answer: RowResultList;
  };
  /** The rows of which nothing was made, as a file to be mended */
  getImportErrors: {
    path: {
      importId: string;
    };
    answer: GetImportErrorsResponse;
  };
  /** A ticket for one connection that tells of others’ moves as they happen */
  createLiveTicket: {
    answer: CreateLiveTicketResponse;
  };
  /** Erase a person */
  eraseContact: {
    path: {
      contactId: string;
    };
    answer: Erasure;
  };
  /** Erasures, newest first */
  listErasures: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: ErasureList;
  };
  /** How far an erasure is */
  getErasure: {
    path: {
      erasureId: string;
    };
    answer: Erasure;
  };
  /** Ask for all there is of a person as one archive */
  exportContact: {
    path: {
      contactId: string;
    };
    answer: Export;
  };
  /** An archive, with a link to it once it is there */
  getExport: {
    path: {
      exportId: string;
    };
    answer: Export;
  };
  /** My exports, newest first */
  listDataExports: {
    query: {
      /** The most items of a page. */
      limit?: number;
      /** From the page before; only for the same list. */
      cursor?: string;
    };
    answer: DataExportList;
  };
  /** Have records written into a file */
  createDataExport: {
    body: NewDataExport;
    answer: DataExport;
  };
  /** Have all there is of the workspace written into one archive */
  createWorkspaceExport: {
    answer: DataExport;
  };
  /** How far an export is, with a link to its file once it is there */
  getDataExport: {
    path: {
      dataExportId: string;
    };
    answer: DataExport;
  };
  /** Cancel an export, or delete its file */
  deleteDataExport: {
    path: {
      dataExportId: string;
    };
    answer: undefined;
  };
};
