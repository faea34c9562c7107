import type { Locator, Page } from 'playwright-core';
import { focusFault } from './focus-fault';

/** More stops than any page has; a page that never gets there has lost the reader. */
const mostStops = 150;

/** A person who has a keyboard and nothing else. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Tabs to an element.
   * @throws Error when a stop on the way cannot be seen to have focus, or the element is no stop
   */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < mostStops; stop++) {
      await this.page.keyboard.press('Tab');
      await this.expectFocusVisible();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }

  /** Tabs to a field and types. */
  async write(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
  }

  /** Tabs to a link or a button and presses Enter. */
  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** Tabs into a group with nothing chosen and chooses, by Space or the arrow keys. */
  async choose(group: Locator, option: string): Promise<void> {
    const radios = group.getByRole('radio');
    const wanted = group.getByRole('radio', { name: option, exact: true });
    await this.tabTo(radios.first());
    await this.page.keyboard.press('Space');
    const count = await radios.count();
    for (let moves = 0; moves < count && !(await wanted.isChecked()); moves++) {
      await this.page.keyboard.press('ArrowDown');
      await this.expectFocusVisible();
    }
    expect(await wanted.isChecked()).toBe(true);
  }

  /** Waits for the page with this heading, and for its heading to have focus. */
  async expectArrival(name: string | RegExp): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name });
    await heading.waitFor();
    await this.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  }

  private async expectFocusVisible(): Promise<void> {
    expect(await this.page.evaluate(focusFault)).toBe('');
  }
}
