import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { formatCount, formatDay, useLanguage, useT } from '#app/i18n/index.tsx';
import { totalOf } from '#server/kernel/make-up.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { BooksOverviewView } from '#server/settlement/contract.ts';

/** What this week came to beside the last one, and where its money goes. */
export function BooksWeek({ thisWeek, lastWeek }: Pick<BooksOverviewView, 'thisWeek' | 'lastWeek'>) {
  const t = useT();
  const language = useLanguage();
  const before = (value: string) => t('books.desk.before', { value });
  const days = { from: formatDay(thisWeek.from, language), to: formatDay(thisWeek.to, language) };
  return (
    <section className="section">
      <div className="section-title">
        <h2>{t('books.desk.week')}</h2>
        <span className="quiet">{t('books.desk.weekDays', days)}</span>
      </div>
      <div className="figures">
        <FigureCard
          name={t('books.desk.orders')}
          value={formatCount(thisWeek.orders)}
          note={before(t('books.desk.ordersUnit', { count: lastWeek.orders }))}
        />
        <FigureCard
          name={t('books.desk.households')}
          value={formatCount(thisWeek.households)}
          note={before(t('books.desk.householdsUnit', { count: lastWeek.households }))}
        />
        <FigureCard
          name={t('books.desk.earned')}
          value={formatYuan(thisWeek.makeUp.household)}
          note={before(formatYuan(lastWeek.makeUp.household))}
        />
        <FigureCard
          name={t('books.desk.total')}
          value={formatYuan(totalOf(thisWeek.makeUp))}
          note={before(formatYuan(totalOf(lastWeek.makeUp)))}
        />
      </div>
      {thisWeek.orders > 0 ? (
        <div className="panel">
          <DaohuBar
            parts={thisWeek.makeUp}
            title={t('books.desk.split', { amount: formatYuan(thisWeek.makeUp.household) })}
          />
        </div>
      ) : (
        <p className="quiet">{t('books.desk.noSales')}</p>
      )}
      <p className="more">
        <a className="link" href="/books/households">
          {t('books.desk.open')}
        </a>
      </p>
    </section>
  );
}
