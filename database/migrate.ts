import { accession, accessionSecurity } from './migrations/001-accession';
import { rounds } from './migrations/002-rounds';
import { desk } from './migrations/003-desk';
import { application, applicationSecurity } from './migrations/004-application';
import { deskList } from './migrations/005-desk-list';
import { diary } from './migrations/006-diary';
import { lettersByPost } from './migrations/007-letters-by-post';
import { correctedAddresses } from './migrations/008-corrected-addresses';
import { parties } from './migrations/009-parties';
import { applicantsOwn } from './migrations/010-applicants-own';
import { codes } from './migrations/011-codes';
import { delegatedDecisions } from './migrations/012-delegated-decisions';
import { reportsBeside } from './migrations/013-reports-beside';
import { committees } from './migrations/014-committees';
import { ledger } from './migrations/015-ledger';
import { reachedOtherwise } from './migrations/016-reached-otherwise';
import { roundsAgain } from './migrations/017-rounds-again';
import { commissions } from './migrations/018-commissions';
import { followingExtracts } from './migrations/019-following-extracts';
import { settlements } from './migrations/020-settlements';
import { statementDocuments } from './migrations/021-statement-documents';
import { followUp } from './migrations/022-follow-up';
import { droppedYears } from './migrations/023-dropped-years';
import { dialogues } from './migrations/024-dialogues';
import { forums } from './migrations/025-forums';
import { sharedDrafts } from './migrations/026-shared-drafts';
import { developmentPlans } from './migrations/027-development-plan';
import { focusAreas } from './migrations/028-focus-areas';
import { groups } from './migrations/029-groups';
import { newsletters } from './migrations/030-newsletter';
import { firstAgreements } from './migrations/031-first-agreement';
import { mending } from './migrations/032-mending';
import { frozenReports } from './migrations/033-frozen-reports';
import { forumInterpretation } from './migrations/034-forum-interpretation';
import { ledgerFiles } from './migrations/035-ledger-files';
import { bounces } from './migrations/036-bounces';
import { correctedEvents } from './migrations/037-corrected-events';
import { invitedByPost } from './migrations/038-invited-by-post';
import { correctedBodies } from './migrations/039-corrected-bodies';
import { correctedAnswers } from './migrations/040-corrected-answers';
import { correctedAccounts } from './migrations/041-corrected-accounts';
import { statementStands } from './migrations/042-statement-stands';
import { restoredCarryOvers } from './migrations/043-restored-carry-overs';
import { mistakenReversals } from './migrations/044-mistaken-reversals';
import { withdrawnPlaces } from './migrations/045-withdrawn-places';
import { sentProposals } from './migrations/046-sent-proposals';

/** Runs SQL outside the application's role; only migrations do. */
export interface MigrationConnection {
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** In order; a number is never reused and a migration that has run is never edited. */
export const migrations: readonly { number: number; sql: string }[] = [
  { number: 1, sql: accession + accessionSecurity },
  { number: 2, sql: rounds },
  { number: 3, sql: desk },
  { number: 4, sql: application + applicationSecurity },
  { number: 5, sql: deskList },
  { number: 6, sql: diary },
  { number: 7, sql: lettersByPost },
  { number: 8, sql: correctedAddresses },
  { number: 9, sql: parties },
  { number: 10, sql: applicantsOwn },
  { number: 11, sql: codes },
  { number: 12, sql: delegatedDecisions },
  { number: 13, sql: reportsBeside },
  { number: 14, sql: committees },
  { number: 15, sql: ledger },
  { number: 16, sql: reachedOtherwise },
  { number: 17, sql: roundsAgain },
  { number: 18, sql: commissions },
  { number: 19, sql: followingExtracts },
  { number: 20, sql: settlements },
  { number: 21, sql: statementDocuments },
  { number: 22, sql: followUp },
  { number: 23, sql: droppedYears },
  { number: 24, sql: dialogues },
  { number: 25, sql: forums },
  { number: 26, sql: sharedDrafts },
  { number: 27, sql: developmentPlans },
  { number: 28, sql: focusAreas },
  { number: 29, sql: groups },
  { number: 30, sql: newsletters },
  { number: 31, sql: firstAgreements },
  { number: 32, sql: mending },
  { number: 33, sql: frozenReports },
  { number: 34, sql: forumInterpretation },
  { number: 35, sql: ledgerFiles },
  { number: 36, sql: bounces },
  { number: 37, sql: correctedEvents },
  { number: 38, sql: invitedByPost },
  { number: 39, sql: correctedBodies },
  { number: 40, sql: correctedAnswers },
  { number: 41, sql: correctedAccounts },
  { number: 42, sql: statementStands },
  { number: 43, sql: restoredCarryOvers },
  { number: 44, sql: mistakenReversals },
  { number: 45, sql: withdrawnPlaces },
  { number: 46, sql: sentProposals },
];

// Any constant works; all servers and workers of one database must use the same.
const migrationLock = 7_203_411;

// Roles belong to the whole cluster, so another database's migration may create it at the same moment.
const createRole = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'samverkan_app') then
    create role samverkan_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant samverkan_app to %I', current_user);
exception when others then null;
end $$;
grant usage on schema public to samverkan_app;
`;

/** Brings the database to the newest schema. Several processes may call it at once: one works, the others wait. */
export async function migrate(connection: MigrationConnection): Promise<void> {
  await connection.query('begin');
  try {
    await connection.query(`select pg_advisory_xact_lock(${migrationLock})`);
    await connection.query(
      'create table if not exists migration (number integer primary key, recorded_at timestamptz not null default now())',
    );
    await connection.query(createRole);
    const done = await connection.query('select number from migration');
    const numbers = new Set(done.rows.map((row) => Number(row.number)));
    for (const migration of migrations.filter((each) => !numbers.has(each.number))) {
      await connection.query(migration.sql);
      await connection.query(`insert into migration (number) values (${migration.number})`);
    }
    await connection.query('commit');
  } catch (error) {
    await connection.query('rollback');
    throw error;
  }
}
