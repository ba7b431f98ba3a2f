export const targets = {
  title: 'Targets',
  whose: 'Whose',
  workspace: 'Everybody together',
  team: 'Team',
  goal: 'What is aimed at',
  goals: { wonCents: 'Won, in money', wonCount: 'Deals won', calls: 'Calls', meetings: 'Meetings' },
  pipeline: 'Pipeline',
  allPipelines: 'All of them',
};
