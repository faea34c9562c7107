import { getIn } from 'formik';
import { useEffect, useRef, useState } from 'react';
import { bounds } from '../../../domain/forms/fields';
import type { FileAnswer } from '../../../domain/forms/types';
import { uploadLimits } from '../../../domain/uploads';
import { problemSentence } from '../api/problem-sentence';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';
import { useUploads } from './uploads-context';

/** A file that is on its way, or that was refused. */
export interface WaitingFile {
  key: string;
  name: string;
  size: number;
  /** How much of it has gone, from 0 to 1. */
  share: number;
  /** Why it was refused, in a sentence that names it. */
  fault?: string;
}

let chosen = 0;

/** The files of a field: those that have been sent are its answer, the others wait or were refused. */
export function useFileAnswers({ answers, field, path }: FieldProps) {
  const t = useTexts();
  const uploads = useUploads();
  const [waiting, setWaiting] = useState<readonly WaitingFile[]>([]);
  const [news, setNews] = useState('');
  const files = getIn(answers.formik.values, path) as readonly FileAnswer[];
  // Sending takes longer than a rendering.
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const keep = async (next: readonly FileAnswer[]) => {
    latest.current = next;
    await answers.formik.setFieldValue(path, next, false);
    answers.onLeave();
  };
  const change = (key: string, to: Partial<WaitingFile>) =>
    setWaiting((before) => before.map((each) => (each.key === key ? { ...each, ...to } : each)));
  const refuse = (key: string, fault: string) => {
    change(key, { fault });
    setNews(fault);
  };
  const send = async (key: string, file: File) => {
    if (latest.current.length >= bounds(field).max)
      return refuse(key, t('files.full', { name: file.name }));
    const known = faultBefore(file);
    if (known) return refuse(key, t(`common:errors.file.${known}`, { name: file.name }));
    try {
      const sent = await uploads.add(file, (share) => change(key, { share }));
      setWaiting((before) => before.filter((each) => each.key !== key));
      setNews(t('files.sent', { name: file.name }));
      await keep([...latest.current, sent]);
    } catch (error) {
      refuse(key, problemSentence(error, t));
    }
  };
  const add = (given: readonly File[]) => {
    const begun = given.map((file) => ({ file, key: `${(chosen += 1)}` }));
    const added = begun.map(({ file: { name, size }, key }) => ({ key, name, size, share: 0 }));
    // What was refused before has been read by now.
    setWaiting((before) => [...before.filter(({ fault }) => fault === undefined), ...added]);
    // One after the other: one that is refused does not keep the others.
    void begun.reduce((before, { file, key }) => before.then(() => send(key, file)), noWork);
  };
  const remove = (file: FileAnswer) => {
    setNews(t('files.removed', { name: file.name }));
    void keep(latest.current.filter(({ id }) => id !== file.id));
    // A file that nobody names goes with the draft at the latest.
    uploads.remove(file).catch(() => undefined);
  };
  return { files, waiting, news, add, remove };
}

const noWork = Promise.resolve();

/** What need not be sent to be known. */
function faultBefore({ size }: File): 'empty' | 'tooLarge' | undefined {
  if (size === 0) return 'empty';
  return size > uploadLimits.bytes ? 'tooLarge' : undefined;
}
