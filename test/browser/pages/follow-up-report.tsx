import { useState } from 'react';
import { compileReport } from '../../../domain/follow-up/report';
import { viewReport } from '../../../domain/follow-up/report-sections';
import { isLanguage } from '../../../domain/language';
import { ReportContents } from '../../../forms-ui/report/report-contents';
import { aFullYear, asked, rate, reportInput, several } from '../../domain/follow-up/respondents';
import { mount } from './mount';

const [, wanted, which] = /^#(\w+)\/?(\w*)$/.exec(location.hash) ?? [];
const language = isLanguage(wanted) ? wanted : 'sv';
const files = { pdf: '/r.pdf', ratings: '/r.csv', response: '/s.csv', json: '/r.json' };

/** The report of a full year, of nobody, or of a year in which too few answered. */
function Report() {
  const [report] = useState(() =>
    compileReport(
      which === 'empty'
        ? reportInput([])
        : which === 'few'
          ? reportInput(several(3, () => asked('organisation', rate(4, 2))))
          : aFullYear(),
    ),
  );
  const view = viewReport({ report, language, agreementName: 'samverkansöverenskommelsen' });
  return (
    <div className="column">
      <h1>{view.title}</h1>
      <ReportContents view={view} files={files} />
    </div>
  );
}

void mount(<Report />, language);
