import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import enCommon from '../domain/texts/en/common.json';
import en from '../domain/texts/en/ui.json';
import svCommon from '../domain/texts/sv/common.json';
import sv from '../domain/texts/sv/ui.json';

// These packages only define components and functions; their barrels otherwise keep everything.
const free = /designsystemet-react|floating-ui|aksel-icons|tanstack/;

const bothLanguages = (inSwedish: string, inEnglish: string) =>
  `<p>${inSwedish}</p><p lang="en">${inEnglish}</p>`;

/** What is shown before any language can be loaded: without JavaScript, or without the network. */
const textsInPage: Plugin = {
  name: 'texts-in-page',
  transformIndexHtml: (html) =>
    html
      .replace(
        '<!-- without script -->',
        `<noscript>${bothLanguages(sv.layout.noScript, en.layout.noScript)}</noscript>`,
      )
      .replace(
        '<!-- not started -->',
        bothLanguages(svCommon.errors.system.unavailable, enCommon.errors.system.unavailable),
      ),
};

/** Why something that was sent is refused: the server says it in its answer, no page on its own. */
const saidByServer = [
  'task',
  'signIn',
  'ledger',
  'settlement',
  'budget',
  'transfer',
  'agreement',
  'wheel',
  'group',
  'forum',
  'survey',
  'newsletter',
  'collection',
  'number',
  'arrival',
  'secrecy',
  'draft',
  'report',
  'code',
  'delegated',
  'deadline',
  'person',
  'meeting',
  'circulation',
  'decision',
  'letter',
  'record',
  'case',
  'official',
  'signature',
  'process',
  'page',
  'municipality',
  'document',
  'committee',
  'organisation',
  'party',
  'link',
  'session',
  'request',
  'form',
];

/** What only files that the server writes have in them, and what is loaded apart. */
const inNoPage = [
  ...['registerFile', 'delegated', 'events', 'committees', 'occasions'],
  ...['states', 'cover', 'meetingsEndWithDraft'],
];

/** What is wrong only with what is filled in at the desk: loaded apart as well. */
const deskFaults = [
  ...[
    'meetingPast',
    'meetingAhead',
    'meetingHoliday',
    'meetingTaken',
    'meetingHeld',
    'committeeInRound',
    'partBegun',
  ],
  ...['askedAnew', 'thirdTooFew', 'beforeMeeting', 'beforeAdjustment'],
  ...['endsAhead', 'namedThatDay', 'nothingCorrected', 'lastBeforeFirst'],
  ...[
    'servesToo',
    'servesTwice',
    'servesNot',
    'hasConflict',
    'wordingSame',
    'votesTooMany',
    'budgetYear',
    'accountSame',
    'amountAbove',
  ],
];

/** Leaves out of the texts what no page says by itself, so that no visitor loads it. */
const withoutServerTexts: Plugin = {
  name: 'without-server-texts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/texts\/\w+\/common\.json$/.test(id)) return null;
    const texts = JSON.parse(code) as Record<'errors' | 'faults', Record<string, unknown>>;
    const without = (parts: object, left: readonly string[]) =>
      Object.fromEntries(Object.entries(parts).filter(([part]) => !left.includes(part)));
    const errors = without(texts.errors, saidByServer);
    const faults = without(texts.faults, deskFaults);
    return { code: JSON.stringify({ ...without(texts, inNoPage), errors, faults }), map: null };
  },
};

/** What happens in a case, also at committees and by delegation, `common.json?linked`, is loaded by the pages that tell of it. */
const eventTextsApart: Plugin = {
  name: 'event-texts-apart',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/texts\/\w+\/common\.json\?linked$/.test(id)) return null;
    const texts = JSON.parse(code) as typeof svCommon;
    const { events, committees, delegated, states, cover } = texts;
    // What the pages of a task and of signing in say of it by themselves.
    const errors = { task: texts.errors.task, signIn: texts.errors.signIn };
    const faults = Object.fromEntries(
      Object.entries(texts.faults).filter(([fault]) => deskFaults.includes(fault)),
    );
    const apart = { events, committees, delegated, states, cover, errors, faults };
    return {
      code: `export default ${JSON.stringify(apart)}`,
      moduleType: 'js',
      map: null,
    };
  },
};

/** What the pages say that a link opens, and those of the register, reports, forums, newsletters and personal data, `ui.json?linked`, is loaded apart from the texts of every page. */
const linkedTextsApart: Plugin = {
  name: 'linked-texts-apart',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/texts\/\w+\/ui\.json(\?linked)?$/.test(id)) return null;
    const {
      task,
      case: status,
      reports,
      register,
      forums,
      firstAgreement,
      newsletter,
      personalData,
      ...others
    } = JSON.parse(code) as typeof sv;
    // What a case is called by its number is said where it has just been sent too.
    const { caption } = status;
    return id.endsWith('?linked')
      ? {
          code: `export default ${JSON.stringify({ task, case: status, reports, register, forums, firstAgreement, newsletter, personalData })}`,
          moduleType: 'js',
          map: null,
        }
      : {
          code: JSON.stringify({
            ...others,
            case: { caption },
            reports: { heading: reports.heading },
            forums: { heading: forums.heading },
            firstAgreement: { to: firstAgreement.to },
            newsletter: { heading: newsletter.heading },
            personalData: { heading: personalData.heading, short: personalData.short },
          }),
          map: null,
        };
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), textsInPage, withoutServerTexts, eventTextsApart, linkedTextsApart],
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !free.test(id) } },
  },
});
