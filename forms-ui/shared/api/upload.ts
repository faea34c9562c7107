import type { Problem } from '../../../domain/api/shapes';
import type { FileAnswer } from '../../../domain/forms/types';
import { currentLanguage } from '../i18n/setup';
import { ApiError } from './client';

/**
 * Sends a file and tells how much of it has gone, from 0 to 1. Not by `fetch`, which cannot tell.
 * Throws {@link ApiError}.
 */
export function upload(
  path: string,
  file: File,
  onProgress: (share: number) => void,
  note?: string,
): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    // In a header, so that what a file is called stands in no address.
    const name = encodeURIComponent(file.name);
    request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
    if (note) request.setRequestHeader('Content-Description', encodeURIComponent(note));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as FileAnswer);
      else reject(new ApiError(request.status, (request.response as Problem | null) ?? undefined));
    };
    request.onerror = () => reject(new ApiError(0));
    request.send(file);
  });
}
