import type { AgreementView } from '../../../domain/api/shapes';
import { useTexts } from '../i18n/use-texts';
import { JumpLink } from '../layout/jump-link';

/** Contents list of an agreement, each line leading to its section. */
export function AgreementContents({ agreement }: { agreement: AgreementView }) {
  const t = useTexts();
  return (
    <nav className="contents" aria-labelledby="contents-heading">
      <p className="contents__heading" id="contents-heading">
        {t('agreement.contents')}
      </p>
      <ul>
        <li>
          <JumpLink to="introduction">{t('agreement.introduction')}</JumpLink>
        </li>
        <li>
          <JumpLink to="accession">{t('agreement.accession')}</JumpLink>
        </li>
        <li>
          <JumpLink to="principles">{t('agreement.principles')}</JumpLink>
          <ul>
            {agreement.principles.map(({ id, title }) => (
              <li key={id}>
                <JumpLink to={`principle-${id}`}>{title}</JumpLink>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <JumpLink to="areas">{t('agreement.areas')}</JumpLink>
        </li>
      </ul>
    </nav>
  );
}
