import { getIn, useFormik, type FormikProps } from 'formik';
import { useEffect, useRef, useState } from 'react';
import { rootOf } from '../../../domain/forms/fields';
import type { Fault, Faults, FormDefinition } from '../../../domain/forms/types';
import { findFaults, type Rejection } from './find-faults';
import type { TypedAnswers } from './typed-answers';
import { useAfterPress } from './use-after-press';

/** The part of a form on the page now, and what checking it covers. */
export interface Scope {
  id: string;
  fieldIds: readonly string[];
  /** Scopes whose faults may be shown once this one has been checked; this one included. */
  covers: readonly string[];
}

/** What is known beside a form and bears on its answers, such as how much money there is. */
export interface Beside {
  /** The faults that it finds, and that nobody else has to be believed about. */
  judges: readonly Fault[];
  faults: (typed: TypedAnswers) => Faults;
  /** What to do about a fault at a path, where it can say more than the form. */
  sentence: (path: string, fault: Fault, typed: TypedAnswers) => string | undefined;
  /** What is to be known at a path, right or wrong. */
  note: (path: string, typed: TypedAnswers) => string | undefined;
  /** Looks again, as something was found wrong that may have changed meanwhile. */
  refresh: () => void;
}

export interface AnswersForm {
  form: FormDefinition;
  beside?: Beside | undefined;
  formik: FormikProps<TypedAnswers>;
  /** The faults to show now, by path; empty before the first attempt to go on. */
  faults: Faults;
  /** Grows with each attempt that found faults: the summary then takes focus. */
  attempt: number;
  /** To be called when a field is left. */
  onLeave: () => void;
  /** Checks the scope and calls `onValid` when nothing is wrong. */
  submit: () => Promise<void>;
  /** Takes over the faults that the server found. */
  reject: (faults: Record<string, string>) => void;
}

interface Options {
  form: FormDefinition;
  initialAnswers: TypedAnswers;
  scope: Scope;
  beside?: Beside | undefined;
  onValid: (typed: TypedAnswers) => void | Promise<void>;
}

/**
 * A form's answers with Formik. Nothing complains before the first attempt; after that a field is
 * checked again when it is left, and by a pointer only once that has been released.
 */
export function useAnswersForm({
  form,
  initialAnswers,
  scope,
  beside,
  onValid,
}: Options): AnswersForm {
  const rejections = useRef(new Map<string, Rejection>());
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const afterPress = useAfterPress();
  const formik = useFormik<TypedAnswers>({
    initialValues: initialAnswers,
    validateOnChange: false,
    validateOnBlur: false,
    validate: (typed) =>
      findFaults(form, typed, scope.fieldIds, rejections.current, beside?.faults(typed)),
    onSubmit: () => undefined,
  });
  const showFaults = () => {
    setChecked((before) => new Set([...before, ...scope.covers]));
    setAttempt((n) => n + 1);
    beside?.refresh();
  };
  const onLeave = () => {
    if (checked.has(scope.id)) afterPress(() => void formik.validateForm());
  };
  const submit = async () => {
    const faults = await formik.validateForm();
    if (Object.keys(faults).length > 0) return showFaults();
    await onValid(formik.values);
  };
  const reject = (found: Record<string, string>) => {
    for (const [path, fault] of Object.entries(found)) {
      const value: unknown = getIn(formik.values, path);
      rejections.current.set(path, { value, fault: fault as Fault });
    }
    formik.setErrors(found);
    showFaults();
  };
  const isChecked = checked.has(scope.id);
  const { validateForm } = formik;
  const known = useRef(beside);
  // What became known since may be right now, or wrong, whatever the server found before.
  useEffect(() => {
    if (known.current !== beside) {
      for (const [path, { fault }] of rejections.current) {
        if (beside?.judges.includes(fault)) rejections.current.delete(path);
      }
      known.current = beside;
    }
    if (isChecked && beside) void validateForm();
  }, [beside, isChecked, validateForm]);
  const faults = shownFaults(formik, scope, checked);
  return { form, beside, formik, faults, attempt, onLeave, submit, reject };
}

function shownFaults(
  formik: FormikProps<TypedAnswers>,
  scope: Scope,
  checked: ReadonlySet<string>,
): Faults {
  if (!checked.has(scope.id)) return {};
  const found = Object.entries(formik.errors as Faults);
  return Object.fromEntries(found.filter(([path]) => scope.fieldIds.includes(rootOf(path))));
}
