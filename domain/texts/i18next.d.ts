import 'i18next';
import type common from './sv/common.json';
import type desk from './sv/desk.json';
import type document from './sv/document.json';
import type mail from './sv/mail.json';
import type post from './sv/post.json';
import type report from './sv/report.json';
import type ui from './sv/ui.json';

// A key that the Swedish file lacks does not compile; texts.test compares the languages.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      desk: typeof desk;
      document: typeof document;
      mail: typeof mail;
      post: typeof post;
      report: typeof report;
      ui: typeof ui;
    };
  }
}
