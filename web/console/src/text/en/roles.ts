/** What the roles that come with Rapport are called. */
export const roles = {
  builtIn: {
    admin: { name: 'Administrator', about: 'Everything.' },
    manager: { name: 'Manager', about: 'Sees everything; changes what is the teams’ or nobody’s.' },
    rep: { name: 'Sales', about: 'Sees the team’s and nobody’s; changes their own and what nobody has.' },
    support: {
      name: 'Support',
      about: 'Answers every customer; sees deals and what was promised, and changes none.',
    },
    marketing: { name: 'Marketing', about: 'Works with every contact; sees deals.' },
    readonly: { name: 'Read only', about: 'Sees everything, changes nothing.' },
  },
};
