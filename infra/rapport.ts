import type { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { type Config, nameOf } from './config.ts';
import { recountEntry, recountName } from './constructs/monthly-recount.ts';
import type { Resources } from './constructs/resources.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { addApiFunctions, apiStack, recordsStack } from './stacks/api.ts';
import { backgroundStack } from './stacks/background.ts';
import { dataStack } from './stacks/data.ts';
import { edgeStack } from './stacks/edge.ts';
import { eventsStack } from './stacks/events.ts';
import { firewallStack } from './stacks/firewall.ts';
import { addLiveFunctions, liveStack } from './stacks/live.ts';
import { mailStack } from './stacks/mail.ts';
import { operationsStack } from './stacks/operations.ts';

type Queued = 'keys' | 'mail' | 'webhooks';

/** How long the reader of a shared queue may run: the queue's visibility timeout follows from it. */
function timeoutOfReader(definitions: readonly FunctionDefinition[], queue: Queued): number {
  const timeouts = definitions.flatMap(({ trigger, timeoutS }) =>
    trigger.kind === 'queue' && trigger.queue === queue ? [timeoutS] : [],
  );
  return Math.max(30, ...timeouts);
}

/** The edge, and the firewall where it is wanted. */
function edgeOf(app: App, resources: Resources) {
  const { config } = resources;
  const firewall = config.edge ? firewallStack(app, nameOf(config, 'firewall'), config) : undefined;
  const edge = edgeStack(app, nameOf(config, 'edge'), { ...resources, aclArn: firewall?.aclArn });
  return { ...(firewall && { firewall }), edge };
}

/**
 * Puts Rapport together: bundles the functions, then makes the stacks in the order in which they are deployed. Each depends only
 * on those before it. Synthesizes nothing by itself and needs no AWS account.
 */
export async function rapport(
  app: App,
  config: Config,
  definitions: readonly FunctionDefinition[],
  bundle = bundleFunctions,
) {
  const entries = Object.fromEntries(definitions.map(({ name, entry }) => [name, entry]));
  const { [recountName]: recount, ...bundles } = await bundle({ ...entries, [recountName]: recountEntry });
  const idOf = (name: string) => nameOf(config, name);
  const data = dataStack(app, idOf('data'), config);
  const events = eventsStack(app, idOf('events'), config, {
    keys: timeoutOfReader(definitions, 'keys'),
    webhooks: timeoutOfReader(definitions, 'webhooks'),
  });
  const mailTimeoutS = timeoutOfReader(definitions, 'mail');
  const mail = mailStack(app, idOf('mail'), { config, mailBucket: data.mailBucket, mailTimeoutS });
  const api = apiStack(app, idOf('api'), { config });
  const live = liveStack(app, idOf('live'), config);
  const resources: Resources = { ...data, ...events, ...mail, ...api, ...live, config, bundles };
  const records = recordsStack(app, idOf('records'), { config });
  addApiFunctions(api.api, definitions, resources, records.stack);
  addLiveFunctions(live.live, definitions, resources);
  const background = backgroundStack(app, idOf('background'), definitions, resources);
  const operations = operationsStack(app, idOf('operations'), {
    config,
    table: data.table,
    recountBundle: String(recount),
    api: api.api,
    mailQueue: mail.mail.queue,
    deadLetters: [
      events.keys.deadLetters,
      events.webhooks.deadLetters,
      mail.mail.deadLetters,
      ...background.deadLetters,
    ],
    streamReaders: definitions.filter(({ trigger }) => trigger.kind === 'stream').map(({ name }) => name),
  });
  return { data, events, mail, api, records, live, background, operations, ...edgeOf(app, resources) };
}
