import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { FileAnswer } from '../../../domain/forms/types';
import { FileLink } from '../fields/file-link';
import { useTexts } from '../i18n/use-texts';
import { AmountsTable } from './amounts-table';

interface Row {
  fieldId: string;
  label: string;
  value?: string | undefined;
  files?: readonly FileAnswer[] | undefined;
  table?: { header: readonly string[]; rows: readonly (readonly string[])[] } | undefined;
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
  return sections.map((section) => (
    <section className="answers" key={section.pageId}>
      <div className="answers__head">
        <Heading level={level} data-size="xs">
          {section.title}
        </Heading>
        {action?.(section)}
      </div>
      <dl>
        {section.rows.map((row) => (
          <div
            className={row.table ? 'answers__row answers__row--wide' : 'answers__row'}
            key={row.fieldId}
          >
            <dt>{row.label}</dt>
            <dd dir="auto" className={row.value === undefined ? 'answers__gap' : ''}>
              <AnswerValue row={row} {...(fileHref && { fileHref })} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function AnswerValue({ row, fileHref }: { row: Row } & Pick<Props, 'fileHref'>) {
  const t = useTexts();
  const { label, value, files, table } = row;
  if (table) return <AmountsTable label={label} {...table} />;
  if (!files) return value ?? t('form.notAnswered');
  return files.map((file) => (
    <span className="answers__file" key={file.id}>
      <FileLink file={file} href={fileHref?.(file)} />
    </span>
  ));
}
