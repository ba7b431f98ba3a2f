/** Every other contact is in it. */
export const benchSegmentId = 'sg_01KBENCH000000000000000000';
export const benchCondition = { tags: 'fair' };
