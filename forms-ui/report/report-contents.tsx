import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type {
  ReportFile,
  ReportPart,
  ReportSection,
  ReportView,
} from '../../domain/follow-up/report-view';
import { ReportChart } from './report-chart';
import { ReportTable } from './report-table';
import './report.css';

interface Props {
  view: ReportView;
  /** Where each file is fetched; one without an address is not offered. */
  files?: Partial<Record<ReportFile, string>>;
}

/** The report's sections below the heading of its page: the same as in its PDF, in its order. */
export function ReportContents({ view, files = {} }: Props) {
  return (
    <div className="report">
      {view.sections.map((section) => (
        <Section key={section.id} section={section} files={files} />
      ))}
    </div>
  );
}

function Section({
  section,
  files,
}: {
  section: ReportSection;
  files: NonNullable<Props['files']>;
}) {
  const id = `report-${section.id}`;
  return (
    <section className="report__section" aria-labelledby={id}>
      <Heading level={2} data-size="sm" id={id}>
        {section.heading}
      </Heading>
      {section.parts.map((part, i) => (
        <Part key={i} part={part} files={files} />
      ))}
    </section>
  );
}

function Part({ part, files }: { part: ReportPart; files: NonNullable<Props['files']> }) {
  switch (part.kind) {
    case 'paragraph':
      return <Paragraph>{part.text}</Paragraph>;
    case 'heading':
      return (
        <Heading level={3} data-size="xs">
          {part.text}
        </Heading>
      );
    case 'list':
      return (
        <ul className="report__list">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'chart':
      return <ReportChart chart={part.chart} />;
    case 'table':
      return <ReportTable table={part.table} />;
    case 'quotes':
      return (
        <ul className="report__quotes">
          {part.quotes.map(({ text, note }, i) => (
            <li key={i}>
              <p dir="auto">{text}</p>
              {note !== undefined && <p className="quiet">{note}</p>}
            </li>
          ))}
        </ul>
      );
    case 'file': {
      const href = files[part.file];
      return href === undefined ? null : (
        <p>
          <Link href={href}>{part.label}</Link>
        </p>
      );
    }
  }
}
