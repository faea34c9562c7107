import { expect, it } from '@jest/globals';
import { sodertalje } from '../../../config/municipalities/sodertalje/municipality';
import { inCodePage437, sieFile, sieText, type Voucher } from '../../../domain/ledger/sie';
import { readSie } from '../../support/sie';
import { suiteNeeding } from '../../support/suites';

const book = sodertalje.ledger!;
const coded = (committee: string, kronor: number, line: string) => ({
  coding: book.accounts[committee]!,
  ore: kronor * 100,
  line,
});

/** The year 2018 of the case of 2018. */
const vouchers: Voucher[] = [
  {
    postedOn: '2018-10-01',
    text: 'Överföring, KF 2018-09-24 § 142, KS 17/53',
    entries: [
      coded('KS', -40_000, 'Facilitator (konsult)'),
      coded('KFN', 40_000, 'Facilitator (konsult)'),
      coded('KS', -3_000, 'Konferens "våren"'),
      coded('KFN', 3_000, 'Konferens "våren"'),
    ],
  },
];
const input = {
  program: { name: 'Samverkan', version: '0.1.0' },
  company: 'Södertälje kommun',
  generatedOn: '2018-10-02',
  year: 2018,
  about: 'Budgetåret 2018, fil 1. Varje fil läses in en gång.',
  book,
  vouchers,
};

suiteNeeding('cargo')('a SIE file', () => {
  it('says what it is, with its accounts and objects before its vouchers', () => {
    expect(sieText(input).split('\r\n').slice(0, 15)).toEqual([
      '#FLAGGA 0',
      '#PROGRAM "Samverkan" "0.1.0"',
      '#FORMAT PC8',
      '#GEN 20181002',
      '#SIETYP 4',
      '#PROSA "Budgetåret 2018, fil 1. Varje fil läses in en gång."',
      '#FNAMN "Södertälje kommun"',
      '#KONTO 4950 "Nämndbidrag"',
      '#DIM 20 "Ansvar"',
      '#DIM 21 "Verksamhet"',
      '#OBJEKT 20 "1100" "Kommunstyrelsen"',
      '#OBJEKT 20 "3100" "Kultur- och fritidsnämnden"',
      '#OBJEKT 21 "110" "110"',
      '#OBJEKT 21 "315" "Kultur- och fritidsnämnden"',
      '#VER "" "" 20181001 "Överföring, KF 2018-09-24 § 142, KS 17/53"',
    ]);
  });

  it('is read back from its bytes by a parser that knows nothing of the writer', async () => {
    const read = await readSie(sieFile(input));
    expect(read.records.FNAMN).toEqual([['Södertälje kommun']]);
    expect(read.vouchers).toEqual([
      {
        header: ['', '', '20181001', 'Överföring, KF 2018-09-24 par. 142, KS 17/53'],
        transactions: [
          ['4950', ['20', '1100', '21', '110'], '40000.00', '20181001', 'Facilitator (konsult)'],
          ['4950', ['20', '3100', '21', '315'], '-40000.00', '20181001', 'Facilitator (konsult)'],
          ['4950', ['20', '1100', '21', '110'], '3000.00', '20181001', 'Konferens "våren"'],
          ['4950', ['20', '3100', '21', '315'], '-3000.00', '20181001', 'Konferens "våren"'],
        ],
      },
    ]);
  });

  it('has vouchers of its year only, with the day on which they were posted beside', async () => {
    const [voucher] = vouchers;
    const [before, after] = ['2017-11-20', '2019-02-01'].map((postedOn) => ({
      ...voucher!,
      postedOn,
    }));
    const file = sieFile({ ...input, vouchers: [before!, after!] });
    const { vouchers: read } = await readSie(file);
    expect(read.map(({ header }) => [header[2], header[4]])).toEqual([
      ['20180101', '20171120'],
      ['20181231', '20190201'],
    ]);
    expect(read[0]?.transactions[0]?.[3]).toBe('20180101');
  });

  it('would not be taken with a date, a label or a brace amiss', async () => {
    const text = Buffer.from(sieFile(input)).toString('latin1');
    const spoilt = [
      text.replace('#GEN 20181002', '#GEN 2018-10-02'),
      text.replace('#FNAMN', '#NAMN'),
      text.replace('}\r\n', ''),
    ];
    for (const each of spoilt) {
      await expect(readSie(Buffer.from(each, 'latin1'))).rejects.toThrow(/^no SIE: /);
    }
  });

  it('holds whatever people write on one line, in the code page that the standard asks for', async () => {
    const line = 'Åäö é ñ\n#VER "x"\u0000 {} – ŝ 😀 \\';
    const [voucher] = vouchers;
    const hostile = [{ ...voucher!, entries: voucher!.entries.map((each) => ({ ...each, line })) }];
    const { vouchers: read } = await readSie(sieFile({ ...input, vouchers: hostile }));
    expect(read).toHaveLength(1);
    expect(read[0]?.transactions.map((each) => each.at(-1))).toEqual(
      Array.from({ length: 4 }, () => 'Åäö é ñ #VER "x" {} - s ? /'),
    );
    expect([...inCodePage437('ÅÄÖåäöé')]).toEqual([143, 142, 153, 134, 132, 148, 130]);
  });
});
