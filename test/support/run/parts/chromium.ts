import { chromium } from 'playwright-core';
import { requireTool } from '../../tools';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One headless Chromium for all suites. */
export async function start() {
  const server = await chromium.launchServer({
    executablePath: requireTool('chromium'),
    headless: true,
    args,
    // The holder decides when it ends.
    handleSIGTERM: false,
    handleSIGINT: false,
  });
  return { where: { wsEndpoint: server.wsEndpoint() }, stop: () => server.close() };
}
