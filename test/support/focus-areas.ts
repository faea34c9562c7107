import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { openCase } from '../../database/open-case';
import { focusAreas as form } from '../../domain/forms/definitions/focus-areas';
import type { FocusAnswer } from '../../domain/api/reports';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { focusAreas } from '../../domain/processes/focus-areas';
import { ApiClient } from './api-client';
import { eventually } from './eventually';
import type { System } from './system';

/**
 * The published report begins no newsletter, which would wait for an answer, reminded of every week, through
 * all the years of a test.
 */
export const withoutNewsletter: Municipality = {
  ...sodertalje,
  processes: Object.fromEntries(
    Object.entries(sodertalje.processes).filter(([process]) => process !== 'newsletter'),
  ) as Municipality['processes'],
};

/** Nor a choice of focus areas, for the same reason. */
export const withoutFocusAreas: Municipality = {
  ...withoutNewsletter,
  followUp: { opensOn: '09-15', plan: sodertalje.followUp!.plan! },
};

/** Three proposals as a case is begun with them. */
export const threeProposals: readonly Answers[] = [
  { area: 'Lokaler', why: 'Det saknas tider.', by: 'Föreslaget av 7' },
  { area: 'Unga', by: 'Föreslaget av färre än fem' },
  { area: 'Information', by: 'Föreslaget av färre än fem' },
];

/** The focus areas of a year are to be chosen, as its published report begins it; returns the case. */
export async function beginChoice(
  { server }: System,
  municipality: Municipality,
  { year, proposals, at = new Date() }: { year: number; proposals: readonly Answers[]; at?: Date },
): Promise<string> {
  const caseId = await server.database.transaction(municipality.id, (tx) =>
    openCase(
      { tx, municipality, at },
      {
        ...{ process: focusAreas, title: `Fokusområden efter uppföljningen ${year}`, form },
        ...{ answers: { year: String(year), proposals }, details: { year } },
      },
    ),
  );
  server.nudgeRelay();
  return caseId;
}

/** The case in which the focus areas of a year are chosen, as soon as it is begun. */
export function choiceOf(
  { server }: System,
  year: number,
  municipality = 'sodertalje',
): Promise<string> {
  return eventually(`the focus areas of ${year} are to be chosen`, () =>
    server.database.transaction(municipality, async (tx) => {
      const begun = await tx
        .selectFrom('cases')
        .innerJoin('submission', 'submission.case_id', 'cases.id')
        .select(['cases.id', 'submission.answers'])
        .where('cases.process', '=', focusAreas.name)
        .where('submission.task_id', 'is', null)
        .execute();
      return begun.find(({ answers }) => answers['year'] === String(year))?.id;
    }),
  );
}

/** What everybody can read. */
export async function shownAreas({ url }: System, municipality = 'sodertalje') {
  const { years } = await new ApiClient(url).read<FocusAnswer>(`/api/${municipality}/focus-areas`);
  return years ?? [];
}
