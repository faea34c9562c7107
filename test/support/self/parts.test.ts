import { databaseKinds, openTestDatabase } from '../databases';
import { expectAccessible, expectNoSidewaysScroll, narrow, openBrowser } from '../browser';
import { suiteNeeding } from '../suites';

describe.each(databaseKinds())('a test database on %s', (kind) => {
  it('is empty however often it is opened', async () => {
    for (const name of ['first', 'second']) {
      const database = await openTestDatabase(kind);
      const before = await database.transaction('sodertalje', async (tx) => {
        const rows = await tx.selectFrom('municipality').selectAll().execute();
        await tx.insertInto('municipality').values({ id: 'sodertalje', name }).execute();
        return rows;
      });
      await database.close();
      expect(before).toEqual([]);
    }
  });
});

suiteNeeding('chromium')('the shared browser', () => {
  const show = async (body: string) => {
    const browser = await openBrowser();
    const page = await (await browser.newContext()).newPage();
    await page.setContent(`<!doctype html><html lang="sv"><title>Prov</title>${body}</html>`);
    return { page, close: () => browser.close() };
  };

  it('passes a page without faults', async () => {
    const { page, close } = await show('<main><h1>Rubrik</h1></main>');
    await expectAccessible(page);
    await narrow(page);
    await expectNoSidewaysScroll(page);
    await close();
  });

  it('names the faults of a page that has some', async () => {
    const { page, close } = await show('<main><h1>Rubrik</h1><img src="x.png"></main>');
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
    await close();
  });

  it('notices a page that is too wide for a phone', async () => {
    const { page, close } = await show('<main><div style="width: 600px">Bred</div></main>');
    await narrow(page);
    await expect(expectNoSidewaysScroll(page)).rejects.toThrow();
    await close();
  });
});
