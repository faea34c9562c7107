import { bounceReasons, reasonOf } from '../../domain/bounces/reasons';
import { judgeReport } from '../../domain/bounces/report';

const judge = (deliveryStatus: string | undefined, headers: Record<string, string> = {}) =>
  judgeReport({ deliveryStatus, headers: new Map(Object.entries(headers)) });
const recipient = (fields: string) => `Reporting-MTA: dns; mx.example\n\n${fields}\n`;

describe('a report about a letter', () => {
  it.each([
    ['5.1.1', 'noMailbox'],
    ['5.1.10', 'noMailbox'],
    ['5.1.2', 'noDomain'],
    ['5.2.1', 'closed'],
    ['5.2.2', 'full'],
    ['4.2.2', 'full'],
    ['5.3.4', 'tooLarge'],
    ['5.7.1', 'blocked'],
    ['5.7.509', 'blocked'],
    ['4.4.7', 'expired'],
    ['4.4.1', 'expired'],
    ['5.0.0', 'refused'],
    ['5.9.99', 'refused'],
    ['none', 'refused'],
  ])('with status %s says %s', (status, reason) => {
    expect(reasonOf(status)).toBe(reason);
    expect(bounceReasons).toContain(reason);
  });

  it('of a server that gave up says that it failed, and that another attempt may fare better', () => {
    const status = recipient('Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 4.4.7');
    expect(judge(status)).toEqual({ is: 'failed', reason: 'expired', lasting: false });
  });

  it('with a general status has the one that it quotes, and no address that looks like one', () => {
    const quoting = (text: string) =>
      judge(recipient(`Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; ${text}`));
    expect(quoting('550-5.1.1 No such\n user')).toMatchObject({ reason: 'noMailbox' });
    expect(quoting('550 5.2.2')).toMatchObject({ reason: 'full' });
    expect(quoting('550 5.1.2.3 is listed')).toMatchObject({ reason: 'refused' });
    expect(quoting('550 User unknown')).toMatchObject({ reason: 'refused', lasting: true });
  });

  it('reads folded fields, comments, capitals and lines of other systems', () => {
    const status =
      'reporting-mta: dns; x\r\n\r\nACTION:\r\n Failed (gave up)\r\nstatus: 5.2.2 (full)';
    expect(judge(status)).toEqual({ is: 'failed', reason: 'full', lasting: true });
  });

  it('of several recipients behind one address says that it failed for one', () => {
    const status = recipient('Action: relayed\nStatus: 2.0.0\n\nAction: failed\nStatus: 5.1.1');
    expect(judge(status)).toMatchObject({ is: 'failed' });
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])(
    'that says %s is left alone',
    (action) => {
      expect(judge(recipient(`Action: ${action}\nStatus: 2.0.0`))).toEqual({ is: 'nothing' });
    },
  );

  it.each([
    { 'auto-submitted': 'auto-replied (vacation)' },
    { precedence: 'auto_reply' },
    { 'x-autoreply': 'yes' },
    { 'content-type': 'multipart/report; report-type=disposition-notification; boundary="x"' },
  ] as Record<string, string>[])('is none when it is %o', (headers) => {
    expect(judge(undefined, headers)).toEqual({ is: 'nothing' });
  });

  it('that no machine can read is for a person', () => {
    expect(judge(undefined, { 'auto-submitted': 'auto-generated' })).toEqual({ is: 'unclear' });
    expect(judge('')).toEqual({ is: 'unclear' });
    expect(judge(recipient('Action: exploded\nStatus: 5.0.0'))).toEqual({ is: 'unclear' });
  });
});
