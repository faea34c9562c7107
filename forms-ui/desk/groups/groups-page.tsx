import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { GroupView } from '../../../domain/api/groups';
import { keepsGroups } from '../../../domain/officials';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { listGroups } from './endpoints';
import { GroupActs } from './group-acts';
import { GroupChanges } from './group-changes';
import { GroupMembers } from './group-members';
import { GroupStanding } from './group-standing';

/** Who sits in the groups that are asked together, and where that is changed. */
export function GroupsPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`groups/${id}`, (signal) => listGroups(id, signal));
  const [only, ...others] = official.groups;
  const title = only !== undefined && others.length === 0 ? only : t('groups.heading');
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={title} site={name} />
      <Paragraph>{t('groups.lead')}</Paragraph>
      <DeskFetched resource={resource}>
        {(groups) =>
          groups.length === 0 ? (
            <Paragraph>{t('groups.none')}</Paragraph>
          ) : (
            groups.map((group) => (
              <Group
                key={group.id}
                group={group}
                isOnly={groups.length === 1}
                onDone={resource.reload}
              />
            ))
          )
        }
      </DeskFetched>
    </div>
  );
}

interface Props {
  group: GroupView;
  isOnly: boolean;
  onDone: () => void;
}

function Group({ group, isOnly, onDone }: Props) {
  const { official } = useOfficial();
  return (
    <>
      {!isOnly && (
        <Heading level={2} data-size="md">
          {group.name}
        </Heading>
      )}
      <GroupStanding group={group} />
      <GroupMembers group={group} />
      {keepsGroups(official) && <GroupChanges group={group} onDone={onDone} />}
      <GroupActs acts={group.acts} />
    </>
  );
}
