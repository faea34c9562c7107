import { composeFollowUpReport } from '../../activities/documents/compose/compose-follow-up-report';
import type { DocumentContent } from '../../activities/documents/content';
import type { GroupThatDay } from '../../activities/documents/group-that-day';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { sha256 } from '../../database/fingerprint';
import { compileReport } from '../../domain/follow-up/report';
import { publishedJson } from '../../domain/follow-up/stored-report';
import type { FollowUpReport } from '../../domain/follow-up/report-shapes';
import type { Language } from '../../domain/language';
import { aFullYear, asked, rate, reportInput, several } from '../domain/follow-up/respondents';

const lastYear = compileReport({
  ...reportInput([
    ...several(9, () => asked('organisation', rate(4, 2))),
    ...several(8, () => asked('office', rate(3, 4))),
  ]),
  cycle: 2026,
});

/** A report with something in every part. */
export const fullReport = compileReport(aFullYear({ previous: lastYear }));

export function aFollowUpReport(
  language: Language,
  report: FollowUpReport = fullReport,
  group?: GroupThatDay,
): DocumentContent {
  const createdAt = '2027-03-12T13:32:00.000Z';
  return composeFollowUpReport({
    ...{ municipality: sodertalje, language, createdAt, report, number: 'KFN 27/12' },
    ...(group && { group }),
    fingerprint: sha256(publishedJson({ report, commentary: null })),
  });
}
