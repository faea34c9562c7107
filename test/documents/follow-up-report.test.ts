import { describe, expect, it } from '@jest/globals';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import { sha256 } from '../../database/fingerprint';
import { compileReport } from '../../domain/follow-up/report';
import { asked, rate, reportInput } from '../domain/follow-up/respondents';
import { expectArchivable, pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { aFollowUpReport, fullReport } from './follow-up-report';
import { attachedJson, attachedText, structureOf } from './poppler';

const dag = { name: 'Dag Österby', represents: 'Lyktan', substitute: true };
const group = {
  ...{ name: 'Samverkansgruppen', day: '2027-03-12' },
  members: ['Ada Norrby (Kulturkontoret)', 'Bo Söderby', 'Dag Österby (Lyktan)'],
  sides: [
    {
      side: 'municipality' as const,
      members: [{ name: 'Ada Norrby', represents: 'Kulturkontoret', substitute: false }],
    },
    {
      side: 'sector' as const,
      members: [{ name: 'Bo Söderby', represents: '', substitute: false }, dag],
    },
  ],
};

describe('the report as a PDF', () => {
  it('is the same bytes for the same report', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => renderPdf(aFollowUpReport('sv'))));
    expect(one!.equals(other!)).toBe(true);
  });
});

suiteNeeding('poppler')('the report’s PDF', () => {
  it('has its charts as figures that say what they show, and each is followed by its table', async () => {
    const pdf = await renderPdf(aFollowUpReport('sv'));
    const parts = structureOf(pdf).match(/^ +(Figure|Table)\b/gm) ?? [];
    expect(parts.slice(0, 6).map((part) => part.trim())).toEqual([
      ...['Figure', 'Table', 'Figure', 'Table', 'Table', 'Figure'],
    ]);
    for (const alt of ['31 av 36 har svarat, 86 procent.', 'får lägst betyg']) {
      const said = Buffer.from(alt, 'utf16le').swap16().toString('latin1');
      const escaped = said.replace(/[\\()]/g, '\\$&');
      expect(pdf.includes(escaped, 0, 'latin1') || pdf.includes(alt, 0, 'latin1')).toBe(true);
    }
  });

  it('carries the report for programs', async () => {
    expect(attachedJson(await renderPdf(aFollowUpReport('en')))).toEqual(
      JSON.parse(JSON.stringify(fullReport)),
    );
  });

  it('says the fingerprint of what it carries', async () => {
    const pdf = await renderPdf(aFollowUpReport('sv'));
    const text = pdfText(pdf).replace(/\s+/g, '');
    expect(text).toContain(`SHA-256:${sha256(attachedText(pdf))}`);
  });

  it('names who sat on each side in the group that it was put before, and who stood in', async () => {
    const text = pdfText(await renderPdf(aFollowUpReport('sv', fullReport, group)));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Den här versionen lades fram för Samverkansgruppen den 12 mars 2027. Då satt där: För kommunen Ada Norrby (Kulturkontoret) För den idéburna sektorn Bo Söderby Dag Österby (Lyktan, ersättare)',
    );
    const english = pdfText(await renderPdf(aFollowUpReport('en', fullReport, group)));
    expect(english.replace(/\s+/g, ' ')).toContain('Dag Österby (Lyktan, substitute)');
  });

  it('says why there is no chart where nobody was asked', async () => {
    const text = pdfText(await renderPdf(aFollowUpReport('sv', compileReport(reportInput([])))));
    expect(text).toContain('Ingen har fått frågorna.');
    expect(text).toContain('Ingen har satt betyg på kommunen.');
  });
});

suiteNeeding('verapdf')('PDF/A-3a and PDF/UA-1', () => {
  it('hold for a report of nothing, of one answer and of a long agreement', async () => {
    const one = compileReport(reportInput([asked('organisation', rate(3, 3))]));
    const principles = Array.from({ length: 40 }, (_, i) => ({
      id: `p${i}`,
      title: { sv: `Princip ${i} med ett namn som inte får plats på en rad`, en: `Principle ${i}` },
      commitments: [],
    }));
    const answers = Object.fromEntries(principles.map(({ id }) => [`${id}Other`, '2']));
    const respondents = Array.from({ length: 6 }, () => asked('organisation', answers));
    const long = compileReport(reportInput(respondents, { principles }));
    await expectArchivable(
      await Promise.all(
        [compileReport(reportInput([])), one, long].map((report) =>
          renderPdf(aFollowUpReport('sv', report, group)),
        ),
      ),
    );
  });
});
