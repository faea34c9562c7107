import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  mailTexts,
} from './letter';

type SimpleName =
  | 'completionRequested'
  | 'completionReminder'
  | 'completionOverdue'
  | 'completionReceived'
  | 'lapseDrafted'
  | 'lapseReminder'
  | 'caseClosed'
  | 'decided'
  | 'checkRequested'
  | 'checkReminder'
  | 'checkOverdue'
  | 'consultRequested'
  | 'consultReminder'
  | 'consultOverdue'
  | 'countersignRequested'
  | 'countersignReminder'
  | 'countersignOverdue'
  | 'settleRequested'
  | 'settleReminder'
  | 'confirmationRequested'
  | 'confirmationReminder'
  | 'confirmationOverdue'
  | 'partyChanged'
  | 'hearingRequested'
  | 'hearingReminder'
  | 'recordsAdded'
  | 'escalated'
  | 'matterSent'
  | 'matterReminder'
  | 'matterOverdue'
  | 'minutesRequested'
  | 'minutesReminder'
  | 'minutesOverdue'
  | 'matterEnded'
  | 'yearsDropped'
  | 'committeeDecided'
  | 'committeeCorrected'
  | 'reportRenewed'
  | 'circulationEnded'
  | 'commissionGiven'
  | 'commissionReminder'
  | 'commissionOverdue'
  | 'commissionEscalated'
  | 'commissionAnswered'
  | 'commissionEnded'
  | 'reportReminder'
  | 'reportOverdue'
  | 'adjustRequested'
  | 'adjustReminder'
  | 'adjustOverdue'
  | 'verifyRequested'
  | 'verifyReminder'
  | 'verifyOverdue'
  | 'transferPosted'
  | 'transferEnded'
  | 'transferSettled'
  | 'accountRequested'
  | 'accountReminder'
  | 'accountOverdue'
  | 'restRequested'
  | 'restReminder'
  | 'restOverdue'
  | 'yearSettled'
  | 'appraiseRequested'
  | 'appraiseReminder'
  | 'appraiseOverdue'
  | 'appropriationAnswered'
  | 'followUpAsked'
  | 'notesRequested'
  | 'notesReminder'
  | 'notesOverdue'
  | 'followUpReminder'
  | 'followUpPublished'
  | 'commentRequested'
  | 'commentReminder'
  | 'commentOverdue'
  | 'reviewReportRequested'
  | 'reviewReportReminder'
  | 'reviewReportOverdue'
  | 'replyRequested'
  | 'replyAgain'
  | 'replyReminder'
  | 'replyOverdue'
  | 'replied'
  | 'reactReminder'
  | 'dialogueSettled'
  | 'dialogueLapsed'
  | 'planRequested'
  | 'planReminder'
  | 'planOverdue'
  | 'decidePlanRequested'
  | 'decidePlanReminder'
  | 'decidePlanOverdue'
  | 'planAdopted'
  | 'planHolds'
  | 'planRefused'
  | 'shortlistRequested'
  | 'shortlistReminder'
  | 'shortlistOverdue'
  | 'voteFocusAsked'
  | 'voteFocusReminder'
  | 'decideFocusRequested'
  | 'decideFocusReminder'
  | 'decideFocusOverdue'
  | 'breakTieRequested'
  | 'breakTieReminder'
  | 'breakTieOverdue'
  | 'firstInvited'
  | 'openSurveyRequested'
  | 'openSurveyReminder'
  | 'openSurveyOverdue'
  | 'surveyAsked'
  | 'surveyReminder'
  | 'closeWorkshopsRequested'
  | 'closeWorkshopsReminder'
  | 'closeWorkshopsOverdue'
  | 'handOverRequested'
  | 'handOverReminder'
  | 'handOverOverdue'
  | 'draftHandedOver'
  | 'firstEnded'
  | 'newsletterRequested'
  | 'newsletterReminder'
  | 'newsletterOverdue'
  | 'newsletterLapsed'
  | 'newsletterSent';

