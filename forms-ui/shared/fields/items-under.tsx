import { Button, Details } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { bounds } from '../../../domain/forms/fields';
import type { Answers } from '../../../domain/forms/types';
import type { TypedAnswers } from '../forms/typed-answers';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';
import { AddItem, GroupItem } from './group-field';
import { UnderContext } from './under-context';
import { useGoneThrough } from './use-gone-through';
import { headingsIn, useItemsUnder, type Placed } from './use-items-under';
import './items-under.css';

interface Props {
  /** What the form came with. */
  came: Answers;
  /** What it is called where the tab keeps it. */
  name: string;
  children: ReactNode;
}

/** Groups inside whose items have a heading in common stand under it, heading by heading. */
export function WithItemsUnder({ came, name, children }: Props) {
  const under = useMemo(() => ({ came, name, Items: ItemsUnder }), [came, name]);
  return <UnderContext value={under}>{children}</UnderContext>;
}

/**
 * Each heading that came with the form folds its items, and is gone through or left. What is added under
 * another heading stands last, with that heading to fill in.
 */
function ItemsUnder(props: FieldProps) {
  const { answers, field, path } = props;
  const t = useTexts();
  const { came = {}, name = '' } = useContext(UnderContext) ?? {};
  const headings = headingsIn(came, field);
  const items = getIn(answers.formik.values, path) as readonly TypedAnswers[];
  const { apart, within, add, remove } = useItemsUnder(props, items, headings);
  const { gone, mark } = useGoneThrough(`${name}/${path}`);
  const left = headings.filter((each) => !gone.includes(each));
  const [opened, setOpened] = useState<readonly string[]>(left.slice(0, 1));
  const summaries = useRef(new Map<string, HTMLElement | null>());
  const end = useRef<HTMLParagraphElement>(null);
  // What is to be corrected must be there to go to.
  const isOpen = (heading: string) =>
    opened.includes(heading) ||
    within(heading).some(({ i }) =>
      Object.keys(answers.faults).some((each) => each.startsWith(`${path}.${i}.`)),
    );
  const close = (heading: string) => opened.filter((each) => each !== heading);

  const goOn = (from: string) => {
    mark(from);
    const next = left.find((each) => each !== from);
    setOpened([...close(from), ...(next === undefined ? [] : [next])]);
    const target = next === undefined ? end.current : summaries.current.get(next);
    target?.focus({ preventScroll: true });
    // The one that was gone through folds first: what stands below it moves.
    requestAnimationFrame(() => target?.scrollIntoView({ block: 'start' }));
  };

  const itemIn = (among: readonly Placed[], heading?: string) => {
    const mayGo = items.length > Math.max(1, bounds(field).min);
    const removed = (each: Placed) => {
      if (!remove(each, among)) (summaries.current.get(heading ?? '') ?? end.current)?.focus();
    };
    return among.map((each) => (
      <GroupItem
        key={each.i}
        {...props}
        {...each}
        without={heading === undefined ? undefined : field.under}
        onRemove={mayGo ? () => removed(each) : undefined}
      />
    ));
  };

  return (
    <>
      {headings.map((heading) => (
        <Details
          key={heading}
          className="items-under"
          open={isOpen(heading)}
          onToggle={() => setOpened(isOpen(heading) ? close(heading) : [...opened, heading])}
        >
          <Details.Summary
            ref={(element: HTMLElement | null) => void summaries.current.set(heading, element)}
          >
            <span>
              <bdi>{heading}</bdi>
              <span className="items-under__stand">
                {t('task.under.count', { count: within(heading).length })}
                {', '}
                {t(gone.includes(heading) ? 'task.under.gone' : 'task.under.left')}
              </span>
            </span>
          </Details.Summary>
          <Details.Content className="items-under__items">
            {itemIn(within(heading), heading)}
            {items.length < bounds(field).max && (
              <Button type="button" variant="secondary" onClick={() => add(heading)}>
                {t('task.under.add')} <span className="ds-sr-only">{heading}</span>
              </Button>
            )}
            <Button type="button" onClick={() => goOn(heading)}>
              {t('task.under.goOn')} <span className="ds-sr-only">{heading}</span>
            </Button>
          </Details.Content>
        </Details>
      ))}
      <p className="items-under__left" role="status" tabIndex={-1} ref={end}>
        {left.length === 0
          ? t('task.under.allGone')
          : t('task.under.stillLeft', { headings: left.join(', ') })}
      </p>
      {itemIn(apart)}
      <AddItem {...props} count={items.length} onAdd={() => add()} />
    </>
  );
}
