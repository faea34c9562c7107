import type { Page, Response } from 'playwright-core';
import english from '../../domain/texts/en/ui.json' with { type: 'json' };
import swedish from '../../domain/texts/sv/ui.json' with { type: 'json' };
import { suiteNeeding } from '../support/suites';
import { newApplication, fillInApplication } from './persons/applicant';
import { expectHeading } from './screens';
import { setStage } from './stage';

const kilobyte = 1000;

suiteNeeding('chromium')('the scripts that a browser is sent', () => {
  const stage = setStage();

  it('weigh at most 130 kB for the home page, with one language', async () => {
    const page = await stage.page();
    const scripts = watchScripts(page);
    await page.goto(`${stage.system.url}/sodertalje`, { waitUntil: 'networkidle' });
    await expectHeading(page, /Anslut er/);
    const loaded = await scripts();
    expect(weightOf(loaded)).toBeLessThanOrEqual(130 * kilobyte);
    expect(holds(loaded, swedish.home.lead)).toBe(true);
    expect(holds(loaded, english.home.lead)).toBe(false);
  });

  it('weigh at most 200 kB for the form, from its first page to the last look', async () => {
    const page = await stage.page();
    const scripts = watchScripts(page);
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await fillInApplication(page, newApplication());
    const loaded = await scripts();
    expect(weightOf(loaded)).toBeLessThanOrEqual(200 * kilobyte);
  });

  it('hold another language only once it is chosen', async () => {
    const page = await stage.page();
    const scripts = watchScripts(page);
    await page.goto(`${stage.system.url}/sodertalje`, { waitUntil: 'networkidle' });
    await expectHeading(page, /Anslut er/);
    const before = new Set((await scripts()).keys());
    await page.getByRole('button', { name: 'English' }).click();
    await expectHeading(page, /Join the/);
    const added = new Map([...(await scripts())].filter(([url]) => !before.has(url)));
    expect(holds(added, english.home.lead)).toBe(true);
    expect(holds(added, swedish.home.lead)).toBe(false);
  });
});

interface Script {
  source: string;
  /** Bytes on the wire, without headers. */
  weight: number;
}

/** Remembers what the page loads; the answer is each script by its address. */
function watchScripts(page: Page): () => Promise<Map<string, Script>> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') responses.push(response);
  });
  return async () =>
    new Map(
      await Promise.all(
        responses.map(async (each) => [each.url(), await scriptOf(each)] as [string, Script]),
      ),
    );
}

async function scriptOf(response: Response): Promise<Script> {
  const { responseBodySize } = await response.request().sizes();
  return { source: await response.text(), weight: responseBodySize };
}

/** Bytes of all scripts, as they were sent. */
function weightOf(scripts: Map<string, Script>): number {
  const weights = [...scripts.values()].map(({ weight }) => weight);
  expect(Math.min(...weights)).toBeGreaterThan(0);
  return weights.reduce((total, weight) => total + weight, 0);
}

/** Whether the words of a text after its last placeholder are in one of the scripts. */
function holds(scripts: Map<string, Script>, text: string): boolean {
  const words = text.slice(text.lastIndexOf('}}') + 2);
  return [...scripts.values()].some(({ source }) => source.includes(words));
}
