import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { pageAddresses } from '../domain/pages';
import { addTexts } from './shared/i18n/setup';
import { useTexts } from './shared/i18n/use-texts';
import { Loading } from './shared/layout/loading';
import { MunicipalityArea } from './shared/layout/municipality-area';
import { useNavigationWatch } from './shared/layout/navigation';
import { PageBoundary } from './shared/layout/page-boundary';
import { PageFrame } from './shared/layout/page-frame';
import { NoSuchPage } from './shared/layout/no-such-page';

const MunicipalitiesPage = lazy(() => import('./applicant/municipalities-page'));
const HomePage = lazy(() => import('./applicant/home/home-page'));
const RegisterPage = lazy(async () => {
  const [page] = await Promise.all([import('./applicant/register-page'), addTexts('linked')]);
  return page;
});
const ReportPage = lazy(async () => {
  const [page] = await Promise.all([import('./report/report-page'), addTexts('linked')]);
  return page;
});
const ForumsPage = lazy(async () => {
  const [page] = await Promise.all([import('./forums/forums-page'), addTexts('linked')]);
  return page;
});
const FirstAgreementPage = lazy(async () => {
  const [page] = await Promise.all([
    import('./first-agreement/first-agreement-page'),
    addTexts('linked'),
  ]);
  return page;
});
const NewsletterPage = lazy(async () => {
  const [page] = await Promise.all([import('./newsletter/newsletter-page'), addTexts('linked')]);
  return page;
});
const SubscriptionPage = lazy(async () => {
  const [page] = await Promise.all([import('./newsletter/subscription-page'), addTexts('linked')]);
  return page;
});
const ApplyPage = lazy(() => import('./applicant/apply/apply-page'));
const DraftPage = lazy(() => import('./applicant/apply/draft-page'));
const PersonalDataPage = lazy(async () => {
  const [page] = await Promise.all([
    import('./applicant/personal-data/personal-data-page'),
    addTexts('linked'),
  ]);
  return page;
});
const CasePage = lazy(async () => {
  const [page] = await Promise.all([
    import('./applicant/case/case-page'),
    addTexts('linked', 'events'),
  ]);
  return page;
});
const TaskPage = lazy(async () => {
  const [page] = await Promise.all([import('./reviewer/task-page'), addTexts('linked', 'events')]);
  return page;
});
const PartPage = lazy(async () => {
  const [page] = await Promise.all([import('./reviewer/part-page'), addTexts('linked')]);
  return page;
});
const Desk = lazy(async () => {
  const [desk] = await Promise.all([import('./desk/desk'), addTexts('linked', 'events', 'desk')]);
  return desk;
});

/** All addresses of the page. */
export function App() {
  useNavigationWatch();
  return (
    <Switch>
      <Route path={pageAddresses.municipalities}>
        <Installation />
      </Route>
      <Route path="/:municipality/*?">
        {({ municipality }) => (
          <MunicipalityArea key={municipality} id={municipality}>
            <Switch>
              <Route path={pageAddresses.home} component={HomePage} />
              <Route path={pageAddresses.register} component={RegisterPage} />
              <Route path={pageAddresses.reports} component={ReportPage} />
              <Route path={pageAddresses.forums} component={ForumsPage} />
              <Route path={pageAddresses.firstAgreement} component={FirstAgreementPage} />
              <Route path={pageAddresses.newsletterConfirm} component={SubscriptionPage} />
              <Route path={pageAddresses.newsletterLeave} component={SubscriptionPage} />
              <Route path={pageAddresses.newsletter} component={NewsletterPage} />
              <Route path={pageAddresses.apply} component={ApplyPage} />
              <Route path={pageAddresses.begin} component={ApplyPage} />
              <Route path={pageAddresses.draft} component={DraftPage} />
              <Route path={pageAddresses.personalData} component={PersonalDataPage} />
              <Route path={pageAddresses.case} component={CasePage} />
              <Route path={pageAddresses.task} component={TaskPage} />
              <Route path={pageAddresses.part} component={PartPage} />
              <Route path={`${pageAddresses.desk}/*?`} component={Desk} />
              <Route component={NoSuchPage} />
            </Switch>
          </MunicipalityArea>
        )}
      </Route>
    </Switch>
  );
}

function Installation() {
  const t = useTexts();
  return (
    <PageFrame owner={<span className="site-header__owner">{t('municipalities.site')}</span>}>
      <PageBoundary>
        <Suspense fallback={<Loading />}>
          <MunicipalitiesPage />
        </Suspense>
      </PageBoundary>
    </PageFrame>
  );
}
