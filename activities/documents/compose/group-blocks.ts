import { formatDate } from '../../../domain/format';
import type { Block } from '../content';
import type { GroupThatDay, SeatedThatDay } from '../group-that-day';
import { documentTexts, heading, paragraph, type DocumentInput } from './frame';

/** Before which group a version was put, on which day, and who sat in it then, by side. */
export function groupBlocks(input: DocumentInput, group: GroupThatDay | undefined): Block[] {
  if (!group || group.sides.length === 0) return [];
  const t = documentTexts(input);
  const date = formatDate(group.day, input.language);
  const named = ({ name, represents, substitute }: SeatedThatDay) => {
    const about = [represents, substitute ? t('group.substitute') : ''].filter((each) => each);
    return about.length === 0 ? name : `${name} (${about.join(', ')})`;
  };
  return [
    heading(2, group.name),
    paragraph(t('group.putBefore', { group: group.name, date })),
    {
      kind: 'facts',
      rows: group.sides.map(({ side, members }) => ({
        label: t(`group.sides.${side}`),
        value: members.map(named).join('\n'),
      })),
    },
  ];
}
