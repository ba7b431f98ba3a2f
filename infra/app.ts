// The CDK app: `node infra/app.ts` writes the templates and the bundled functions to cdk.out (or CDK_OUTDIR) without an account.
import { App } from 'aws-cdk-lib';
import { readConfig } from './config.ts';
import { functions } from './functions.ts';
import { rapport } from './rapport.ts';
import { appProps } from './synthesis.ts';

const app = new App({ ...appProps, outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });
const config = readConfig({ context: (key) => app.node.tryGetContext(key), env: process.env });
await rapport(app, config, functions);
app.synth();
