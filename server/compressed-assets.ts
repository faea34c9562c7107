import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response, NextFunction } from 'express';

const compress = promisify(gzip);

/** What is worth compressing; everything else is sent as it is. */
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Sends scripts and styles of a directory compressed, to browsers that take it. Each is compressed
 * once: a built file's name changes with its content.
 */
export function compressedAssets(directory: string) {
  const kept = new Map<string, Buffer>();
  const compressed = async (name: string): Promise<Buffer> => {
    const found = kept.get(name) ?? (await compress(await readFile(path.join(directory, name))));
    kept.set(name, found);
    return found;
  };
  return async (request: Request<{ name: string }>, response: Response, next: NextFunction) => {
    const name = path.basename(request.params.name);
    const contentType = contentTypes[path.extname(name)];
    if (!contentType) return next();
    response.vary('Accept-Encoding');
    if (!request.acceptsEncodings('gzip')) return next();
    const body = await compressed(name).catch(() => undefined);
    if (!body) return next();
    response.set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Encoding': 'gzip',
      'Content-Type': contentType,
    });
    response.send(body);
  };
}
