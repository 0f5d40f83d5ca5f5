import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawingFamilies, drawingHref, sceneHref, sceneNames } from '../components/drawings/families.ts';
import { Chips } from '../components/form/chips.tsx';
import { Confirm } from '../components/form/confirm.tsx';
import { ErrorSummary } from '../components/form/error-summary.tsx';
import { Check, Field, Select, TextArea } from '../components/form/field.tsx';
import { countyCodes } from '../components/map/counties.ts';
import { TileMap } from '../components/map/tile-map.tsx';
import { DaohuBar } from '../components/money/daohu-bar.tsx';
import { Money, PricePerJin } from '../components/money/money.tsx';
import { Weight } from '../components/money/weight.tsx';
import { FigureCard } from '../components/office/figure-card.tsx';
import { Progress } from '../components/office/progress.tsx';
import { StatusPill } from '../components/office/status-pill.tsx';
import { Table } from '../components/office/table.tsx';
import { WaitingList } from '../components/office/waiting-list.tsx';
import { Breadcrumbs } from '../components/shell/breadcrumbs.tsx';
import { EmptyState } from '../components/shell/empty-state.tsx';
import { Pager } from '../components/shell/pager.tsx';
import { Skeleton } from '../components/shell/skeleton.tsx';
import { Toast } from '../components/shell/toast.tsx';
import { ChannelDoors } from '../components/shop/channel-door.tsx';
import { DefinitionTable } from '../components/shop/definition-table.tsx';
import { MaskedName } from '../components/shop/masked-name.tsx';
import { Shelf } from '../components/shop/product-card.tsx';
import { QuantityStepper } from '../components/shop/quantity-stepper.tsx';
import { Seal } from '../components/shop/seal.tsx';
import { Steps } from '../components/shop/steps.tsx';
import { Timeline } from '../components/shop/timeline.tsx';
import { formatDay, useLanguage, useT } from '../i18n/index.tsx';

