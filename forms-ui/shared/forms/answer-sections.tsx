import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts';

interface Section {
  pageId: string;
  title: string;
  rows: readonly { fieldId: string; label: string; value?: string | undefined }[];
}

interface Props {
  sections: readonly Section[];
  level?: 2 | 3;
  /** What one can do with a section, such as change it. */
  action?: (section: Section) => ReactNode;
}

/** Answers by section; a question without an answer says so. */
export function AnswerSections({ sections, level = 2, action }: Props) {
  const t = useTexts();
  return sections.map((section) => (
    <section className="answers" key={section.pageId}>
      <div className="answers__head">
        <Heading level={level} data-size="xs">
          {section.title}
        </Heading>
        {action?.(section)}
      </div>
      <dl>
        {section.rows.map(({ fieldId, label, value }) => (
          <div className="answers__row" key={fieldId}>
            <dt>{label}</dt>
            <dd dir="auto" className={value === undefined ? 'answers__gap' : ''}>
              {value ?? t('form.notAnswered')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
