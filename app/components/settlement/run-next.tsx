import { SheetForm } from '#app/components/form/sheet-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import type { PayoutRunView } from '#server/payouts/contract.ts';

export type RunMay = { approve: boolean; export: boolean; readResults: boolean };

const results = {
  title: 'settlement.payout.results',
  file: 'settlement.payout.resultsFile',
  help: 'settlement.payout.resultsLead',
  submit: 'settlement.payout.read',
} as const;

type Props = { run: PayoutRunView; may: RunMay; downloading: boolean; sent?: Sent | undefined };

/** What is to be done with a run now, and by whom. */
export function RunNext({ run, may, downloading, sent }: Props) {
  if (run.state === 'assembled') return <Check run={run} mayReject={may.approve} />;
  const atBank = run.state === 'approved' || run.state === 'exported' || run.state === 'settled';
  if (!atBank) return null;
  return (
    <>
      {may.export ? <File run={run} downloading={downloading} /> : null}
      {may.readResults ? <SheetForm id="results" words={results} sent={sent} /> : null}
    </>
  );
}

function Check({ run, mayReject }: { run: PayoutRunView; mayReject: boolean }) {
  const t = useT();
  const path = `/books/payouts/${run.number}`;
  return (
    <section className="panel stack">
      <h2>{t('settlement.payout.check')}</h2>
      <p>{run.mayApprove ? t('settlement.payout.checkLead') : t('settlement.payout.own')}</p>
      <div className="row">
        {run.mayApprove ? (
          <form method="post" action={`${path}/approval`}>
            <button type="submit" className="btn">
              {t('settlement.payout.approve')}
            </button>
          </form>
        ) : null}
        {mayReject ? (
          <a className="btn btn-second" href={`${path}/rejection`}>
            {t('settlement.payout.reject')}
          </a>
        ) : null}
      </div>
    </section>
  );
}

function File({ run, downloading }: Pick<Props, 'run' | 'downloading'>) {
  const t = useT();
  const handed = downloading ? 'settlement.payout.downloading' : 'settlement.payout.fileAgain';
  const lead = run.sha256 ? handed : 'settlement.payout.fileLead';
  return (
    <section className="panel stack">
      <h2>{t('settlement.payout.file')}</h2>
      <p role={downloading ? 'status' : undefined}>{t(lead)}</p>
      <form method="post" action={`/books/payouts/${run.number}/file`}>
        <button type="submit" className={run.sha256 ? 'btn btn-second' : 'btn'}>
          {t('settlement.payout.download')}
        </button>
      </form>
      {run.sha256 ? (
        <p className="small quiet">
          {t('settlement.payout.checksum')} <code className="checksum">{run.sha256}</code>
        </p>
      ) : null}
    </section>
  );
}