/** For people who build this site; a live one has no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.env.demo) throw new Response(null, { status: 404 });
  return null;
}

const parts = { household: 3150, seller: 420, packing: 180, freight: 120, platform: 120 };

export default function StyleguidePage() {
  const t = useT();
  return (
    <div className="page">
      <Breadcrumbs crumbs={[{ label: t('errors.page.back'), href: '/' }, { label: t('styleguide.title') }]} />
      <h1>{t('styleguide.title')}</h1>
      <p className="quiet">{t('styleguide.lead')}</p>
      <TypePart />
      <MoneyPart />
      <ShelfPart />
      <PlacePart />
      <FormPart />
      <OfficePart />
      <TracePart />
      <DrawingPart />
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="section">
      <div className="section-title">
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  );
}

const colours = [
  'paper',
  'surface',
  'raised',
  'ink',
  'quiet',
  'hairline',
  'rule',
  'household',
  'seller-fill',
  'packing-fill',
  'freight',
  'seal',
];

function TypePart() {
  const t = useT();
  return (
    <Part title={t('styleguide.type')}>
      <p style={{ fontFamily: 'var(--font-serif)', fontSize: 'var(--text-44)', lineHeight: 1.2 }}>{t('shell.motto')}</p>
      <h1>{t('styleguide.sample')}</h1>
      <p className="prose">{t('styleguide.sample')}</p>
      <p className="small quiet">{t('styleguide.sample')}</p>
      <ul className="row">
        {colours.map((colour) => (
          <li
            key={colour}
            className="small"
            style={{ borderTop: `2.5rem solid var(--color-${colour})`, minWidth: '5rem' }}
          >
            {colour}
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="btn">
          {t('styleguide.save')}
        </button>
        <button type="button" className="btn btn-second">
          {t('styleguide.second')}
        </button>
        <button type="button" className="btn btn-quiet">
          {t('styleguide.quiet')}
        </button>
        <button type="button" className="btn" disabled>
          {t('styleguide.disabled')}
        </button>
        <Seal characters="每单到户" label={t('shell.motto')} />
      </div>
      <Toast flash={{ tone: 'good', message: t('styleguide.paid') }} />
      <Toast flash={{ tone: 'problem', message: t('errors.unknown') }} />
    </Part>
  );
}

function MoneyPart() {
  const t = useT();
  return (
    <Part title={t('styleguide.money')}>
      <div className="row">
        <Money fen={3990} large />
        <span className="quiet">
          <PricePerJin fen={3990} grams={500} /> · <Weight grams={500} /> · <Weight grams={2500} /> ·{' '}
          <Weight grams={50} />
        </span>
      </div>
      <div className="panel" style={{ maxWidth: '34rem', marginTop: '1rem' }}>
        <DaohuBar parts={parts} />
      </div>
    </Part>
  );
}

function ShelfPart() {
  const t = useT();
  const products = drawingFamilies.slice(0, 8).map((family, index) => ({
    id: family,
    href: '/products/x',
    name: t('styleguide.product'),
    place: t('styleguide.place'),
    pack: t('styleguide.pack'),
    price: 3990,
    parts,
    picture: { family, seed: String(index) },
    scarce: index === 2 ? t('styleguide.scarce') : null,
  }));
  return (
    <Part title={t('styleguide.shelf')}>
      <Shelf products={products} />
      <Pager page={4} pages={12} hrefOf={(page) => `?page=${page}`} />
    </Part>
  );
}

function PlacePart() {
  const t = useT();
  const values = Object.fromEntries(countyCodes.map((code, index) => [code, index * 13 + 4]));
  return (
    <>
      <Part title={t('styleguide.map')}>
        <div className="row" style={{ alignItems: 'start', gap: '2rem' }}>
          <TileMap label={t('styleguide.map')} hrefOf={(code) => `?county=${code}`} current="350721" />
          <TileMap label={t('styleguide.map')} values={values} />
          <TileMap label={t('styleguide.map')} current="350783" compact />
        </div>
      </Part>
      <Part title={t('styleguide.doors')}>
        <ChannelDoors hrefOf={(channel) => `/channels#${channel}`} />
      </Part>
    </>
  );
}

function FormPart() {
  const t = useT();
  const name = { id: 'name', name: 'name', errors: ['form.required'] };
  return (
    <Part title={t('styleguide.forms')}>
      <Steps
        label={t('styleguide.forms')}
        steps={[t('styleguide.harvested'), t('styleguide.packed'), t('styleguide.shipped')]}
        current={1}
      />
      <form className="form">
        <ErrorSummary fields={[{ field: name, label: t('styleguide.name') }]} />
        <Field of={name} label={t('styleguide.name')} autoComplete="name" />
        <Field
          of={{ id: 'phone', name: 'phone' }}
          label={t('styleguide.phone')}
          help={t('styleguide.phoneHelp')}
          type="tel"
        />
        <Field
          of={{ id: 'weight', name: 'weight', initialValue: '12.5' }}
          label={t('styleguide.weight')}
          unit="kg"
          inputMode="decimal"
        />
        <Select
          of={{ id: 'county', name: 'county' }}
          label={t('styleguide.county')}
          placeholder={t('styleguide.choose')}
          options={countyCodes.map((code) => ({ value: code, label: t(`components.counties.${code}`) }))}
        />
        <Chips
          of={{ id: 'pack', name: 'pack', initialValue: 'b' }}
          legend={t('styleguide.packs')}
          chips={[
            { value: 'a', label: '250 g', detail: '¥21.90' },
            { value: 'b', label: '500 g', detail: '¥39.90' },
            { value: 'c', label: '5 kg', detail: '¥358.00', disabled: true },
          ]}
        />
        <TextArea of={{ id: 'note', name: 'note' }} label={t('styleguide.note')} optional />
        <Check of={{ id: 'agree', name: 'agree' }} label={t('styleguide.agree')} />
        <div className="row">
          <QuantityStepper name="quantity" label={t('styleguide.weight')} />
        </div>
      </form>
      <Confirm ask={t('styleguide.remove')} consequence={t('styleguide.removeWhy')}>
        <button type="button" className="btn btn-danger">
          {t('styleguide.remove')}
        </button>
      </Confirm>
    </Part>
  );
}

function OfficePart() {
  const t = useT();
  const states = [
    ['good', 'paid'],
    ['waiting', 'waiting'],
    ['moving', 'moving'],
    ['problem', 'problem'],
    ['quiet', 'draft'],
  ] as const;
  return (
    <Part title={t('styleguide.office')}>
      <div className="figures">
        <FigureCard name={t('styleguide.households')} value="1,284" note="+6%" />
        <FigureCard name={t('styleguide.due')} value="¥88,204.10" />
        <FigureCard name={t('styleguide.grams')} value="12,480" />
      </div>
      <WaitingList
        items={[
          {
            id: '1',
            title: t('styleguide.table'),
            since: t('styleguide.since'),
            action: (
              <button type="button" className="btn">
                {t('styleguide.confirm')}
              </button>
            ),
          },
        ]}
        empty={null}
      />
      <Table
        caption={t('styleguide.table')}
        rows={states}
        keyOf={([tone]) => tone}
        columns={[
          {
            id: 'household',
            head: t('styleguide.household'),
            heading: true,
            cell: () => <MaskedName name="张*生" />,
            foot: t('styleguide.total'),
          },
          { id: 'village', head: t('styleguide.village'), cell: () => t('styleguide.place') },
          { id: 'grams', head: t('styleguide.grams'), numeric: true, cell: () => '128.5' },
          { id: 'due', head: t('styleguide.due'), numeric: true, cell: () => '1,284.00', foot: '6,420.00' },
          {
            id: 'state',
            head: t('styleguide.state'),
            cell: ([tone, word]) => <StatusPill tone={tone}>{t(`styleguide.${word}`)}</StatusPill>,
          },
        ]}
      />
      <Progress label={t('styleguide.import')} done={318} total={900} />
      <Skeleton />
      <EmptyState
        scene="all-done"
        title={t('styleguide.empty')}
        action={
          <a className="btn" href="/">
            {t('styleguide.intake')}
          </a>
        }
      >
        {t('styleguide.emptyWhy')}
      </EmptyState>
    </Part>
  );
}

function TracePart() {
  const t = useT();
  const language = useLanguage();
  return (
    <Part title={t('styleguide.trace')}>
      <Timeline
        steps={[
          {
            id: 'a',
            when: formatDay('2026-11-12', language),
            title: t('styleguide.harvested'),
            detail: t('styleguide.place'),
          },
          { id: 'b', when: formatDay('2026-11-14', language), title: t('styleguide.packed'), state: 'now' },
          { id: 'c', title: t('styleguide.shipped'), state: 'ahead' },
        ]}
      />
      <DefinitionTable
        rows={[
          { term: t('styleguide.household'), value: <MaskedName name="张*生" /> },
          { term: t('styleguide.village'), value: t('styleguide.place') },
        ]}
      />
    </Part>
  );
}

function DrawingPart() {
  const t = useT();
  return (
    <>
      <Part title={t('styleguide.drawings')}>
        <ul className="shelf">
          {drawingFamilies.map((family) => (
            <li key={family}>
              <img src={drawingHref(family, 'styleguide')} alt={family} width={320} height={320} loading="lazy" />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('styleguide.scenes')}>
        <ul className="shelf">
          {sceneNames.map((scene) => (
            <li key={scene}>
              <img src={sceneHref(scene)} alt={scene} width={320} height={240} loading="lazy" />
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