/** Their buttons lead to what everybody can open, or to the desk. */
const withoutLink: readonly SimpleName[] = [
  'escalated',
  'partyChanged',
  'recordsAdded',
  'matterSent',
  'matterReminder',
  'matterOverdue',
  'minutesRequested',
  'minutesReminder',
  'minutesOverdue',
  'matterEnded',
  'yearsDropped',
  'committeeDecided',
  'committeeCorrected',
  'reportRenewed',
  'circulationEnded',
  'commissionEscalated',
  'commissionAnswered',
  'commissionEnded',
  'reportReminder',
  'reportOverdue',
  'verifyRequested',
  'verifyReminder',
  'verifyOverdue',
  'transferPosted',
  'transferEnded',
  'transferSettled',
  'accountRequested',
  'accountReminder',
  'accountOverdue',
  'restRequested',
  'restReminder',
  'restOverdue',
  'yearSettled',
  'appraiseRequested',
  'appraiseReminder',
  'appraiseOverdue',
  'appropriationAnswered',
  'followUpPublished',
  'dialogueSettled',
  'dialogueLapsed',
  'notesRequested',
  'notesReminder',
  'notesOverdue',
  'planAdopted',
  'planHolds',
  'planRefused',
  'firstInvited',
  'handOverRequested',
  'handOverReminder',
  'handOverOverdue',
  'draftHandedOver',
  'firstEnded',
  'newsletterLapsed',
  'newsletterSent',
];

/** A letter that needs nothing but its texts: why, how it is, what to do, and what happens otherwise. */
function simpleLetter(name: SimpleName): (parameters: DeadlineParameters) => LetterContent {
  return (parameters) => {
    const t = mailTexts(parameters);
    const values = { ...valuesWithDeadline(parameters) };
    return {
      ...frameOf(parameters),
      subject: t(`${name}.subject`, values),
      preheader: t(`${name}.preheader`, values),
      why: t(`${name}.why`, values),
      paragraphs: [
        t(`${name}.state`, values),
        t(`${name}.more`, values),
        ...(withoutLink.includes(name) ? [] : aboutLink(parameters)),
      ],
      action: { label: t(`${name}.action`), url: parameters.url },
      otherwise: t(`${name}.otherwise`, values),
    };
  };
}

