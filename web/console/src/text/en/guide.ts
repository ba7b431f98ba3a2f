export const guide = {
  title: 'Welcome to {workspace}',
  about: 'Three steps, and the team can start.',
  progress: '{done} of {all} done',
  dismiss: 'Hide the first steps',
  dismissed: 'The first steps are hidden',
  stepDone: 'Done',
  form: {
    title: 'Connect a form',
    about: 'Who writes to you on your web site is a lead here a moment later.',
    action: 'Make a form',
  },
  contacts: {
    title: 'Bring contacts',
    about: 'Begin with the people you speak to this week.',
    action: 'Add a contact',
  },
  pipeline: {
    title: 'Meet the pipeline',
    about: 'Start with one simple process. Add a stage when you miss one, not before.',
    action: 'Open the board',
  },
  sample: {
    about:
      'Rather look around first? A small company with customers, deals and tasks is made with one click, and removed with one.',
    make: 'Look at it with sample data',
    making: 'Sample data is being made…',
    made: 'The sample data is there',
    goOn: 'Make the rest of it',
    partly: 'Not all of the sample data was made.',
    here: 'You are looking at sample data: {contacts, plural, one {# contact} other {# contacts}}, {deals, plural, one {# deal} other {# deals}}, {tasks, plural, one {# task} other {# tasks}}.',
    remove: 'Remove sample data',
    removing: 'Sample data is being removed…',
    removed: 'The sample data is removed',
    removeTitle: 'Remove the sample data?',
    removeWhat:
      'These are removed for good, also where somebody changed them: {contacts, plural, one {# contact} other {# contacts}}, {companies, plural, one {# company} other {# companies}}, {deals, plural, one {# deal} other {# deals}}, {tasks, plural, one {# task} other {# tasks}} and {orders, plural, one {# order} other {# orders}}, with their calls, notes and files.',
    removeStays: 'What you and your team made yourselves stays.',
  },
};
