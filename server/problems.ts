import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Problem } from '../domain/api/shapes';
import { DomainError, errorStatuses, type ErrorCode } from '../domain/errors';
import type { Language } from '../domain/language';
import { translator } from '../domain/texts';
import { codeOf, isOutage, placeOf } from '../domain/unknown-error';
import type { ServerContext } from './context';
import { requestLanguage } from './endpoint';

/** The one place where a code becomes an answer: RFC 9457, the sentence in the reader's language. */
export function problemHandler(context: ServerContext): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next) => {
    if (response.headersSent) return next(error);
    const refusal = asDomainError(error);
    if (refusal.code === 'system.unexpected') {
      // The name and the place only: a message may quote what somebody typed.
      context.log.error({ path: routeOf(request), error: describe(error) }, 'unexpected error');
    }
    sendProblem(response, refusal, requestLanguage(request, context));
  };
}

export function sendProblem(response: Response, refusal: DomainError, language: Language): void {
  const status = errorStatuses[refusal.code];
  const problem: Problem = {
    type: `about:blank#${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    detail: sentence(refusal.code, language, refusal.values),
    ...(Object.keys(refusal.fields).length > 0 && { fields: { ...refusal.fields } }),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** What happened and what to do, in words. */
export function sentence(
  code: ErrorCode,
  language: Language,
  values: DomainError['values'] = {},
): string {
  return translator(language, 'common')(`errors.${code}`, values as Record<'name', string>);
}

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new DomainError('request.tooLarge');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new DomainError('request.malformed');
  }
  return isOutage(error)
    ? new DomainError('system.unavailable')
    : new DomainError('system.unexpected');
}

function describe(error: unknown): { name: string; code: string; at: string | undefined } {
  const name = error instanceof Error ? error.name : typeof error;
  return { name, code: codeOf(error), at: placeOf(error) };
}

/** The route's pattern, never the address itself: an address may carry an id. */
function routeOf(request: Request): string {
  return (request.route as { path?: string } | undefined)?.path ?? 'unrouted';
}
