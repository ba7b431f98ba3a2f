import type { GetMailIntakeMessageResponse } from '../../../../client/src/index.ts';

/** Why a message was not logged. */
export type IntakeReason = NonNullable<GetMailIntakeMessageResponse['reason']>;
