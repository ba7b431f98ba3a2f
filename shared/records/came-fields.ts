import * as z from 'zod';

const name = z.string().trim().min(1).max(100).optional();

/** Where a lead came from, in the words of who sells; kept when a person is erased, since it tells of many. */
export const cameFields = {
  leadSource: name.describe('Where the lead came from, as people call it: `LinkedIn`, `fair in May`.'),
  campaign: name.describe('The campaign that brought it.'),
};
