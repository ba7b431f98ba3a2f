/** Ids that never change, so that a second start finds what the first has made. */
export const acmePipelineId = 'pl_01K9ACME00SA1ES00000000001';
export const globexPipelineId = 'pl_01K9G10BEXSA1ES00000000001';
export const thanksTemplateId = 'tp_01K9ACME00THANKS0000000001';
export const salesMailboxId = 'mb_01K9ACME00SA1ES00000000001';
export const contactFormId = 'fm_01K9ACME00CNTACT0000000001';
export const contactFormKey = 'fk_ContactUsAcmeDemo00001';

export const mailDomain = 'in.acme.test';
export const salesAddress = `sales@${mailDomain}`;
export const salesTeamId = 'tm_01K9ACME00SA1ES00000000001';
export const supportTeamId = 'tm_01K9ACME00SPPRT00000000001';
export const customRoleId = 'rl_01K9ACME00TRA1NEE000000001';
