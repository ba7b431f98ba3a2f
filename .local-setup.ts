import { chromiumPath } from './test/helpers/chromium.ts';
export default async function setup(project: any) { await chromiumPath(); project.provide('consoleUrl', 'http://localhost:3110'); project.provide('smtpPort', 3111); return () => {}; }
