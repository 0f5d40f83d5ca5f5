import { StatusPill } from '#app/components/office/status-pill.tsx';
import { Table } from '#app/components/office/table.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { BooksProof } from '#server/insight/index.ts';

type ProofResult = BooksProof['results'][number];

/** Every proof as a sentence with its outcome; of a broken one, where. Those that do not hold come first in their group. */
export function ProofLines({ results }: { results: readonly ProofResult[] }) {
  const groups = [...new Set(results.map(({ name }) => groupOf(name)))];
  return (
    <>
      {groups.map((group) => (
        <ProofGroup key={group} group={group} results={results.filter(({ name }) => groupOf(name) === group)} />
      ))}
    </>
  );
}

function ProofGroup({ group, results }: { group: string; results: ProofResult[] }) {
  const t = useT();
  const key = `books.audit.groups.${group}`;
  return (
    <section>
      <h2 className="proof-group">{t.has(key) ? t(key) : group}</h2>
      <ul className="proofs">
        {results
          .toSorted((one, other) => Number(one.holds) - Number(other.holds))
          .map((result) => (
            <ProofLine key={result.name} result={result} />
          ))}
      </ul>
    </section>
  );
}

function ProofLine({ result }: { result: ProofResult }) {
  const t = useT();
  const key = `books.audit.proof.${result.name}`;
  return (
    <li>
      <StatusPill tone={result.holds ? 'good' : 'problem'}>
        {t(result.holds ? 'books.audit.holds' : 'books.audit.breaks')}
      </StatusPill>
      <span>{t.has(key) ? t(key) : result.name}</span>
      {result.holds ? null : (
        <Table
          caption={t('books.audit.breaksCaption')}
          columns={[
            { id: 'where', head: t('books.audit.where'), heading: true, cell: (row) => row.where },
            { id: 'found', head: t('books.audit.found'), cell: (row) => row.found },
            { id: 'expected', head: t('books.audit.expected'), cell: (row) => row.expected },
          ]}
          rows={result.breaks}
          keyOf={(row) => `${row.where} ${row.found}`}
        />
      )}
    </li>
  );
}

function groupOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
