import type { Aliases } from '../term.ts';

export const english: Aliases = {
  firstName: 'First Name, Given Name, Forename, Firstname, First, Given, Christian Name, Fname, First Names',
  lastName: 'Last Name, Family Name, Surname, Lastname, Last, Family, Lname, Second Name',
  name: 'Name',
  fullName:
    'Full Name, Display Name, Formatted Name, Fullname, Contact, Contact Name, Person, Attendee, Person Name, Lead Name, Customer, Customer Name, Client Name, Client, FN',
  middleName:
    'Middle Name, Middle Names, Additional Name, Middle, Middlename, Middle Initial, Additional Names',
  prefix:
    'Prefix, Name Prefix, Salutation, Honorific, Honorific Prefix, Mr Mrs, Title Prefix, Form of Address',
  suffix: 'Suffix, Name Suffix, Honorific Suffix, Generational Suffix',
  nickname: 'Nickname, Nick Name, Preferred Name, Known As, Goes By, Informal Name',
  title: 'Title',
  email:
    'Email, Email Address, Mail, Email Addresses, Emails, Mail Address, Email ID, Email Addr, Contact Email',
  phone:
    'Phone, Phone Number, Telephone, Tel, Telephone Number, Phones, Phone Numbers, Phone No, Tel No, Contact Number, Main Phone, Landline, Direct Phone, Direct Dial, Direct Line, Ph, Call, Phone #',
  mobile:
    'Mobile, Mobile Phone, Cell, Cell Phone, Mobile Number, Cellphone, Cellular, Cell Number, Handphone, Mobile No, Cell Phone Number, Mobile Phone Number, WhatsApp, SMS, SMS Number, iPhone',
  fax: 'Fax, Fax Number, Fax Phone, Telefax, Facsimile, Fax No',
  company:
    'Company, Company Name, Organization, Organisation, Organization Name, Organisation Name, Employer, Business, Business Name, Account, Account Name, Firm, Firm Name, Org, Associated Company, Company Account, Primary Company, Current Company, Org Name, Workplace, Current Employer',
  department: 'Department, Organization Department, Dept, Division, Team, Org Department, Business Unit',
  jobTitle:
    'Job Title, Position, Role, Organization Title, Job Position, Jobtitle, Job, Designation, Job Role, Current Position, Function, Position Title, Current Title, Job Function',
  birthday: 'Birthday, Date of Birth, Birth Date, Birthdate, DOB, Bday, Born, Born On',
  birthYear: 'Birth Year, Year of Birth',
  birthMonth: 'Birth Month, Month of Birth',
  birthDay: 'Birth Day, Day of Birth',
  street:
    'Street, Address, Street Address, Address Line 1, Address 1, Street 1, Address Street, Addr, Address Line, Street Name, Address 1 Street, Street Line 1, Postal Address, Line 1, Address1',
  houseNumber: 'House Number, Street Number, House No, Street No, Building Number, House Nr',
  street2:
    'Street 2, Address Line 2, Address 2, Line 2, Extended Address, Street Address 2, Apartment, Suite, Unit Number, Street Line 2, Apt, Address2, Address Extended',
  city: 'City, Town, Locality, City Town, Suburb, Place, Address City, Address Locality, City Name, Town City',
  region:
    'State, Region, Province, State Province, County, State Region, State Code, Prefecture, Province State, Address State, Address Region, State Province Code, Province Code, State or Province, Administrative Area',
  postalCode:
    'Postal Code, Zip, Zip Code, Postcode, ZIP Postal Code, Postalcode, Zip Postcode, Pin Code, PLZ, Zip Code Postal Code, Address Zip, Address Postcode, Postal, Post Code Zip',
  country: 'Country, Country Region, Nation, Country Code, Country Name, Address Country, Country Territory',
  website:
    'Website, Web Page, Webpage, URL, Homepage, Home Page, Web, Site, Web Address, Website URL, Web Site, Company Website, Personal Website, Web URL, Blog, Websites, Internet',
  linkedin:
    'LinkedIn, LinkedIn URL, LinkedIn Profile, LinkedIn Link, Person LinkedIn URL, LinkedIn Profile URL',
  domain:
    'Domain, Company Domain, Domain Name, Company Domain Name, Email Domain, Web Domain, Domains, Primary Domain',
  tags: 'Tags, Labels, Categories, Category, Group, Groups, Keywords, Group Membership, Tag, Label, Segments, Lists, List, Segment, Topics, Contact Groups, Member Of',
  note: 'Notes, Note, Comments, Comment, Remarks, Info, Memo, Additional Information, Remark, Message, Additional Notes, Free Text, Background, Background Info, About, Bio, Description, Annotations',
  description: 'Description, Details, Long Description, Summary, Body HTML, Product Description, About Us',
  owner:
    'Owner, Owner Email, Assigned To, Account Manager, Sales Rep, Salesperson, Sales Person, Representative, Owner Name, Assignee, Responsible, Account Owner, Sales Owner, Owner Alias, Record Owner, Assigned User, Sales Agent, Rep, Responsible Person, Contact Owner, Lead Owner, Deal Owner, Opportunity Owner, Owner ID, Assigned Rep, Relationship Manager',
  lifecycle:
    'Lifecycle, Lifecycle Stage, Stage, Life Cycle Stage, Contact Stage, Customer Stage, Lead Stage, Contact Type',
  status:
    'Status, Lead Status, Contact Status, State Of Lead, Prospect Status, Subscription Status, Current Status',
  score: 'Score, Lead Score, Contact Score, HubSpot Score, Engagement Score, Rating Score, Person Score',
  language:
    'Language, Preferred Language, Locale, Language Code, Lang, Correspondence Language, Email Language',
  timeZone: 'Time Zone, Timezone, TZ',
  id: 'ID, External ID, Record ID, Contact ID, Person ID, Customer ID, Reference, UID, Customer Number, Customer No, Identifier, Unique ID, Lead ID, User ID, UUID, Legacy ID, Source ID, Client ID, Ref, GUID, External Key, Subscriber ID, Member ID, Vid, Customer Code',
  createdAt:
    'Created, Created At, Create Date, Created Date, Creation Date, Date Created, Created On, Created Time, Date Added, Added, Added On, Created UTC, Sign Up Date, Signup Date, Joined, Registered, Registration Date, Subscribed At, Add Time, Creation Time, Entry Date, Connected On, Customer Since, Created Timestamp, Timestamp',
  source:
    'Source, Lead Source, Contact Source, Original Source, Channel, Origin, Acquisition Channel, Referral Source, Marketing Source, How Did You Hear About Us, Lead Origin, Original Traffic Source',
  campaign:
    'Campaign, Campaign Name, Campaign Source, Source Campaign, Primary Campaign Source, Marketing Campaign',
};