/** To the coordinator: the case officer has questions, which are attached. */
export const completionRequested = simpleLetter('completionRequested');
export const completionReminder = simpleLetter('completionReminder');
export const completionOverdue = simpleLetter('completionOverdue');
/** To the coordinator: the answers have arrived; the application as it is now is attached. */
export const completionReceived = simpleLetter('completionReceived');
/** To the case officer: the organisation has not answered, what should happen? */
export const lapseDrafted = simpleLetter('lapseDrafted');
export const lapseReminder = simpleLetter('lapseReminder');
/** To the coordinator: the case is closed without accession; the letter that says why is attached. */
export const caseClosed = simpleLetter('caseClosed');
/** To whoever sent it: the decision, which is attached. For a process that ends with it. */
export const decided = simpleLetter('decided');
/** To the case officer: is the application complete, so that the group can give its opinion? */
export const checkRequested = simpleLetter('checkRequested');
export const checkReminder = simpleLetter('checkReminder');
export const checkOverdue = simpleLetter('checkOverdue');
/** To a member of the group: what do you say about the application? */
export const consultRequested = simpleLetter('consultRequested');
export const consultReminder = simpleLetter('consultReminder');
export const consultOverdue = simpleLetter('consultOverdue');
/** To whoever signs for the municipality; the agreement is attached. */
export const countersignRequested = simpleLetter('countersignRequested');
export const countersignReminder = simpleLetter('countersignReminder');
export const countersignOverdue = simpleLetter('countersignOverdue');
/** To the case officer: whoever was to sign for the municipality has declined, what should happen? */
export const settleRequested = simpleLetter('settleRequested');
export const settleReminder = simpleLetter('settleReminder');
/** To the contact point: somebody has not answered although reminded. */
export const escalated = simpleLetter('escalated');
/** To those who sign for a party: is what was reported about it right? */
export const confirmationRequested = simpleLetter('confirmationRequested');
export const confirmationReminder = simpleLetter('confirmationReminder');
export const confirmationOverdue = simpleLetter('confirmationOverdue');
/** To everybody whom a change of a party concerns: it is made; the letter that says so is attached. */
export const partyChanged = simpleLetter('partyChanged');
/** To a party's coordinator: answer before the municipality decides on an exclusion. */
export const hearingRequested = simpleLetter('hearingRequested');
export const hearingReminder = simpleLetter('hearingReminder');
/** To a body's secretary: a matter for its next meeting; what was decided is to be recorded. */
export const matterSent = simpleLetter('matterSent');
export const matterReminder = simpleLetter('matterReminder');
export const matterOverdue = simpleLetter('matterOverdue');
/** To a body's secretary: when were the minutes adjusted and announced? */
export const minutesRequested = simpleLetter('minutesRequested');
export const minutesReminder = simpleLetter('minutesReminder');
export const minutesOverdue = simpleLetter('minutesOverdue');
/** To a body's secretary: whoever sent the matter has ended it before the body dealt with it. */
export const matterEnded = simpleLetter('matterEnded');
/** To those whom a transfer concerns: it was ended, and years that were only planned are dropped. */
export const yearsDropped = simpleLetter('yearsDropped');
/** To the official who sent a matter out: a body has decided; the certified extract is attached. */
export const committeeDecided = simpleLetter('committeeDecided');
export const committeeCorrected = simpleLetter('committeeCorrected');
export const reportRenewed = simpleLetter('reportRenewed');
/** To the same: all have dealt with it, or it was referred back. */
export const circulationEnded = simpleLetter('circulationEnded');
/** To an office: a committee has given it a task; the committee's words are attached. */
export const commissionGiven = simpleLetter('commissionGiven');
export const commissionReminder = simpleLetter('commissionReminder');
export const commissionOverdue = simpleLetter('commissionOverdue');
/** To the committee's secretary: an office has not answered although reminded. */
export const commissionEscalated = simpleLetter('commissionEscalated');
/** To the same: an office has answered; at which meeting is that reported? */
export const commissionAnswered = simpleLetter('commissionAnswered');
export const reportReminder = simpleLetter('reportReminder');
export const reportOverdue = simpleLetter('reportOverdue');
/** To the office: nobody waits for its answer any more. */
export const commissionEnded = simpleLetter('commissionEnded');
/** To whoever asked for a transfer: a committee wants it changed, or has referred it back. */
export const adjustRequested = simpleLetter('adjustRequested');
export const adjustReminder = simpleLetter('adjustReminder');
export const adjustOverdue = simpleLetter('adjustOverdue');
/** To the controller: are the sums of a transfer right, and is the money there? */
export const verifyRequested = simpleLetter('verifyRequested');
export const verifyReminder = simpleLetter('verifyReminder');
export const verifyOverdue = simpleLetter('verifyOverdue');
/** To those who give, receive and asked: money has been moved; the order is attached. */
export const transferPosted = simpleLetter('transferPosted');
/** To whoever asked: how the request for a transfer ended. */
export const transferEnded = simpleLetter('transferEnded');
/** To the same: all years are settled; the closing statement is attached. */
export const transferSettled = simpleLetter('transferSettled');
/** To the accountant of whoever received money: what was used of it in the year? */
export const accountRequested = simpleLetter('accountRequested');
export const accountReminder = simpleLetter('accountReminder');
export const accountOverdue = simpleLetter('accountOverdue');
/** To the controller: how much of the rest is taken along to the next year? */
export const restRequested = simpleLetter('restRequested');
export const restReminder = simpleLetter('restReminder');
export const restOverdue = simpleLetter('restOverdue');
/** To those who gave, received and asked: a year is settled. */
export const yearSettled = simpleLetter('yearSettled');
/** To the controller: what does the budget process say to a request for more? */
export const appraiseRequested = simpleLetter('appraiseRequested');
export const appraiseReminder = simpleLetter('appraiseReminder');
export const appraiseOverdue = simpleLetter('appraiseOverdue');
/** To whoever asked for more: the answer, which is attached. */
export const appropriationAnswered = simpleLetter('appropriationAnswered');
/** To each of the many who are asked how the agreement is kept. */
export const followUpAsked = simpleLetter('followUpAsked');
export const followUpReminder = simpleLetter('followUpReminder');
/** To the same: the report is there to read. */
export const followUpPublished = simpleLetter('followUpPublished');
/** To whoever arranged a dialogue forum: what was said and decided there? */
export const notesRequested = simpleLetter('notesRequested');
export const notesReminder = simpleLetter('notesReminder');
export const notesOverdue = simpleLetter('notesOverdue');
/** To the contact point: what do the answers show? The report is attached. */
export const commentRequested = simpleLetter('commentRequested');
export const commentReminder = simpleLetter('commentReminder');
export const commentOverdue = simpleLetter('commentOverdue');
/** To the members of the partnership group: can the report go on? It is attached. */
export const reviewReportRequested = simpleLetter('reviewReportRequested');
export const reviewReportReminder = simpleLetter('reviewReportReminder');
export const reviewReportOverdue = simpleLetter('reviewReportOverdue');
/** To the contact point: what does the municipality answer to a complaint or to what is unclear? */
export const replyRequested = simpleLetter('replyRequested');
/** To the same: whoever asked asks on. */
export const replyAgain = simpleLetter('replyAgain');
export const replyReminder = simpleLetter('replyReminder');
export const replyOverdue = simpleLetter('replyOverdue');
/** To whoever asked: there is an answer, which is attached; close the case or ask on. */
export const replied = simpleLetter('replied');
export const reactReminder = simpleLetter('reactReminder');
/** To the same: the case has ended as they wanted, or as they said nothing more. */
export const dialogueSettled = simpleLetter('dialogueSettled');
export const dialogueLapsed = simpleLetter('dialogueLapsed');
/** To the contact point: how far has the development plan come, and how is it to go on? */
export const planRequested = simpleLetter('planRequested');
export const planReminder = simpleLetter('planReminder');
export const planOverdue = simpleLetter('planOverdue');
/** To those who decide: is the plan to hold? It is attached. */
export const decidePlanRequested = simpleLetter('decidePlanRequested');
export const decidePlanReminder = simpleLetter('decidePlanReminder');
export const decidePlanOverdue = simpleLetter('decidePlanOverdue');
/** To the contact point: the plan holds; it is attached. */
export const planAdopted = simpleLetter('planAdopted');
/** To the contact point: a newsletter to go through and send. */
export const newsletterRequested = simpleLetter('newsletterRequested');
export const newsletterReminder = simpleLetter('newsletterReminder');
export const newsletterOverdue = simpleLetter('newsletterOverdue');
export const newsletterLapsed = simpleLetter('newsletterLapsed');
/** To the same: it has gone to those who subscribe; it is attached. */
export const newsletterSent = simpleLetter('newsletterSent');
/** To the case officer: the organisation has added records at its status page. */
export const recordsAdded = simpleLetter('recordsAdded');
/** To every party, office and company: what is to be done is another now. */
export const planHolds = simpleLetter('planHolds');
/** To the contact point: the committee has said no to the plan. */
export const planRefused = simpleLetter('planRefused');
/** To the contact point: which of the proposed focus areas are there to choose between? */
export const shortlistRequested = simpleLetter('shortlistRequested');
export const shortlistReminder = simpleLetter('shortlistReminder');
export const shortlistOverdue = simpleLetter('shortlistOverdue');
/** To each party: its vote on focus areas. */
export const voteFocusAsked = simpleLetter('voteFocusAsked');
export const voteFocusReminder = simpleLetter('voteFocusReminder');
/** To the members of the group that decides on focus areas. */
export const decideFocusRequested = simpleLetter('decideFocusRequested');
export const decideFocusReminder = simpleLetter('decideFocusReminder');
export const decideFocusOverdue = simpleLetter('decideFocusOverdue');
/** To the contact point: which of the areas that the votes have not told apart? */
export const breakTieRequested = simpleLetter('breakTieRequested');
export const breakTieReminder = simpleLetter('breakTieReminder');
export const breakTieOverdue = simpleLetter('breakTieOverdue');
/** To an organisation that is invited to the way to a first agreement: the work begins. */
export const firstInvited = simpleLetter('firstInvited');
/** To its contact person: are the meetings done, and until when is the survey open? */
export const openSurveyRequested = simpleLetter('openSurveyRequested');
export const openSurveyReminder = simpleLetter('openSurveyReminder');
export const openSurveyOverdue = simpleLetter('openSurveyOverdue');
/** To an organisation that is invited: the three questions. */
export const surveyAsked = simpleLetter('surveyAsked');
export const surveyReminder = simpleLetter('surveyReminder');
/** To the contact person: are the workshops done? The compiled answers are attached. */
export const closeWorkshopsRequested = simpleLetter('closeWorkshopsRequested');
export const closeWorkshopsReminder = simpleLetter('closeWorkshopsReminder');
export const closeWorkshopsOverdue = simpleLetter('closeWorkshopsOverdue');
/** To the contact person: the draft is to be handed over. */
export const handOverRequested = simpleLetter('handOverRequested');
export const handOverReminder = simpleLetter('handOverReminder');
export const handOverOverdue = simpleLetter('handOverOverdue');
/** To everybody who is invited: the draft, with what was answered, and thanks. */
export const draftHandedOver = simpleLetter('draftHandedOver');
/** To everybody who is invited: the work was ended early. */
export const firstEnded = simpleLetter('firstEnded');
