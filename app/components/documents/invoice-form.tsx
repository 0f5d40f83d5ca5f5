import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { buyerTitles, type RequestInvoice } from '#server/documents/contract.ts';

/** To whom an invoice is made out; the tax number of an organization is checked by its check character. */
export function InvoiceForm({ sent }: { sent: Sent | undefined }) {
  const t = useT();
  const [form, { titleKind, title, taxNumber, mail, remark }] = useForm<RequestInvoice>({
    id: 'invoice',
    lastResult: sent?.lastResult ?? null,
    defaultValue: { titleKind: 'person' },
  });
  return (
    <form method="post" id={form.id} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: titleKind, label: t('documents.invoice.titleKind') },
          { field: title, label: t('documents.invoice.name') },
          { field: taxNumber, label: t('documents.invoice.taxNumber') },
          { field: mail, label: t('documents.invoice.mail') },
          { field: remark, label: t('documents.invoice.remark') },
        ]}
      />
      <p className="quiet">{t('documents.invoice.lead')}</p>
      <p className="quiet">{t('documents.invoice.amountLead')}</p>
      <Chips
        of={titleKind}
        legend={t('documents.invoice.titleKind')}
        chips={buyerTitles.map((value) => ({ value, label: t(`documents.invoice.${value}`) }))}
      />
      <Field
        of={title}
        label={t('documents.invoice.name')}
        help={t('documents.invoice.nameHelp')}
        maxLength={100}
        required
      />
      <Field
        of={taxNumber}
        label={t('documents.invoice.taxNumber')}
        help={t('documents.invoice.taxNumberHelp')}
        maxLength={30}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Field
        of={mail}
        label={t('documents.invoice.mail')}
        help={t('documents.invoice.mailHelp')}
        type="email"
        autoComplete="email"
        maxLength={254}
        optional
      />
      <Field
        of={remark}
        label={t('documents.invoice.remark')}
        help={t('documents.invoice.remarkHelp')}
        maxLength={100}
        optional
      />
      <button type="submit" className="btn btn-wide">
        {t('documents.invoice.submit')}
      </button>
    </form>
  );
}
