import './desk.css';
import { Route, Switch } from 'wouter';
import { pageAddresses } from '../../domain/pages';
import { hasCode } from '../shared/api/problem-sentence';
import { useResource } from '../shared/api/use-resource';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { NoSuchPage } from '../shared/layout/no-such-page';
import { DeskCasePage } from './case/desk-case-page';
import { CommitteePage } from './committees/committee-page';
import { CommitteesPage } from './committees/committees-page';
import { AnswerCorrectionPage } from './case/answer-correction-page';
import { CorrectionPage } from './committees/correction-page';
import { RecordPage } from './committees/record-page';
import { ReportPage } from './committees/report-page';
import { DelegatedPage } from './delegated/delegated-page';
import { BeginPage } from './begin-page';
import { DeskMenu } from './desk-menu';
import { getOfficial } from './endpoints';
import { ForumAccessionPage } from './forums/accession-page';
import { AnnouncementPage } from './forums/announcement-page';
import { DeskForumsPage } from './forums/desk-forums-page';
import { DeskNewsletterPage } from './newsletter/desk-newsletter-page';
import { GroupsPage } from './groups/groups-page';
import { SettledPage } from './ledger/settled-page';
import { AppropriationsPage } from './ledger/appropriations-page';
import { LedgerPage } from './ledger/ledger-page';
import { StatementPage } from './ledger/statement-page';
import { YearPage } from './year/year-page';
import { PaperAnswerPage } from './paper/paper-answer-page';
import { PartiesPage } from './parties/parties-page';
import { PartyPage } from './parties/party-page';
import { PaperPage } from './paper/paper-page';
import { PostPage } from './post/post-page';
import { OfficialContext } from './official-context';
import { SignInFaultPage, SignInPage } from './sign-in-page';
import { CasesPage } from './cases/cases-page';

/** Where the municipality's own people work; everything here is for those who have signed in. */
export default function Desk() {
  return (
    <Switch>
      <Route path={pageAddresses.signIn} component={SignInFaultPage} />
      <Route component={SignedInDesk} />
    </Switch>
  );
}

function SignedInDesk() {
  const { id } = useMunicipality();
  const resource = useResource(`official/${id}`, (signal) => getOfficial(id, signal));
  if (hasCode(resource.error, 'official.signedOut')) return <SignInPage />;
  return (
    <Fetched resource={resource} whole>
      {(official) => (
        <OfficialContext value={{ official, recheck: resource.reload }}>
          <DeskMenu />
          <Switch>
            <Route path={pageAddresses.desk} component={CasesPage} />
            <Route path={pageAddresses.deskCase} component={DeskCasePage} />
            <Route path={pageAddresses.deskPaper} component={PaperPage} />
            <Route path={pageAddresses.deskParties} component={PartiesPage} />
            <Route path={pageAddresses.deskParty} component={PartyPage} />
            <Route path={pageAddresses.deskPost} component={PostPage} />
            <Route path={pageAddresses.deskDelegated} component={DelegatedPage} />
            <Route path={pageAddresses.deskBegin} component={BeginPage} />
            <Route path={pageAddresses.deskCommittees} component={CommitteesPage} />
            <Route path={pageAddresses.deskCommittee} component={CommitteePage} />
            <Route path={pageAddresses.deskRecord} component={RecordPage} />
            <Route path={pageAddresses.deskGroups} component={GroupsPage} />
            <Route path={pageAddresses.deskLedger} component={LedgerPage} />
            <Route path={pageAddresses.deskAppropriations} component={AppropriationsPage} />
            <Route path={pageAddresses.deskStatement} component={StatementPage} />
            <Route path={pageAddresses.deskYear} component={YearPage} />
            <Route path={pageAddresses.deskForums} component={DeskForumsPage} />
            <Route path={pageAddresses.deskNewsletter} component={DeskNewsletterPage} />
            <Route path={pageAddresses.deskForum} component={AnnouncementPage} />
            <Route path={pageAddresses.deskForumSignature} component={ForumAccessionPage} />
            <Route path={pageAddresses.deskReport} component={ReportPage} />
            <Route path={pageAddresses.deskAnswerCorrection} component={AnswerCorrectionPage} />
            <Route path={pageAddresses.deskSettled} component={SettledPage} />
            <Route path={pageAddresses.deskCorrection} component={CorrectionPage} />
            <Route path={pageAddresses.deskPaperAnswer} component={PaperAnswerPage} />
            <Route component={NoSuchPage} />
          </Switch>
        </OfficialContext>
      )}
    </Fetched>
  );
}
