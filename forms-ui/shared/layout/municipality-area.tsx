import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { getMunicipality } from '../api/endpoints';
import { hasCode } from '../api/problem-sentence';
import { useResource } from '../api/use-resource';
import { browserLanguage, chosenLanguage } from '../i18n/choice';
import { showLanguage } from '../i18n/setup';
import { useTexts } from '../i18n/use-texts';
import { browserKeeper } from '../storage';
import { Contact } from './contact';
import { Fetched } from './fetched';
import { Loading } from './loading';
import { MunicipalityContext } from './municipality-context';
import { NotFound } from './not-found';
import { PageBoundary } from './page-boundary';
import { PageFrame } from './page-frame';
import { PaperOfferContext } from './paper-offer';
import { RouteLink } from './route-link';
import type { Language } from '../../../domain/language';

/** The frame of one municipality's pages: its name, languages and contact around the matter. */
export function MunicipalityArea({ id, children }: { id: string; children: ReactNode }) {
  const t = useTexts();
  const resource = useResource(`municipality/${id}`, (signal) => getMunicipality(id, signal));
  const municipality = resource.data;
  const [paperOffered, setPaperOffered] = useState(false);
  useDefaultLanguage(municipality?.defaultLanguage);
  if (!municipality) {
    const site = t('municipalities.site');
    return (
      <PageFrame
        owner={
          <RouteLink href="/" className="site-header__owner">
            {site}
          </RouteLink>
        }
      >
        {hasCode(resource.error, 'municipality.unknown') ? (
          <NotFound site={site} home="/" />
        ) : (
          <Fetched resource={resource} whole>
            {() => null}
          </Fetched>
        )}
      </PageFrame>
    );
  }
  return (
    <MunicipalityContext value={municipality}>
      <PageFrame
        owner={
          <RouteLink href={`/${id}`} className="site-header__owner">
            {municipality.name}
          </RouteLink>
        }
        languages={municipality.languages}
        footer={<Contact paper={paperOffered} />}
      >
        <PageBoundary>
          <PaperOfferContext value={setPaperOffered}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </PaperOfferContext>
        </PageBoundary>
      </PageFrame>
    </MunicipalityContext>
  );
}

/** Readers whose browser asks for none of our languages get the municipality's own. */
function useDefaultLanguage(language: Language | undefined): void {
  useEffect(() => {
    const settled = chosenLanguage(browserKeeper) ?? browserLanguage(navigator.languages);
    if (language && !settled) void showLanguage(language);
  }, [language]);
}
