import { jest } from '@jest/globals';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { startSystem, type System, type SystemOptions } from '../support/system';

jest.setTimeout(180_000);

/** The first load of a page on a busy machine. */
const patienceMs = 60_000;

/** The real system with a browser before it, for the tests of one file. */
export interface Stage {
  readonly system: System;
  /** A person's own browser, which remembers; its language decides what the pages begin in. */
  person(browserLanguage?: string): Promise<BrowserContext>;
  /** A page of a browser of its own. */
  page(browserLanguage?: string): Promise<Page>;
}

/**
 * Starts system (as the options say) and browser before the file's tests and ends them afterwards. A test fails when a
 * page of it complained in its console.
 */
export function setStage(options: SystemOptions = {}): Stage {
  let system: System;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem('pglite', options), openBrowser()]);
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  const person = async (locale = 'sv-SE') => {
    // Without motion a fold is open at once: nothing moves away between a press and its release.
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ locale, viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(patienceMs);
    context.on('console', (message) => {
      if (isComplaint(message)) complaints.push(message.text());
    });
    context.on('weberror', (fault) => complaints.push(String(fault.error())));
    return context;
  };
  return {
    get system() {
      return system;
    },
    person,
    page: async (browserLanguage) => (await person(browserLanguage)).newPage(),
  };
}

/** Refused requests are part of many tests; the browser notes each of them. */
function isComplaint(message: ConsoleMessage): boolean {
  const serious = message.type() === 'error' || message.type() === 'warning';
  return serious && !message.text().startsWith('Failed to load resource');
}
