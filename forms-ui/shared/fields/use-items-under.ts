import { useEffect, useRef, useState } from 'react';
import { fieldsOf } from '../../../domain/forms/fields';
import type { Answers, FormField } from '../../../domain/forms/types';
import { focusField } from '../forms/fault-summary';
import { startingItem, type TypedAnswers } from '../forms/typed-answers';
import type { FieldProps } from './form-field';

/** An item and where it is among all. */
export interface Placed {
  i: number;
  item: TypedAnswers;
}

/** What the items of a group that came with a form have in common, in their order. */
export function headingsIn(came: Answers, { id, under = '' }: FormField): string[] {
  const items = came[id];
  const found = Array.isArray(items) ? (items as readonly Answers[]) : [];
  const headings = found.flatMap((item) => {
    const heading = item[under];
    return typeof heading === 'string' ? [heading] : [];
  });
  return [...new Set(headings)];
}

/**
 * The items under each heading and those apart, and what adds and removes them. One that is added apart
 * stays there while its heading is written, whatever that comes to be: focus is in it.
 */
export function useItemsUnder(
  { answers, field, path }: FieldProps,
  items: readonly TypedAnswers[],
  headings: readonly string[],
) {
  const under = field.under ?? '';
  const headingOf = (item: TypedAnswers) => headings.find((each) => each === item[under]);
  const [added, setAdded] = useState<readonly number[]>([]);
  const goTo = useRef<string>(undefined);
  useEffect(() => {
    if (goTo.current === undefined) return;
    focusField(goTo.current);
    goTo.current = undefined;
  }, [items]);
  const placed: Placed[] = items.map((item, i) => ({ i, item }));
  const isApart = ({ i, item }: Placed) => added.includes(i) || headingOf(item) === undefined;
  const change = async (next: readonly TypedAnswers[]) => {
    await answers.formik.setFieldValue(path, next, false);
    answers.onLeave();
  };
  const fields = fieldsOf(field);
  const firstOf = (given: boolean) => fields.find(({ id }) => !given || id !== under)?.id ?? '';
  return {
    apart: placed.filter(isApart),
    within: (heading: string) =>
      placed.filter((each) => !isApart(each) && each.item[under] === heading),
    /** Under a heading, or apart without one; the first field to fill in has focus. */
    add(heading?: string) {
      goTo.current = `${path}.${items.length}.${firstOf(heading !== undefined)}`;
      if (heading === undefined) setAdded([...added, items.length]);
      void change([...items, startingItem(fields, { [under]: heading ?? '' })]);
    },
    /** The item that stands in its place then has focus, where one does. */
    remove({ i }: Placed, among: readonly Placed[]) {
      const beside = among.filter((each) => each.i !== i);
      const next = beside.find((each) => each.i > i) ?? beside.at(-1);
      if (next !== undefined) {
        const position = next.i > i ? next.i - 1 : next.i;
        goTo.current = `${path}.${position}.${firstOf(!isApart(next))}`;
      }
      setAdded(added.filter((each) => each !== i).map((each) => (each > i ? each - 1 : each)));
      void change(items.filter((_, position) => position !== i));
      return next !== undefined;
    },
  };
}
