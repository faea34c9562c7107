import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { FileAnswer } from '../../../domain/forms/types';
import { FileLink } from '../fields/file-link';
import { useTexts } from '../i18n/use-texts';

interface Row {
  fieldId: string;
  label: string;
  value?: string | undefined;
  files?: readonly FileAnswer[] | undefined;
}

interface Section {
  pageId: string;
  title: string;
  rows: readonly Row[];
}

interface Props {
  sections: readonly Section[];
  level?: 2 | 3;
  /** What one can do with a section, such as change it. */
  action?: (section: Section) => ReactNode;
  /** Where a file can be fetched; without it files are only named. */
  fileHref?: (file: FileAnswer) => string | undefined;
}

/** Answers by section; a question without an answer says so. */
export function AnswerSections({ sections, level = 2, action, fileHref }: Props) {
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
        {section.rows.map(({ fieldId, label, value, files }) => (
          <div className="answers__row" key={fieldId}>
            <dt>{label}</dt>
            <dd dir="auto" className={value === undefined ? 'answers__gap' : ''}>
              {files
                ? files.map((file) => (
                    <span className="answers__file" key={file.id}>
                      <FileLink file={file} href={fileHref?.(file)} />
                    </span>
                  ))
                : (value ?? t('form.notAnswered'))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
