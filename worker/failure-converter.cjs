// @ts-check
/* CommonJS because the SDK loads it with `require`, in Node and in the workflow bundle alike. */
const {
  ApplicationFailure,
  DefaultFailureConverter,
  TemporalFailure,
} = require('@temporalio/common');

/** @typedef {ReturnType<DefaultFailureConverter['errorToFailure']>} ProtoFailure */

/**
 * Keeps messages and stacks out of histories: an SMTP server's answer quotes addresses and a
 * database error quotes values. What stays is the failure's type, which is a code of ours.
 */
class CodeOnlyFailureConverter extends DefaultFailureConverter {
  /**
   * @override
   * @param {unknown} error
   * @param {import('@temporalio/common').PayloadConverter} payloadConverter
   */
  errorToFailure(error, payloadConverter) {
    const failure = error instanceof TemporalFailure ? error : asApplicationFailure(error);
    return strip(super.errorToFailure(failure, payloadConverter));
  }
}

/**
 * Anything that is not Temporal's own is a fault of ours, known by its class only.
 * @param {unknown} error
 */
function asApplicationFailure(error) {
  const type = error instanceof Error ? error.name : 'unknown';
  return ApplicationFailure.create({ type, message: type });
}

/**
 * @param {ProtoFailure} failure
 * @returns {ProtoFailure}
 */
function strip(failure) {
  const info = failure.applicationFailureInfo;
  return {
    ...failure,
    message: info?.type ?? '',
    stackTrace: '',
    ...(failure.cause && { cause: strip(failure.cause) }),
    ...(info && { applicationFailureInfo: { ...info, details: null } }),
  };
}

exports.failureConverter = new CodeOnlyFailureConverter();
