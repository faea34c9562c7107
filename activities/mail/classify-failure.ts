export interface MailFailure {
  accepted: false;
  /** Sending the same letter again cannot succeed. */
  permanent: boolean;
  /** `smtp.550` for a server's answer, otherwise `smtp.` and what failed. */
  code: string;
}

// Where the server judges the letter itself. A refusal anywhere else (greeting, TLS, sign-in) is
// about the connection or our settings, and passes when those are put right.
const commandsAboutTheLetter = ['MAIL FROM', 'RCPT TO', 'DATA'];
const authenticationReplies = [530, 534, 535, 538];

const classes: Readonly<Record<string, string>> = {
  ECONNECTION: 'smtp.connection',
  ESOCKET: 'smtp.connection',
  EPROTOCOL: 'smtp.connection',
  EDNS: 'smtp.dns',
  ETIMEDOUT: 'smtp.timeout',
  ETLS: 'smtp.tls',
  EAUTH: 'smtp.authentication',
  ENOAUTH: 'smtp.authentication',
  EENVELOPE: 'smtp.address',
  EMESSAGE: 'smtp.message',
};

/**
 * What a failed attempt means for the letter. Only classes leave this function: the error's text
 * quotes the server, and the server quotes addresses.
 */
export function classifyFailure(error: unknown): MailFailure {
  const { code, command, responseCode } = detailsOf(error);
  if (responseCode !== undefined && authenticationReplies.includes(responseCode)) {
    return { accepted: false, permanent: false, code: 'smtp.authentication' };
  }
  if (responseCode !== undefined && commandsAboutTheLetter.includes(command)) {
    // 503 is about the order of commands: the same letter can go on another connection.
    const permanent = responseCode >= 500 && responseCode !== 503;
    return { accepted: false, permanent, code: `smtp.${responseCode}` };
  }
  return {
    accepted: false,
    permanent: isRefusedByUs(code),
    code: classes[code] ?? 'smtp.unexpected',
  };
}

/** No server can be asked about the address. */
export const unusableAddress: MailFailure = {
  accepted: false,
  permanent: true,
  code: 'smtp.address',
};

/** An address no server can be asked about, or a letter larger than the server takes. */
function isRefusedByUs(code: string): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function detailsOf(error: unknown): { code: string; command: string; responseCode?: number } {
  const details = typeof error === 'object' && error !== null ? error : {};
  const { code, command, responseCode } = details as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    ...(isSmtpReply(responseCode) ? { responseCode } : {}),
  };
}

function isSmtpReply(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
}
