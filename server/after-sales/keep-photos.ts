import { DomainError } from '#server/kernel/errors.ts';
import { type Image, keepImage, readImage } from '#server/platform/files/index.ts';
import { asRecords, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import { PHOTO_BYTES_MAX } from './contract.ts';

const PHOTOS_PER_CLAIM_MAX = 12;

/** Makes pictures of what a buyer sent, before the transaction. What is wrong with one is said beside the field. */
export async function readPhotos(files: readonly File[]): Promise<Image[]> {
  const images: Image[] = [];
  for (const file of files) {
    try {
      images.push(await readImage(new Uint8Array(await file.arrayBuffer()), { maxBytes: PHOTO_BYTES_MAX }));
    } catch (error) {
      if (error instanceof DomainError)
        throw new DomainError(error.kind, error.code, { ...error.params, field: 'photos' });
      throw error;
    }
  }
  return images;
}

/** Keeps the pictures with the claim and the move they came with. Refuses (invalid) more than a claim may hold. */
export async function keepPhotos(
  tx: Tx,
  claim: { id: string; move_seq: number },
  images: readonly Image[],
): Promise<void> {
  if (images.length === 0) return;
  const before = await rowOf<{ photos: number }>(
    tx,
    sql`select count(*)::int as photos from claim_photo where claim_id = ${claim.id}`,
  );
  const first = (before?.photos ?? 0) + 1;
  if (first + images.length - 1 > PHOTOS_PER_CLAIM_MAX) {
    throw new DomainError('invalid', 'claims.too-many-photos', { field: 'photos', max: PHOTOS_PER_CLAIM_MAX });
  }
  const rows: { position: number; file_id: string }[] = [];
  for (const image of images) rows.push({ position: first + rows.length, file_id: await keepImage(tx, image) });
  await run(
    tx,
    sql`insert into claim_photo (claim_id, position, seq, file_id)
        select ${claim.id}, position, ${claim.move_seq}, file_id
        from jsonb_to_recordset(${asRecords(rows)}) as photo(position int, file_id uuid)`,
  );
}
