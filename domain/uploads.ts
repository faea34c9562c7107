const megabyte = 1024 * 1024;

/** What one file and the files of one draft may be. */
export const uploadLimits = {
  /** Bytes of a file. */
  bytes: 20 * megabyte,
  files: 20,
  /** Bytes of all of them. */
  bytesInAll: 100 * megabyte,
} as const;

/** What may be uploaded, by the type its content shows, and how its name may end. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
};

/** What a file picker is told; what a file is, its content decides. */
export const acceptedFiles = Object.entries(endings)
  .flatMap(([type, names]) => [type, ...names.map((name) => `.${name}`)])
  .join(',');

export type UploadFault =
  'file.empty' | 'file.tooLarge' | 'file.type' | 'file.mismatch' | 'file.encrypted';

/** What is known of a file once it has been read. */
export interface FileFacts {
  /** Without folders. */
  name: string;
  /** As its content shows; undefined when it shows none that is known. */
  type: string | undefined;
  bytes: number;
  /** A PDF that asks for a password, or allows only some uses. */
  encrypted: boolean;
}

/** Why a file cannot be taken, the first reason that helps; undefined for one that can. */
export function uploadFault({ name, type, bytes, encrypted }: FileFacts): UploadFault | undefined {
  if (bytes === 0) return 'file.empty';
  if (bytes > uploadLimits.bytes) return 'file.tooLarge';
  const allowed = endings[type ?? ''];
  const [, ending] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  const claims = Object.values(endings).some(
    (each) => ending !== undefined && each.includes(ending),
  );
  if (!allowed) return claims ? 'file.mismatch' : 'file.type';
  if (ending !== undefined && !allowed.includes(ending)) return 'file.mismatch';
  return encrypted ? 'file.encrypted' : undefined;
}
