import { explainError } from '#app/components/form/explain.ts';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { CLAIM_PHOTOS_MAX, PHOTO_BYTES_MAX } from '#server/after-sales/contract.ts';

const ACCEPT = 'image/jpeg,image/png,image/webp';

/** What was wrong with the pictures sent, each reason once, whichever picture it was. */
export function photoErrors(sent: Sent | undefined): string[] {
  const wrong = Object.entries(sent?.lastResult.error ?? {}).filter(([name]) => /^photos(\[|$)/.test(name));
  return [...new Set(wrong.flatMap(([, errors]) => errors ?? []))];
}

/** Two ways to the same pictures, which a phone without a script has too: take one, or choose some. */
export function PhotosField({ sent }: { sent: Sent | undefined }) {
  const t = useT();
  const errors = photoErrors(sent);
  const described = errors.length > 0 ? 'photos-help photos-error' : 'photos-help';
  const file = { type: 'file', name: 'photos', accept: ACCEPT, 'aria-describedby': described } as const;
  return (
    <fieldset className="field">
      <legend>{t('claims.form.photos')}</legend>
      <div className="photo-ways">
        <label htmlFor="photos">
          {t('claims.form.album')}
          <input id="photos" {...file} multiple aria-invalid={errors.length > 0 ? true : undefined} />
        </label>
        <label htmlFor="photos-camera">
          {t('claims.form.camera')}
          <input id="photos-camera" {...file} capture="environment" />
        </label>
      </div>
      <p className="field-help" id="photos-help">
        {t('claims.form.photosHelp', { count: CLAIM_PHOTOS_MAX, megabytes: PHOTO_BYTES_MAX / 1_048_576 })}
      </p>
      {errors.length > 0 ? (
        <p className="field-error" id="photos-error">
          {errors.map((error) => explainError(t, error)).join(' ')}
        </p>
      ) : null}
      {sent ? <p className="field-help">{t('claims.form.again')}</p> : null}
    </fieldset>
  );
}
