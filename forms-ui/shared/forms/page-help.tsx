import { Paragraph } from '@digdir/designsystemet-react';
import { optionalFormText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { useLanguage } from '../i18n/use-language';

/** What a page of a form says below its heading, if anything. */
export function PageHelp({ form, pageId }: { form: FormDefinition; pageId: string }) {
  const help = optionalFormText(form, useLanguage(), `page.${pageId}.help`);
  return help === undefined ? null : <Paragraph>{help}</Paragraph>;
}
