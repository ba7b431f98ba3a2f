import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';

/** The deployment's secret, for whatever signs: cursors, reply addresses, times. Call it in `beforeAll`. */
export function useSecret(): void {
  process.env.SECRET_PARAMETER = '/rapport/test/secret';
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: 'a secret of the tests alone, 32 bytes or more' } });
}
