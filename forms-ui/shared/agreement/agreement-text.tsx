import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { AgreementView } from '../../../domain/api/shapes';
import type { Language } from '../../../domain/language';
import { formatDate } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { PrincipleText } from './principle-text';

interface Props {
  agreement: AgreementView;
  /** Language the agreement came in, when it is not the reader's. */
  language?: Language;
  /** Keeps ids apart where two versions are on one page. */
  idPrefix?: string;
}

/** An agreement in full, in the language it came in and the order of its PDF. */
export function AgreementText({ agreement, language: given, idPrefix = '' }: Props) {
  const own = useLanguage();
  const language = given ?? own;
  const t = useTexts(language);
  return (
    <article className="agreement" lang={language}>
      <Heading level={2} data-size="md" id={`${idPrefix}introduction`}>
        {agreement.title}
      </Heading>
      <AgreementVersion agreement={agreement} language={language} />
      {agreement.introduction.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <Heading level={2} data-size="sm" id={`${idPrefix}accession`}>
        {t('agreement.accession')}
      </Heading>
      {agreement.accession.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <Heading level={2} data-size="sm" id={`${idPrefix}principles`}>
        {t('agreement.principlesCount', { count: agreement.principles.length })}
      </Heading>
      {agreement.principles.map((principle, i) => (
        <PrincipleText
          key={principle.id}
          principle={principle}
          number={i + 1}
          language={language}
          idPrefix={idPrefix}
        />
      ))}
      <Heading level={2} data-size="sm" id={`${idPrefix}areas`}>
        {t('agreement.areasCount', { count: agreement.developmentAreas.length })}
      </Heading>
      {agreement.developmentAreas.map(({ id, title, text }) => (
        <section key={id} className="area">
          <Heading level={3} data-size="xs">
            {title}
          </Heading>
          <Paragraph>{text}</Paragraph>
        </section>
      ))}
    </article>
  );
}

function AgreementVersion({
  agreement,
  language,
}: {
  agreement: AgreementView;
  language: Language;
}) {
  const t = useTexts(language);
  return (
    <p className="quiet">
      {t('agreement.version', {
        version: agreement.version,
        date: formatDate(agreement.adoptedOn, language),
        from: formatDate(agreement.effectiveFrom, language),
      })}
    </p>
  );
}
