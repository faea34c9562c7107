import type { CaseView } from '../../domain/api/shapes';
import { latestNews, timelineSteps } from '../../forms-ui/applicant/case/timeline-steps';

/** Entries a minute apart, in the order given. */
function timeline(...events: CaseView['timeline'][number]['event'][]): CaseView['timeline'] {
  return events.map((event, minute) => ({
    event,
    at: new Date(Date.UTC(2026, 4, 4, 8, minute)).toISOString(),
  }));
}

describe('timeline', () => {
  it('is newest first, letters and documents under the step they followed from', () => {
    const steps = timelineSteps(
      timeline('received', 'documentFiled', 'letterSent', 'letterSent', 'reviewRequested'),
    );
    expect(steps.map((step) => step.event)).toEqual(['reviewRequested', 'received']);
    expect(steps[1]?.followed).toEqual([
      { event: 'documentFiled', count: 1 },
      { event: 'letterSent', count: 2 },
    ]);
  });

  it('keeps the recorded order of what came at one moment', () => {
    const at = '2026-05-04T08:00:00.000Z';
    const steps = timelineSteps([
      { at, event: 'approved' },
      { at, event: 'signatureRequested' },
    ]);
    expect(steps.map((step) => step.event)).toEqual(['signatureRequested', 'approved']);
  });

  it('shows a letter that could not be delivered as a step of its own', () => {
    expect(timelineSteps(timeline('received', 'letterFailed'))).toHaveLength(2);
  });
});

describe('news', () => {
  it('are what came since the page was opened', () => {
    expect(latestNews(timeline('received', 'approved'), 1)).toBe('approved');
    expect(latestNews(timeline('received', 'approved'), 2)).toBeUndefined();
  });

  it.each(['documentFiled', 'letterSent', 'letterFailed', 'reminded', 'linkReissued'] as const)(
    'are not %s, which the system did by itself',
    (event) => {
      expect(latestNews(timeline('received', 'approved', event), 1)).toBe('approved');
      expect(latestNews(timeline('received', event), 1)).toBeUndefined();
    },
  );
});
