import type { Aliases } from '../term.ts';

/** Names that only programs write: of their interfaces, of their columns of a database, of vCard's properties. */
export const programs: Aliases = {
  firstName:
    'first_name, givenName, fname, contact_first_name, person_first_name, primary_contact_first_name, N Given, forename1, Default Given Name',
  lastName: 'last_name, familyName, sn, lname, contact_last_name, person_last_name, N Family, surname1',
  fullName:
    'displayName, contactname, cn, name_full, lead_name, primary_contact_name, FN, X-FN, Attendee Name, Recipient Name, Subscriber Name, complete_name, Invitee Name',
  middleName: 'additionalName, N Additional, OtherName',
  prefix: 'honorificPrefix, N Prefix, salutationcode',
  suffix: 'honorificSuffix, N Suffix',
  email:
    'emailAddress, mail, primary_contact_primary_email, email_from, login email, Invitee Email, Attendee Email, hs_email, Email Normalized',
  phone:
    'phonenumber, telephoneNumber, primary_contact_primary_phone, telephone1, DDI Number, TEL, Voice, Sanitized Number',
  phoneType: 'Phone Type, Phone Label, TEL Type',
  mobile:
    'mobilePhone, phone_mobile, hs_whatsapp_phone_number, mobilephone, SMS_PHONE, mobile1, phone_number_mobile',
  fax: 'facsimileTelephoneNumber, faxNumber, phone_fax',
  company:
    'o, org, organizationName, companyname, account_name, org_name, employer_name, partner_name, associatedcompany, commercial_company_name, parent_id name, default address company, ORG Name, billing company, organization_name',
  department: 'ou, departmentname, org_unit, ORG Unit',
  jobTitle: 'jobtitle, job_title, position_title, ROLE, occupation_title, job_position',
  birthday: 'bday, birthdate, date_of_birth, dateofbirth, anniversary_birth',
  street:
    'address1, line1, streetAddress, address_1, mailing_street, POAddressLine1, SAAddressLine1, default address address1, thoroughfare, street_address, addr1, billing address1, shipping address1, ADR Street, address line1',
  street2:
    'address2, line2, street2, address_2, POAddressLine2, SAAddressLine2, default address address2, addr2, ADR Extended, address line2, billing address2, shipping address2',
  city: 'l, POCity, SACity, addr_city, default address city, ADR Locality, address_city',
  region:
    'st, PORegion, SARegion, default address province code, default address province, state_id, ADR Region, address_state, state_id name, stateorprovince',
  postalCode:
    'zip, POPostalCode, SAPostalCode, default address zip, ADR Postal Code, address_postal_code, postcode_zip, postal_code',
  country:
    'POCountry, SACountry, default address country, default address country code, country_id, ADR Country, address_country, country_id name',
  website: 'wWWHomePage, website_url, homepage_url, web_url, web_site_url, websiteurl, hs_website',
  linkedin:
    'hs_linkedin_url, linkedin_profile_url, linkedin_url, linkedinbio, linkedin handle, social linkedin, LinkedIn Contact Profile URL',
  domain: 'hs_domain, website_domain, company_domain',
  tags: 'category_id, tag_list, CATEGORIES, label_names, category_ids, tag_ids, Category Names, group names',
  note: 'comment, NOTE, hs_notes, description_note, internal notes, notes1, hs content membership notes',
  owner:
    'hubspot_owner_id, owner_id, assigned_to, user_id, assigned_user_name, salesperson_id, user_id name, owner_name, owner name full, Owner Full Name, contact_owner',
  lifecycle: 'lifecyclestage, hs_lifecyclestage',
  status: 'hs_lead_status, lead_status, Leadstatus, Email Marketing Status, state_name',
  score: 'hubspotscore, leadscore, MEMBER_RATING, hs_score, ranking score',
  language: 'hs_language, lang, LANG, preferred_language, preferredLanguage, language_code',
  timeZone: 'TIMEZONE, hs_timezone, tz',
  id: 'id, hs_object_id, record_id, external_id, LEID, EUID, contactid, uid, AccountNumber, sfid, guid, objectid, X-ID, vid',
  createdAt:
    'createdate, created_at, created_on, date_created, create_date, createddate, date_entered, OPTIN_TIME, added_at, dateCreated, whenCreated, created_utc, CONFIRM_TIME, first_seen, REV created, DateTimeCreated, sign_up_at',
  source:
    'hs_analytics_source, leadsource, lead_source, utm_source, OPTIN_SOURCE, source_id, source_name, Original Source Type, First Touch Source',
  campaign: 'utm_campaign, campaign_name, campaignname',
  industry: 'industry_id, hs_industry, sector_name',
  employees: 'numberofemployees, employee_count, num_employees, company_size',
  revenue: 'annualrevenue, annual_revenue',
  parent: 'parent_id, parent_account_id, hs_parent_company_id',
  deal: 'dealname, deal_name, opportunity_name, deal_title, opportunityname',
  amount:
    'hs_amount, amount_total, expected_revenue, value_amount, deal_value, close_value, total_price, planned_revenue, order_total, subtotal_price_total',
  currency: 'currency_id, CurrencyIsoCode, deal_currency_code, hs_currency',
  pipeline: 'hs_pipeline, pipeline_id, team_id pipeline',
  stage: 'dealstage, stage_id, StageName, deal_stage, hs_dealstage, status_label',
  expectedCloseOn:
    'closedate, close_date, CloseDate, date_deadline, expected_close_date, closing_date, hs_closedate',
  openedOn: 'engage_date, open_date, opened_at, opened_on, start_date, date_opened, deal_start_date',
  closedAt: 'closed_at, won_time, date_closed, hs_closed_date, actual_close',
  lostReason: 'closed_lost_reason, lost_reason_id, loss_reason',
  wonReason: 'closed_won_reason, won_reason',
  product: 'product_id, product_name, item_name, ProductName, product_id name, default product name',
  sku: 'default_code, hs_sku, ProductCode, item_code, product_code, stock_code',
  category: 'categ_id, product_type, Family, product_category',
  price:
    'list_price, lst_price, unit_price, hs_price, price_unit, sales_price, UnitAmount, Unit Price Tax Excluded',
  unit: 'uom_id, QuantityUnitOfMeasure, unit_of_measure',
  active: 'IsActive, is_active, Product_Active',
  quantity: 'product_uom_qty, qty_ordered, hs_quantity, product_qty',
  order:
    'order_id, order_number, ordernumber, client_order_ref, increment_id, invoice_no, opportunity_id order',
  date: 'date_order, placed_at, ordered_at, order_date, date_start, hs_timestamp, ActivityDate, EffectiveDate, invoicedate, happened_at',
  kind: 'hs_activity_type, activity_type_id, activity_type',
  subject: 'hs_call_title, hs_meeting_title, subject_line, summary_line',
  text: 'hs_note_body, hs_call_body, hs_meeting_body, note_body',
  direction: 'hs_call_direction',
  duration: 'hs_call_duration, CallDurationInSeconds, duration_seconds, duration_minutes',
  outcome: 'hs_call_disposition, hs_meeting_outcome, CallDisposition',
};
