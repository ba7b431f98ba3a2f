import { contactFormKey } from './fixed.ts';
import { seedForm } from './form.ts';
import { seedGround } from './ground.ts';
import { seedMail } from './mail.ts';

type Options = { tableName: string; demo: boolean; publicUrl: string };

/**
 * What the local cloud begins with: the workspaces, their users and their mail always, a small company's data once where
 * `demo` is true. Expects the environment in which the stores find the table. Every part may be done again, so that a
 * start goes on where an earlier one was killed.
 */
export async function seed({ demo, publicUrl }: Options): Promise<void> {
  const now = new Date().toISOString();
  await seedGround(now);
  await seedMail(now);
  if (!demo) return;
  await seedForm(now);
  const { seedCompany } = await import('./company.ts'); // the generator is large, and most starts do not need it
  await seedCompany(now);
  process.stdout.write(`Form           ${publicUrl}/v1/forms/${contactFormKey}/submissions ("Contact us")\n`);
}
