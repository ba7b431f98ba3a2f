/** What the parts of the settings are called, and what each is for. */
export const parts = {
  workspace: {
    name: 'Workspace',
    about: 'What holds for everybody here: the name, the money, the calendar, where new deals begin.',
  },
  users: {
    name: 'Users',
    about:
      'Who works here and what they may. People who leave are deactivated, and what they have is handed over.',
  },
  teams: {
    name: 'Teams',
    about:
      'Who sees whose records: a role that reaches the team reaches what its members own. Managers reach it too.',
  },
  roles: {
    name: 'Roles',
    about: 'What people may do to which records, which fields they see, and which settings they may change.',
  },
  pipelines: {
    name: 'Pipelines',
    about: 'The stages that deals go through, what each stage asks for, and the reasons for a win or a loss.',
  },
  fields: {
    name: 'Fields',
    about: 'Fields of your own on contacts, companies, deals and the rest, beside those that are there.',
  },
  segments: {
    name: 'Segments',
    about: 'Conditions with a name whose members are kept up to date. Make one from the filter of a list.',
  },
  scoring: {
    name: 'Scores',
    about: 'What scores and risks of customers come from: your rules, or what your own outcomes teach.',
  },
  spend: {
    name: 'Spend',
    about:
      'What each source and each campaign cost, month by month, so that reports can tell what it brought.',
  },
  targets: {
    name: 'Targets',
    about: 'What people, teams and all of you are to reach, month by month.',
  },
  forms: {
    name: 'Forms',
    about: 'Forms for pages of your own: whoever sends one is a lead here the same moment, and never twice.',
  },
  mailboxes: {
    name: 'Mailboxes',
    about: 'The addresses that customers write to, and what becomes of their mail.',
  },
  mail: {
    name: 'Mail settings',
    about: 'Who gets advertising and how often, what mails tell you, and with whom mail is never kept.',
  },
  rules: {
    name: 'Rules',
    about: 'What happens by itself: when something happens, these steps follow.',
  },
  templates: {
    name: 'Mail templates',
    about: 'Mails with blanks, written once and sent by rules, by forms and by people.',
  },
  keys: {
    name: 'API keys',
    about: 'Let programs in. A key speaks for the person who made it and never may more than they do.',
  },
  webhooks: {
    name: 'Webhooks',
    about:
      'Have what happens posted to a URL of yours within seconds: ids and names of fields, never values.',
  },
  exports: {
    name: 'Exports',
    about: 'Files of records that you had written. Each is kept for seven days, and is yours alone.',
  },
  audit: {
    name: 'Audit log',
    about: 'Who did what, when and from where. Nothing in it is ever changed or deleted.',
  },
  erasures: {
    name: 'A person’s data',
    about: 'Hand somebody everything that is kept of them, or erase them everywhere, for good.',
  },
};
