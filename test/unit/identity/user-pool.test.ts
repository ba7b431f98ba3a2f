import { beforeEach, describe, expect, it } from 'vitest';
import { inviteToPool } from '../../../shared/platform/user-pool.ts';
import { usePool } from '../../helpers/user-pool.ts';

describe('the user pool', () => {
  beforeEach(usePool);

  it('that takes no such address leaves whoever invites it with what is wrong, not with a 500', async () => {
    const email = `${'r'.repeat(60)}@${'acme.'.repeat(15)}test`;
    await expect(inviteToPool({ email, name: 'Rosa' })).rejects.toMatchObject({
      code: 'validation_failed',
      more: { errors: [{ pointer: '/email', code: 'email_refused' }] },
    });
  });
});
