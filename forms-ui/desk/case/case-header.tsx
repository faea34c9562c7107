import { Tag } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { FactList } from '../../shared/case-file/fact-list';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

/** State, turn and deadline, and whose case it is. */
export function CaseHeader({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { waitsFor } = view;
  return (
    <section className="panel" aria-label={t('case.now')}>
      <FactList
        facts={[
          ...(view.provision === null
            ? []
            : [
                {
                  label: t('secrecy.label'),
                  value: (
                    <Tag data-color="warning">{t('secrecy.by', { provision: view.provision })}</Tag>
                  ),
                },
              ]),
          ...(view.earlierNumbers.length === 0
            ? []
            : [{ label: t('case.earlierNumbers'), value: view.earlierNumbers.join(', ') }]),
          {
            label: t('cases.state'),
            value: (
              <>
                {t(`common:states.${view.state}`)}{' '}
                {view.paused && <Tag data-color="warning">{t('case.paused')}</Tag>}
              </>
            ),
          },
          {
            label: t('cases.waitsFor'),
            value: waitsFor
              ? t('case.waitsFor', {
                  role: wordFor('who', waitsFor.role, t),
                  name: waitsFor.name,
                  date: formatDate(waitsFor.since, language),
                })
              : awaitedCommittees(view) || t('cases.nobody'),
          },
          ...(waitsFor
            ? [
                {
                  label: t('cases.deadline'),
                  value: (
                    <>
                      {formatDate(waitsFor.deadline, language)}{' '}
                      {waitsFor.overdue && <Tag data-color="danger">{t('cases.overdue')}</Tag>}
                    </>
                  ),
                },
              ]
            : []),
          ...(isOwnMatter(view)
            ? []
            : [
                {
                  label: t('case.organisationNumber'),
                  value: view.organisationNumber ?? t('case.noNumber'),
                },
              ]),
          { label: t('case.received'), value: formatInstant(view.receivedAt, language) },
          ...(view.closedAt === null
            ? []
            : [{ label: t('case.closed'), value: formatInstant(view.closedAt, language) }]),
        ]}
      />
    </section>
  );
}

/** A matter of the municipality's own, which no organisation has sent. */
function isOwnMatter({ circulations, isOfCommittee, forum }: DeskCaseView): boolean {
  return circulations.length > 0 || isOfCommittee || forum !== null;
}

/** Which bodies have the matter and have not dealt with it. */
function awaitedCommittees({ circulations: [latest] }: DeskCaseView): string {
  const places = latest?.places ?? [];
  return places
    .filter(({ awaited }) => awaited)
    .map(({ name }) => name)
    .join(', ');
}
